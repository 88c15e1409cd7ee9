import Identity
import JSON

@testable import Board

/// A team with a channel, a show and a room that reviews it.
struct Team {
  var world: World
  let lead: Actor
  let operations: Actor
  let host: Actor
  let floor: Actor
  let backstage: Actor
  let privateDomain: Actor
  let channel: String
  /// The channel's show before, with numbers.
  let previous: Identifier
  let show: Identifier
  let room: Identifier
  /// A snapshot of `show`.
  let snapshot: String

  static let startsAt: Int64 = 1_773_316_683_000

  init(seed: UInt64 = 1) throws {
    var world = World(seed: seed)
    let organisation = World.organisation
    let lead = Self.member(1, [], isLead: true)
    let server = Actor.server(for: lead.member)
    try world.send("organisation.found", ["name": "暖禾"], to: organisation, as: server)
    let members: [(Actor, String)] = [
      (lead, "林溪"), (Self.member(2, [.operations]), "周原"), (Self.member(3, [.host]), "阿檬"),
      (Self.member(4, [.floor]), "老贺"), (Self.member(5, [.backstage]), "小卓"),
      (Self.member(6, [.privateDomain]), "念念"),
    ]
    for (member, name) in members {
      let roles = JSON.array(member.roles.map { .string($0.rawValue) })
      try world.send(
        "member.join", ["name": .string(name), "roles": roles, "lead": .bool(member.isLead)],
        to: organisation,
        as: .server(for: member.member))
    }
    (self.lead, operations, host) = (lead, members[1].0, members[2].0)
    (floor, backstage, privateDomain) = (members[3].0, members[4].0, members[5].0)

    channel = try world.send("channel.add", ["name": "羊绒直播间"], to: organisation, as: lead).made(
      .channel)
    previous = try world.send(
      "show.schedule",
      [
        "channel": .string(channel), "title": "上一场",
        "startsAt": .int(Int(Self.startsAt) - 86_400_000),
      ],
      to: organisation, as: lead
    ).newLog
    show = try world.send(
      "show.schedule",
      [
        "channel": .string(channel), "title": "羊绒专场", "startsAt": .int(Int(Self.startsAt)),
        "endsAt": .int(Int(Self.startsAt) + 14_400_000),
      ], to: organisation, as: operations
    ).newLog
    try world.send(
      "snapshot.take", ["values": ["gmv": 41000, "clk_pay_rate": 0.081]], to: previous, as: lead)
    try world.send("goal.set", ["metric": "gmv", "value": 60000], to: show, as: lead)
    snapshot = try world.send(
      "snapshot.take", ["values": ["gmv": 48312, "clk_pay_rate": 0.0745]], to: show, as: backstage
    ).made(.snapshot)
    room = try world.send(
      "room.open", ["shows": [.string(show.description)]], to: organisation, as: operations
    ).newLog
    self.world = world
  }

  static func member(_ number: UInt64, _ roles: Set<Role>, isLead: Bool = false) -> Actor {
    Actor(
      member: Identifier(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_1000 + number),
      roles: roles,
      isLead: isLead)
  }

  /// Who opened the room.
  var facilitator: Actor { operations }
  var everyone: [Actor] { [lead, operations, host, floor, backstage, privateDomain] }
  var channelLog: Identifier { LogFold.log(ofChannel: channel, in: World.organisation) }
  var channelFold: LogFold { world.folds[channelLog]! }
  var roomFold: LogFold { world.folds[room]! }
  var showFold: LogFold { world.folds[show]! }

  @discardableResult
  mutating func inRoom(
    _ op: String, _ args: JSON = [:], as actor: Actor, on: Int64? = nil
  ) throws(Refusal) -> World.Sent {
    try world.send(op, args, to: room, as: actor, on: on)
  }

  @discardableResult
  mutating func inShow(
    _ op: String, _ args: JSON = [:], as actor: Actor, on: Int64? = nil, occurredAt: Int64? = nil
  ) throws(Refusal) -> World.Sent {
    try world.send(op, args, to: show, as: actor, on: on, occurredAt: occurredAt)
  }

  @discardableResult
  mutating func inDirectory(_ op: String, _ args: JSON = [:], as actor: Actor) throws(Refusal)
    -> World.Sent
  {
    try world.send(op, args, to: World.organisation, as: actor)
  }

  mutating func move(to phase: Phase) throws(Refusal) {
    try inRoom("phase.move", ["phase": .string(phase.rawValue)], as: facilitator)
  }

  /// Posts an issue of the host's, which is a phase in which that is possible.
  mutating func post(
    _ text: String, anonymous: Bool = false, as actor: Actor? = nil
  ) throws(Refusal) -> String {
    let author = actor ?? host
    let role = author.roles.first ?? .host
    return try inRoom(
      "issue.post",
      [
        "role": .string(role.rawValue), "kind": "mistake", "text": .string(text),
        "anonymous": .bool(anonymous),
      ],
      as: author
    ).made(.issue)
  }

  /// What a member would hold of a log: every record they may see, as bytes.
  func sees(_ actor: Actor, _ fold: LogFold) -> [RecordKey: String] {
    let viewer = Viewer(member: actor.member, isLead: actor.isLead)
    return fold.keys.reduce(into: [:]) { seen, key in
      seen[key] = fold[key]?.render(for: viewer).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension Role {
  var json: JSON { .string(rawValue) }
}

/// The refusal of what must be refused.
func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

extension Team {
  /// A file that made something of every kind, some of it the same as what the one before made.
  mutating func bring(_ file: String) throws(Refusal) {
    let server = Actor.server(for: operations.member)
    let start = JSON.int(Int(Self.startsAt))
    let number = JSON.int(Int(file.utf8.last ?? 0))
    let made: [(String, JSON)] = [
      ("snapshot.import", ["source": "summary", "values": ["gmv": number], "start": start]),
      ("goals.import", ["goals": [["metric": "watch_uv", "value": number]]]),
      ("markers.import", ["markers": [["offset": 3, "kind": "note", "text": .string(file)]]]),
      ("questions.import", ["questions": [["text": "有 XL 吗"], ["text": .string("\(file) 几时发货")]]]),
      ("series.import", ["from": start, "columns": [["label": "在线"]], "offsets": [0, 60], "values": [[1, 2]]]),
    ]
    try inShow("file.import", ["file": .string(file), "kind": "summary", "digest": .string(file)], as: server)
    for (op, args) in made {
      var args = args.object!
      args["file"] = .string(file)
      try inShow(op, .object(args), as: server)
    }
  }
}
