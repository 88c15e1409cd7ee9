import Identity
import JSON
import Testing

@testable import Board

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
