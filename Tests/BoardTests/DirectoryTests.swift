import Identity
import JSON
import Testing

@testable import Board

@Suite struct `The directory` {
  @Test func `an organisation is founded once`() throws {
    var team = try Team()
    let sent = try team.inDirectory(
      "organisation.found", ["name": "别名"], as: .server(for: team.lead.member))
    #expect(sent.event == nil)
    #expect(team.world.directory.organisation?.name == "暖禾")
    #expect(team.world.directory.organisation?.zone == "Asia/Shanghai")
  }

  @Test func `before it is founded nothing is found in it`() {
    var world = World()
    #expect(
      refusal { () throws(Refusal) in
        try world.send(
          "channel.add", ["name": "一号"], to: World.organisation,
          as: Team.member(1, [], isLead: true))
      } == .notFound)
  }

  @Test func `renaming to the same name changes nothing`() throws {
    var team = try Team()
    #expect(try team.inDirectory("organisation.rename", ["name": "暖禾"], as: team.lead).event == nil)
    #expect(
      try team.inDirectory("organisation.rename", ["name": " 暖禾集团 "], as: team.lead).event != nil)
    #expect(team.world.directory.organisation?.name == "暖禾集团")
  }

  @Test func `roles can be called otherwise, their keys stay`() throws {
    var team = try Team()
    try team.inDirectory("organisation.label", ["role": "private", "label": "社群"], as: team.lead)
    let seen = team.sees(team.host, team.world.directory)[RecordKey(.organisation, "organisation")]
    #expect(
      seen == #"{"id":"organisation","name":"暖禾","zone":"Asia/Shanghai","#
        + #""labels":{"private":"社群"}}"#)
  }

  @Test func `a role nobody renamed has no label, and an empty one gives its own name back`() throws {
    var team = try Team()
    let key = RecordKey(.organisation, "organisation")
    #expect(team.sees(team.host, team.world.directory)[key]?.hasSuffix(#""labels":{}}"#) == true)
    try team.inDirectory("organisation.label", ["role": "host", "label": "当家"], as: team.lead)
    try team.inDirectory("organisation.label", ["role": "host", "label": ""], as: team.lead)
    #expect(team.sees(team.host, team.world.directory)[key]?.hasSuffix(#""labels":{}}"#) == true)
    #expect(
      try team.inDirectory("organisation.label", ["role": "host", "label": " "], as: team.lead).event == nil)
  }

  @Test func `a room of several shows is not named after the first alone`() throws {
    var team = try Team()
    let shows: JSON = [.string(team.previous.description), .string(team.show.description)]
    let room = try team.inDirectory("room.open", ["shows": shows], as: team.operations).newLog
    #expect(team.world.folds[room]?.room?.title == "上一场 等 2 场复盘")
  }

  @Test func `a channel is added and renamed`() throws {
    var team = try Team()
    let id = try team.inDirectory("channel.add", ["name": "二号"], as: team.operations).made(.channel)
    try team.inDirectory(
      "channel.rename", ["channel": .string(id), "name": "三号"], as: team.operations)
    #expect(
      team.sees(team.host, team.world.directory)[RecordKey(.channel, id)]
        == #"{"id":"\#(id)","name":"三号","log":"\#(LogFold.log(ofChannel: id, in: World.organisation))"}"#)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory(
          "channel.rename", ["channel": "none", "name": "四号"], as: team.operations)
      } == .notFound)
  }

  @Test func `arguments are refused by name`() throws {
    var team = try Team()
    let table: [(JSON, Refusal)] = [
      ([:], .invalid("name", .missing)), (["name": 7], .invalid("name", .wrongType)),
      (["name": "  "], .invalid("name", .missing)),
      (["name": .string(String(repeating: "长", count: 41))], .invalid("name", .tooLong, limit: 40)),
      (["name": "一\n二"], .invalid("name", .invalid)),
      (["name": "一", "colour": "red"], .invalid("colour", .unknown)),
    ]
    for (args, expected) in table {
      #expect(
        refusal { () throws(Refusal) in try team.inDirectory("channel.add", args, as: team.lead) }
          == expected)
    }
  }

  @Test func `there are only so many channels`() throws {
    var team = try Team()
    for _ in 1..<Bounds.channels {
      try team.inDirectory("channel.add", ["name": "又一个"], as: team.lead)
    }
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("channel.add", ["name": "太多"], as: team.lead)
      }
        == Refusal(.full, .limit(Bounds.channels)))
  }
}

