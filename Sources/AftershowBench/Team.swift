import JSON

/// What the load needs on the server: members, rooms in the phase `vote`, and cards for the senders to edit.
struct Team {
  let address: Address
  /// One session for each member of the organisation; further connections share them, as further tabs do.
  private(set) var cookies: [String] = []
  private(set) var rooms: [String] = []
  /// Where idle connections wait.
  private(set) var quietRoom: String?
  /// By room, sender and slot.
  private(set) var cards: [[[Card]]] = []

  /// Members an organisation has room for, with some to spare.
  static let most = 400
  private static let roles: JSON = ["operations", "host", "floor", "backstage", "private"]

  init(link: String, load: LoadOptions, quiet: Bool) throws {
    address = try Address(link: link)
    let wanted = load.rooms * load.members + load.idle
    try enrol(min(wanted, Team.most))
    let lead = try Conversation(to: address, cookie: cookies[0])
    rooms = try openRooms(load.rooms + (load.idle > 0 ? 1 : 0), lead)
    quietRoom = load.idle > 0 ? rooms.removeLast() : nil
    for (index, room) in rooms.enumerated() {
      cards.append(try (0..<load.senders).map { try lay(load, room, cookie(member: $0, room: index, of: load)) })
    }
    if !quiet { print("\(cookies.count) members, \(load.rooms) rooms, \(wanted) connections") }
  }

  func cookie(member: Int, room: Int, of load: LoadOptions) -> String {
    cookies[(member + room * load.members) % cookies.count]
  }

  /// The lead by the link, the others by invitations of fifty.
  private mutating func enrol(_ count: Int) throws {
    var lead = HTTPExchange(address: address)
    try Team.join(&lead, address.token, "领队")
    cookies = [lead.cookie ?? ""]
    while cookies.count < count {
      let invitation = try lead.post("/api/invitations", ["roles": Team.roles])
      guard let token = invitation["link"]?.string?.split(separator: "#").last.map(String.init) else {
        throw BenchFault("the lead got no invitation link")
      }
      for _ in 0..<min(50, count - cookies.count) {
        var member = HTTPExchange(address: address)
        try Team.join(&member, token, "成员\(cookies.count)")
        cookies.append(member.cookie ?? "")
      }
    }
  }

  private static func join(_ member: inout HTTPExchange, _ token: String, _ name: String) throws {
    _ = try member.post(
      "/api/join", ["id": .string(CommandID().text(0)), "token": .string(token), "name": .string(name), "roles": roles])
  }

  private func openRooms(_ count: Int, _ lead: Conversation) throws -> [String] {
    let channel = try lead.add("channel", "channel.add", to: lead.directory, ["name": "压测直播间"])
    let show = try lead.add(
      "show", "show.schedule", to: lead.directory,
      ["channel": .string(channel), "title": "压测场", "startsAt": .int(Int(Clock.wall))])
    return try (0..<count).map { number in
      let room = try lead.add(
        "room", "room.open", to: lead.directory,
        ["shows": [.string(show)], "title": .string("房间\(number)"), "votes": 20])
      try lead.follow(room)
      try lead.send("phase.move", to: room, ["phase": "vote"])
      return room
    }
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
