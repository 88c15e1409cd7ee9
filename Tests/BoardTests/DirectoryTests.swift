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