@Suite struct `Members` {
  private let newcomer = Team.member(9, [])

  private func offer(_ team: inout Team, roles: [Role], uses: Int = 1, lead: Bool = false)
    throws(Refusal)
  {
    try team.inDirectory(
      "invitation.offer",
      [
        "invitation": "inv", "roles": .array(roles.map(\.json)), "lead": .bool(lead),
        "expires": .int(Int(team.world.now) + 1000), "uses": .int(uses),
      ], as: .server(for: team.lead.member))
  }

  private func join(_ team: inout Team, roles: [Role], as member: Actor? = nil) -> Refusal? {
    refusal { () throws(Refusal) in
      try team.inDirectory(
        "member.join", ["name": "新人", "roles": .array(roles.map(\.json)), "invitation": "inv"],
        as: .server(for: (member ?? newcomer).member))
    }
  }

  @Test func `only the active take a place: who was removed makes room`() throws {
    var team = try Team()
    func newcomer(_ number: Int) -> Actor { .server(for: Identifier(high: 7, low: UInt64(number))) }
    func join(_ team: inout Team, _ number: Int) -> Refusal? {
      refusal { () throws(Refusal) in
        try team.inDirectory("member.join", ["name": "新人", "roles": ["host"]], as: newcomer(number))
      }
    }
    let present = team.world.directory.records(.member).count
    for number in present..<Bounds.members { #expect(join(&team, number) == nil) }
    #expect(join(&team, 9_999) == Refusal(.full, .limit(2_000)))
    let gone = Identifier(high: 7, low: UInt64(present))
    try team.inDirectory("member.remove", ["member": .string(gone.description)], as: team.lead)
    #expect(join(&team, 9_999) == nil)
    #expect(join(&team, 9_998) == Refusal(.full, .limit(2_000)))
  }

  @Test func `an invitation by which nobody can join any more takes no place`() throws {
    var team = try Team()
    func offer(_ team: inout Team, _ id: String) -> Refusal? {
      refusal { () throws(Refusal) in
        try team.inDirectory(
          "invitation.offer",
          ["invitation": .string(id), "roles": ["host"], "expires": .int(Int(team.world.now) + 60_000), "uses": 1],
          as: .server(for: team.lead.member))
      }
    }
    for number in 0..<Bounds.invitations { #expect(offer(&team, "i\(number)") == nil) }
    #expect(offer(&team, "more") == Refusal(.full, .limit(Bounds.invitations)))
    try team.inDirectory("invitation.revoke", ["invitation": "i0"], as: team.lead)
    #expect(offer(&team, "more") == nil)
    #expect(offer(&team, "again") == Refusal(.full, .limit(Bounds.invitations)))
    team.world.now += 60_001
    #expect(offer(&team, "again") == nil)
  }

  @Test func `joining by an invitation uses it up`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor, .host])
    #expect(join(&team, roles: [.floor]) == nil)
    let actor = team.world.directory.actor(newcomer.member)
    #expect(actor?.roles == [.floor])
    #expect(actor?.isLead == false)
    #expect(join(&team, roles: [.floor], as: Team.member(10, [])) == .notFound)
  }

  @Test func `joining twice is joining once`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor], uses: 2)
    #expect(join(&team, roles: [.floor]) == nil)
    #expect(join(&team, roles: [.floor]) == nil)
    #expect(team.world.directory.find("inv", as: Invitation.self)?.uses == 1)
  }

  @Test func `a role that is not offered cannot be taken`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor])
    #expect(join(&team, roles: [.floor, .operations]) == .invalid("roles", .invalid))
    #expect(join(&team, roles: []) == .invalid("roles", .missing))
  }

  @Test func `a revoked or expired invitation is none`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor])
    try team.inDirectory("invitation.revoke", ["invitation": "inv"], as: team.lead)
    #expect(
      try team.inDirectory("invitation.revoke", ["invitation": "inv"], as: team.lead).event == nil)
    #expect(join(&team, roles: [.floor]) == .notFound)
    var late = try Team()
    try offer(&late, roles: [.floor])
    late.world.now += 1000
    #expect(join(&late, roles: [.floor]) == .notFound)
  }

  @Test func `an invitation may make a lead`() throws {
    var team = try Team()
    try offer(&team, roles: [], lead: true)
    #expect(join(&team, roles: []) == nil)
    #expect(team.world.directory.actor(newcomer.member)?.isLead == true)
  }

  @Test func `invitations are seen by leads alone`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor])
    let key = RecordKey(.invitation, "inv")
    #expect(
      team.sees(team.lead, team.world.directory)[key]
        == #"{"id":"inv","roles":["floor"],"lead":false,"expires":\#(team.world.now + 1000),"uses":1,"revoked":false}"#
    )
    for member in team.everyone.dropFirst() {
      #expect(team.sees(member, team.world.directory)[key] == nil)
    }
  }

  @Test func `a change of rights moves the view, a change of name does not`() throws {
    var team = try Team()
    let host = team.host.member
    let before = team.world.directory.rights(of: host)
    try team.inDirectory("member.rename", ["name": "小檬"], as: team.host)
    #expect(team.world.directory.rights(of: host) == before)
    try team.inDirectory(
      "member.assign", ["member": .string(host.description), "roles": ["floor", "host"]],
      as: team.lead)
    #expect(team.world.directory.rights(of: host) > before)
    #expect(team.world.directory.actor(host)?.roles == [.host, .floor])
    #expect(
      try team.inDirectory(
        "member.assign", ["member": .string(host.description), "roles": ["host", "floor"]],
        as: team.lead
      ).event == nil)
  }

  @Test func `the last lead stays`() throws {
    var team = try Team()
    let lead = JSON.string(team.lead.member.description)
    let host = JSON.string(team.host.member.description)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("member.remove", ["member": lead], as: team.lead)
      }
        == Refusal(.lastLead))
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("member.appoint", ["member": lead, "lead": false], as: team.lead)
      } == Refusal(.lastLead))
    try team.inDirectory("member.appoint", ["member": host, "lead": true], as: team.lead)
    try team.inDirectory("member.appoint", ["member": lead, "lead": false], as: team.lead)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("member.remove", ["member": host], as: team.lead)
      }
        == Refusal(.lastLead))
  }

  @Test func `a removed member is known by name and may nothing`() throws {
    var team = try Team()
    let host = team.host.member
    let args: JSON = ["member": .string(host.description)]
    try team.inDirectory("member.remove", args, as: team.lead)
    #expect(team.world.directory.actor(host) == nil)
    #expect(
      team.sees(team.lead, team.world.directory)[RecordKey(.member, host.description)]
        == #"{"id":"\#(host)","name":"阿檬","roles":["host"],"active":false}"#)
    #expect(
      refusal { () throws(Refusal) in try team.inDirectory("member.remove", args, as: team.lead) }
        == .notFound)
    #expect(
      String(decoding: team.world.directory.summary(), as: UTF8.self)
        == #"{"members":5,"channels":1}"#)
  }
}

