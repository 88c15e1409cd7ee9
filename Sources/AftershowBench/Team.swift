import JSON

/// What the load needs on the server: members, rooms in the phase `vote`, and cards for the senders to edit.
struct Team {
  /// Members of its organisation; further connections are their further tabs.
  private static let most = 400

  let address: Address
  private(set) var cookies: [String]
  private(set) var rooms: [String]
  /// Where idle connections wait.
  private(set) var quietRoom: String?
  /// By room, sender and slot.
  private(set) var cards: [[[Card]]] = []
  /// Those who keep further rooms in memory.
  private var keepers: [Conversation] = []

  init(link: String, load: LoadOptions, quiet: Bool) throws {
    let wanted = load.rooms * load.members + load.idle
    let enrolment = try Enrolment(link: link, members: min(wanted, Team.most))
    (address, cookies) = (enrolment.address, enrolment.cookies)
    let lead = try Conversation(to: address, cookie: cookies[0])
    quietRoom = load.idle > 0 ? try enrolment.open(rooms: 1, lead)[0] : nil
    rooms = try load.show ? enrolment.open(shows: load.rooms, lead) : enrolment.open(rooms: load.rooms, lead)
    for (index, room) in rooms.enumerated() {
      cards.append(try (0..<load.senders).map { try lay(load, room, cookie(member: $0, room: index, of: load)) })
      if load.cards > 0 { try Filling(arena: load.arena, log: room, authors: [lead]).fill(cards: load.cards) }
    }
    try keep(enrolment.open(rooms: load.loaded, lead))
    if !quiet { print("\(cookies.count) members, \(load.rooms) rooms, \(wanted) connections") }
  }

  func cookie(member: Int, room: Int, of load: LoadOptions) -> String {
    cookies[(member + room * load.members) % cookies.count]
  }

  /// Someone follows each of these, as many as one connection may.
  private mutating func keep(_ rooms: [String]) throws {
    for start in stride(from: 0, to: rooms.count, by: 60) {
      let keeper = try Conversation(to: address, cookie: cookies[keepers.count % cookies.count])
      for room in rooms[start..<min(start + 60, rooms.count)] { try keeper.follow(room) }
      keepers.append(keeper)
    }
  }

  /// One card for each command a sender may have unanswered, so that no edit waits for another.
  private func lay(_ load: LoadOptions, _ room: String, _ cookie: String) throws -> [Card] {
    let sender = try Conversation(to: address, cookie: cookie)
    try sender.follow(room)
    return try (0..<load.window).map { slot in
      let post = load.arena.post("第 \(slot) 张")
      let id = try sender.add(load.arena.record, post.op, to: room, post.args)
      return Card(id: id, edited: sender.records(load.arena.record, of: room)[id]?["edited"]?.int ?? 0)
    }
  }
}

/// A card its author edits: the next edit is made on what the last acknowledgement said.
struct Card {
  let id: String
  var edited: Int
  var hasVote = false
}
