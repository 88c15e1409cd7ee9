import JSON

/// Members of the organisation a link leads to, each with a session; further connections share them, as further tabs do.
struct Enrolment {
  /// Members an organisation has room for, with some to spare.
  static let most = 490
  private static let roles: JSON = ["operations", "host", "floor", "backstage", "private"]

  let address: Address
  private(set) var cookies: [String]

  /// The lead by the link, the others by invitations of fifty.
  init(link: String, members: Int) throws {
    address = try Address(link: link)
    var lead = HTTPExchange(address: address)
    try Self.join(&lead, address.token, "领队")
    cookies = [lead.cookie ?? ""]
    while cookies.count < members {
      let invitation = try lead.post("/api/invitations", ["roles": Self.roles])
      guard let token = invitation["link"]?.string?.split(separator: "#").last.map(String.init) else {
        throw BenchFault("the lead got no invitation link")
      }
      for _ in 0..<min(50, members - cookies.count) {
        var member = HTTPExchange(address: address)
        try Self.join(&member, token, "成员\(cookies.count)")
        cookies.append(member.cookie ?? "")
      }
    }
  }

  private static func join(_ member: inout HTTPExchange, _ token: String, _ name: String) throws {
    _ = try member.post(
      "/api/join",
      ["id": .string(LoadCommandID().text(0)), "token": .string(token), "name": .string(name), "roles": roles])
  }

  /// Shows just planned, which the server has found. The lead does not stay in them.
  func open(shows count: Int, _ lead: Conversation) throws -> [String] {
    let channel = try lead.add("channel", "channel.add", to: lead.directory, ["name": "压测直播间"])
    return try (0..<count).map { number in
      let show = try lead.add(
        "show", "show.schedule", to: lead.directory,
        ["channel": .string(channel), "title": .string("压测场\(number)"), "startsAt": .int(Int(Clock.wall))])
      try lead.follow(show)
      try lead.leave(show)
      return show
    }
  }

  /// Rooms in the phase `vote`, about one show; likewise.
  func open(rooms count: Int, _ lead: Conversation) throws -> [String] {
    guard count > 0 else { return [] }
    let show = try open(shows: 1, lead)[0]
    return try (0..<count).map { number in
      let room = try lead.add(
        "room", "room.open", to: lead.directory,
        ["shows": [.string(show)], "title": .string("房间\(number)"), "votes": 20])
      try lead.follow(room)
      try lead.send("phase.move", to: room, ["phase": "vote"])
      try lead.leave(room)
      return room
    }
  }
}