@Suite struct `Shows and rooms in the directory` {
  @Test func `a scheduled show is listed and founded under an id its command determines`() throws {
    var team = try Team()
    let sent = try team.inDirectory(
      "show.schedule",
      ["channel": .string(team.channel), "title": "早场", "startsAt": .int(Int(team.world.now) + 5)],
      as: team.operations)
    let log = sent.command.id.derived(step: 3)
    #expect(sent.decision.pending.map(\.id) == [1, 4].map { sent.command.id.derived(step: $0) })
    #expect(sent.decision.pending.map(\.op) == ["show.found", "channel.list"])
    #expect(team.world.directory.knows(log: log) == .show)
    #expect(team.world.folds[log]?.show?.title == "早场")
    #expect(
      team.sees(team.host, team.world.directory)[RecordKey(.show, log.description)]
        == #"{"id":"\#(log)","channel":"\#(team.channel)","title":"早场","startsAt":\#(team.world.now + 5),"#
        + #""imported":false}"#)
  }

  @Test func `an unknown channel, or an end before the start, is refused`() throws {
    var team = try Team()
    let now = JSON.int(Int(team.world.now))
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory(
          "show.schedule", ["channel": "none", "title": "早场", "startsAt": now], as: team.lead)
      } == .notFound)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory(
          "show.schedule",
          ["channel": .string(team.channel), "title": "早场", "startsAt": now, "endsAt": now],
          as: team.lead)
      } == .invalid("endsAt", .outOfRange))
  }

  @Test func `a show from a platform's list has its real times`() throws {
    var team = try Team()
    let log = try team.inDirectory(
      "show.import",
      [
        "channel": .string(team.channel), "title": "旧场", "startsAt": 1_770_000_000_000,
        "endsAt": 1_770_010_000_000,
      ], as: .server(for: team.lead.member)
    ).newLog
    #expect(team.world.folds[log]?.show?.start == 1_770_000_000_000)
    #expect(team.world.folds[log]?.show?.end == 1_770_010_000_000)
    #expect(team.world.directory.find(log.description, as: ListedShow.self)?.imported == true)
  }

  @Test func `the show before is the channel's latest one that started earlier`() throws {
    var team = try Team()
    #expect(team.world.directory.previousShow(before: team.show) == team.previous)
    #expect(team.world.directory.previousShow(before: team.previous) == nil)
    let other = try team.inDirectory("channel.add", ["name": "二号"], as: team.lead).made(.channel)
    for (channel, minutes) in [(other, -10), (team.channel, 10), (team.channel, -2000)] {
      try team.inDirectory(
        "show.schedule",
        [
          "channel": .string(channel), "title": "别场",
          "startsAt": .int(Int(Team.startsAt) + minutes * 60_000),
        ],
        as: team.lead)
    }
    #expect(team.world.directory.previousShow(before: team.show) == team.previous)
  }

  @Test func `a room is opened on shows the organisation knows`() throws {
    var team = try Team()
    #expect(team.world.directory.knows(log: team.room) == .room)
    #expect(team.roomFold.room?.title == "羊绒专场 复盘")
    #expect(team.roomFold.room?.facilitator == team.operations.member)
    #expect(team.roomFold.room?.votes == 5)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory(
          "room.open", ["shows": [.string(team.show.description), .string(team.room.description)]],
          as: team.lead)
      } == .notFound)
    #expect(
      refusal { () throws(Refusal) in
        let show = team.show.description
        try team.inDirectory(
          "room.open", ["shows": [.string(show), .string(show.uppercased())]], as: team.lead)
      } == .invalid("shows[1]", .invalid))
  }

  @Test func `the organisation knows its own logs and no others`() throws {
    let team = try Team()
    #expect(team.world.directory.knows(log: World.organisation) == .directory)
    #expect(team.world.directory.knows(log: World.organisation.derived(step: 2)) == .playbook)
    #expect(team.world.directory.knows(log: team.show) == .show)
    #expect(team.world.directory.knows(log: team.channelLog) == .channel)
    #expect(team.world.directory.knows(log: team.host.member) == nil)
  }
}
