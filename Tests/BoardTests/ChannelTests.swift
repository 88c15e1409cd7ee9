import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A channel's log` {
  @Test func `lists the channel's shows and rooms as the directory does`() throws {
    let team = try Team()
    let (directory, channel) = (team.world.directory, team.channelFold)
    #expect(directory.records(.show).count == 2 && directory.records(.room).count == 1)
    for kind in [RecordKind.show, .room] {
      #expect(Set(channel.records(kind).keys) == Set(directory.records(kind).keys))
      for id in directory.records(kind).keys {
        let key = RecordKey(kind, id)
        #expect(team.sees(team.host, channel)[key] == team.sees(team.host, directory)[key])
      }
    }
    #expect(String(decoding: channel.summary(), as: UTF8.self) == #"{"shows":2,"rooms":1}"#)
  }

  @Test func `lists a show as it is planned now`() throws {
    var team = try Team()
    try team.inShow("show.plan", ["title": "改期专场"], as: team.lead)
    #expect(team.channelFold.find(team.show.description, as: ListedShow.self)?.title == "改期专场")
  }

  @Test func `of a room of several channels is one of each of them`() throws {
    var team = try Team()
    let second = try team.inDirectory("channel.add", ["name": "二号"], as: team.lead).made(.channel)
    let show = try team.inDirectory(
      "show.schedule", ["channel": .string(second), "title": "对照", "startsAt": .int(Int(Team.startsAt))], as: team.lead
    ).newLog
    let shows: JSON = [.string(team.show.description), .string(show.description)]
    let room = try team.inDirectory("room.open", ["shows": shows], as: team.lead).newLog
    for channel in [team.channel, second] {
      let log = LogFold.log(ofChannel: channel, in: World.organisation)
      #expect(team.world.folds[log]?.find(room.description, as: ListedRoom.self)?.shows == [team.show, show])
    }
    let other = LogFold.log(ofChannel: second, in: World.organisation)
    #expect(Set(team.world.folds[other]!.records(.show).keys) == [show.description])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `keeps what the directory told last, in whatever order it is told`(order: [Int]) throws {
    var team = try Team()
    var listed = try #require(team.world.directory.find(team.show.description, as: ListedShow.self))
    let told = ["先改的", "后改的"].enumerated().map { index, title -> JSON in
      listed.title = title
      return ["at": .int(100 + index), "shows": [listed.argument], "rooms": []]
    }
    for index in order {
      try team.world.send("channel.list", told[index], to: team.channelLog, as: .server(for: team.lead.member))
    }
    #expect(team.channelFold.find(team.show.description, as: ListedShow.self)?.title == "后改的")
  }

  @Test func `keeps what was renamed and renamed back, though the first of the two is told last`() throws {
    var team = try Team()
    var listed = try #require(team.world.directory.find(team.show.description, as: ListedShow.self))
    let title = listed.title
    for (at, told) in [(101, title), (100, "中间的名字")] {
      listed.title = told
      try team.world.send(
        "channel.list", ["at": .int(at), "shows": [listed.argument], "rooms": []], to: team.channelLog,
        as: .server(for: team.lead.member))
    }
    #expect(team.channelFold.find(team.show.description, as: ListedShow.self)?.title == title)
  }

  @Test func `gathers what was listed before it was there, part by part, and then has nothing left to do`() throws {
    var team = try Team()
    for number in 0..<ChannelListing.part {
      try team.inDirectory(
        "show.schedule",
        [
          "channel": .string(team.channel), "title": .string("第\(number)场"),
          "startsAt": .int(Int(Team.startsAt) + number * 60_000),
        ], as: team.lead)
    }
    let log = team.channelLog
    team.world.folds[log] = LogFold(log: log, kind: .channel)
    team.world.events[log] = nil
    let at = JSON.int(team.world.events[World.organisation]?.count ?? 0)
    func gather() throws -> Int {
      let sent = try team.world.send("channel.gather", ["at": at], to: log, as: .server(for: team.lead.member))
      return sent.event == nil ? 0 : sent.changes.count
    }
    #expect(try gather() == ChannelListing.part + 1)
    #expect(try gather() == 2)
    #expect(try gather() == 0)
    #expect(team.channelFold.records(.show).count == ChannelListing.part + 2)
  }

  @Test func `does not go back to what an older directory lists`() throws {
    var team = try Team()
    var listed = try #require(team.world.directory.find(team.show.description, as: ListedShow.self))
    listed.title = "更新的"
    let server = Actor.server(for: team.lead.member)
    let told: JSON = ["at": 900, "shows": [listed.argument], "rooms": []]
    try team.world.send("channel.list", told, to: team.channelLog, as: server)
    #expect(try team.world.send("channel.gather", ["at": 899], to: team.channelLog, as: server).event == nil)
    #expect(try team.world.send("channel.gather", ["at": 901], to: team.channelLog, as: server).event != nil)
    #expect(
      team.channelFold.find(team.show.description, as: ListedShow.self)?.title
        == listed.title.replacing("更新的", with: "羊绒专场"))
  }

  @Test func `is found again in a checkpoint, with where it was told`() throws {
    let team = try Team()
    for fold in [team.channelFold, team.world.directory] {
      #expect(try LogFold(decoding: fold.encode(), log: fold.log, kind: fold.kind, words: [:]) == fold)
    }
    let stored = String(decoding: team.world.directory.encode(), as: UTF8.self)
    #expect(!stored.contains("listedAt") && !stored.contains(team.channelLog.description))
    #expect(String(decoding: team.channelFold.encode(), as: UTF8.self).contains("listedAt"))
  }
}

