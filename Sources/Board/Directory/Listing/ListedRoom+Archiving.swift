import Identity
import JSON

// A room that nobody needs any more is put away: it leaves the lists. Its log stays, and whoever has its address may read it.
extension ListedRoom {
  static let archive = Act(
    "room.archive", in: .directory, zh: "归档复盘", en: "Archive room", by: .leadOrOperations, .log("room", .room),
    .flag("archived"),
    example: ["archived": true], note: "it leaves the lists, or (false) comes back; not destroyed",
    undo: { _, event in
      guard case .directory(.roomArchived(let room, let isArchived))? = event.facts.first else { return nil }
      return Opposite("room.archive", ["room": .string(room.description), "archived": .bool(!isArchived)])
    }
  ) { fold, request, id, isArchived in
    guard var room = fold.find(id.description, as: ListedRoom.self) else { throw Refusal.notFound }
    if room.isArchived == isArchived { return .nothing }
    room.isArchived = isArchived
    return Decision(
      facts: [.directory(.roomArchived(room: id, archived: isArchived))], pending: fold.listing(room, request))
  }
}

extension LogFold {
  /// Has the logs of its shows' channels list it.
  func listing(_ room: ListedRoom, _ request: Request) -> [PendingAct] {
    let channels = Set(room.shows.compactMap { find($0.description, as: ListedShow.self)?.channel })
    return channels.sorted().enumerated().map { index, channel in
      request.listing([], [room], in: channelLog(channel), step: UInt8(10 + index))
    }
  }
}
