import Identity
import JSON

// A channel's log lists its shows and rooms. What makes them still is a command of the directory, which for one release
// lists them as well, for open pages; each lays `channel.list` upon the logs of the channels it concerns.
//
// What was listed before there were such logs is gathered when one is loaded. (A migration in SQL cannot do that: it
// would have to fold logs.) So is what a node of an older build makes, which lays no `channel.list`: as long as one is
// there, whenever the directory has news of another node, and once more when it has gone.
enum ChannelListing {
  static let acts: [Act] = [list, gather]
  /// Shows, and rooms, that one event takes in.
  static let part = 500

  /// Told by the directory, whose event `at` it was. Whatever order these come in, the newest stays.
  static let list = Act(
    "channel.list", in: .channel, by: [.server],
    .number("at", 1...Int.max), .list("shows", 0...part, of: .listedShow), .list("rooms", 0...part, of: .listedRoom),
    example: ["at": 1, "shows": [], "rooms": []], note: "when the directory has a show or a room made or amended"
  ) { fold, request, at, shows, rooms in
    // One that tells nothing new is the newest all the same: what is older and comes later does not take its place.
    fold.listing(shows, rooms, as: Int64(at), evenIfEqual: true, request)
  }

  /// `at`: where the directory stood, or before. Repeated until it changes nothing. Of two nodes that gather at once the
  /// one that comes second decides again, on what the first has gathered, and has nothing left.
  static let gather = Act(
    "channel.gather", in: .channel, by: [.server], .number("at", 1...Int.max), example: ["at": 1],
    note: "what the directory lists and this log does not: when it is loaded, and after an older node's events",
    needs: { _, directory in [directory().log] }
  ) { fold, request, at in
    guard let directory = request.context.others.values.first(where: { $0.kind == .directory }),
      let channel = directory.channel(of: fold.log)
    else { return .nothing }
    return fold.listing(
      directory.shows(of: channel), directory.rooms(of: channel), as: Int64(at), evenIfEqual: false, request)
  }
}

extension LogFold {
  /// The first of those that are news here, in the order of their ids. A show of a list that has been taken back meanwhile
  /// is told so.
  fileprivate func listing(
    _ shows: [ListedShow], _ rooms: [ListedRoom], as seq: Int64, evenIfEqual: Bool, _ request: Request
  ) -> Decision {
    func news<Listed: ListedInChannel>(_ listed: [Listed]) -> [Listed] {
      listed.compactMap { listed in
        let told = listed.told(at: seq)
        guard let known = find(listed.id, as: Listed.self) else { return told }
        return known.listedAt < seq && (evenIfEqual || known.isolated != listed.isolated) ? told : nil
      }
      .sorted { $0.id < $1.id }
    }
    let (shows, rooms) = (news(shows).prefix(ChannelListing.part), news(rooms).prefix(ChannelListing.part))
    if shows.isEmpty, rooms.isEmpty { return .nothing }
    let late = shows.lazy.filter { find($0.id, as: ListedShow.self) == nil }.compactMap { show in
      maker(of: show.log).flatMap { $0.isWithdrawn ? $0.settling(late: show.log, request) : nil }
    }
    return Decision(
      facts: [.channel(.listed(shows: Array(shows), rooms: Array(rooms)))], pending: Array(late))
  }
}

private protocol ListedInChannel: Recorded {
  var listedAt: Int64 { get set }
  /// Without what one of the two logs keeps for itself.
  var isolated: Self { get }
}

extension ListedInChannel {
  fileprivate func told(at seq: Int64) -> Self {
    var told = self
    told.listedAt = seq
    return told
  }
}

extension ListedShow: ListedInChannel {
  fileprivate var isolated: Self {
    var show = told(at: 0)
    (show.settledAt, show.isHiddenByHand, show.file) = (0, false, nil)
    return show
  }
}

extension ListedRoom: ListedInChannel {
  fileprivate var isolated: Self { told(at: 0) }
}