@Suite struct `The thresholds of a channel` {
  @Test func `are ten and thirty percent until somebody sets them`() throws {
    var team = try Team()
    #expect(team.channelFold.thresholds == Thresholds(near: 10, far: 30))
    #expect(team.channelFold.records(.thresholds).isEmpty)
    try set(&team, 5, 20, as: team.operations)
    #expect(
      team.sees(team.host, team.channelFold)[RecordKey(.thresholds, "thresholds")]
        == #"{"id":"thresholds","near":5,"far":20}"#)
  }

  @Test func `are whole percents, the near one below the far one`() throws {
    var team = try Team()
    for (near, far, refused) in [(0, 20, "near"), (5, 100, "far"), (20, 20, "far"), (30, 10, "far")] {
      #expect(
        refusal { () throws(Refusal) in try set(&team, near, far, as: team.lead) } == .invalid(refused, .outOfRange))
    }
    #expect(
      refusal { () throws(Refusal) in
        try team.world.send("thresholds.set", ["near": 5.5, "far": 20], to: team.channelLog, as: team.lead)
      } == .invalid("near", .wrongType))
  }

  @Test func `set to what they are change nothing`() throws {
    var team = try Team()
    #expect(try set(&team, 10, 30, as: team.lead).event == nil)
    #expect(try set(&team, 10, 31, as: team.lead).event != nil)
    #expect(try set(&team, 10, 31, as: team.lead).event == nil)
  }

  @Test func `are taken back to what they were, also to the usual ones`() throws {
    var team = try Team()
    for (near, far) in [(5, 20), (7, 40)] {
      let before = team.channelFold
      let event = try #require(try set(&team, near, far, as: team.lead).event)
      let opposite = try #require(Act.of("thresholds.set", in: .channel)?.undo?(before, event))
      #expect(opposite.args == ["near": .int(before.thresholds.near), "far": .int(before.thresholds.far)])
    }
  }

  @discardableResult
  private func set(_ team: inout Team, _ near: Int, _ far: Int, as actor: Actor) throws(Refusal) -> World.Sent {
    try team.world.send("thresholds.set", ["near": .int(near), "far": .int(far)], to: team.channelLog, as: actor)
  }
}

@Suite struct `Who may follow a log` {
  @Test func `is every member, whatever log of the organisation it is, and nobody else`() throws {
    var team = try Team()
    let playbook = LogFold.playbook(of: World.organisation)
    let logs = [World.organisation, team.channelLog, team.show, team.room, playbook]
    for log in logs {
      #expect(team.world.directory.mayFollow(log, team.host.member))
      #expect(!team.world.directory.mayFollow(log, Team.member(99, []).member))
    }
    #expect(!team.world.directory.mayFollow(team.host.member, team.host.member))
    try team.inDirectory("member.remove", ["member": .string(team.host.member.description)], as: team.lead)
    for log in logs { #expect(!team.world.directory.mayFollow(log, team.host.member)) }
  }
}
