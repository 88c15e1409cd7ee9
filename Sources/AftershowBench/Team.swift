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

  init(link: String, load: LoadOptions, quiet: Bool) throws {
    let wanted = load.rooms * load.members + load.idle
    let enrolment = try Enrolment(link: link, members: min(wanted, Team.most))
    (address, cookies) = (enrolment.address, enrolment.cookies)
    let lead = try Conversation(to: address, cookie: cookies[0])
    rooms = try enrolment.open(rooms: load.rooms + (load.idle > 0 ? 1 : 0), lead).rooms
    quietRoom = load.idle > 0 ? rooms.removeLast() : nil
    for (index, room) in rooms.enumerated() {
      cards.append(try (0..<load.senders).map { try lay(load, room, cookie(member: $0, room: index, of: load)) })
    }
    if !quiet { print("\(cookies.count) members, \(load.rooms) rooms, \(wanted) connections") }
  }

  func cookie(member: Int, room: Int, of load: LoadOptions) -> String {
    cookies[(member + room * load.members) % cookies.count]
  }

  /// One card for each command a sender may have unanswered, so that no edit waits for another.
  private func lay(_ load: LoadOptions, _ room: String, _ cookie: String) throws -> [Card] {
    let sender = try Conversation(to: address, cookie: cookie)
    try sender.follow(room)
    return try (0..<load.window).map { slot in
      let id = try sender.add(
        "issue", "issue.post", to: room, ["role": "host", "kind": "mistake", "text": .string("第 \(slot) 张")])
      return Card(id: id, edited: sender.records("issue", of: room)[id]?["edited"]?.int ?? 0)
    }
  }
}

/// A card its author edits: the next edit is made on what the last acknowledgement said.
struct Card {
  let id: String
  var edited: Int
  var hasVote = false
}
