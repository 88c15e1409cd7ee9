import Identity
import JSON
import Testing

@testable import Board

extension Team {
  /// An action of the channel that the next room asks for.
  mutating func agree(
    _ text: String = "尺码表做成图", due: JSON = ["next": true], as actor: Actor? = nil
  ) throws(Refusal) -> String {
    try world.send(
      "action.add", ["text": .string(text), "owner": "backstage", "due": due], to: channelLog, as: actor ?? lead
    ).made(.action)
  }

  @discardableResult
  mutating func answer(
    _ action: String, _ answer: String, _ reason: String? = nil, in room: Identifier? = nil, as actor: Actor? = nil,
    on: Int64? = nil
  ) throws(Refusal) -> World.Sent {
    var args = JSONObject()
    args["action"] = .string(action)
    args["room"] = .string((room ?? self.room).description)
    args["answer"] = .string(answer)
    args["reason"] = reason.map(JSON.string)
    return try world.send("action.answer", .object(args), to: channelLog, as: actor ?? backstage, on: on)
  }

  func action(_ id: String) throws -> Action { try #require(channelFold.find(id, as: Action.self)) }

  mutating func openRoom() throws(Refusal) -> Identifier {
    world.now += 86_400_000
    return try world.send(
      "room.open", ["shows": [.string(show.description)]], to: World.organisation, as: operations
    ).newLog
  }

  mutating func move(_ room: Identifier, to phase: String) throws(Refusal) {
    try world.send("phase.move", ["phase": .string(phase)], to: room, as: operations)
  }
}

@Suite struct `An action that was agreed` {
  @Test func `holds the next room back until it is answered`() throws {
    var team = try Team()
    let action = try team.agree()
    #expect(refused(&team, "data") == Refusal(.unanswered, .records([action])))
    try team.answer(action, "done")
    try team.move(to: .data)
    #expect(try team.action(action).state == .done)
    #expect(team.roomFold.room?.phase == .data)
  }

  @Test(
    arguments: [
      (due: nil, isAsked: false), (due: ["next": true], isAsked: true), (due: ["day": "2026-03-12"], isAsked: true),
      (due: ["day": "2026-03-13"], isAsked: false),
    ] as [(due: JSON?, isAsked: Bool)])
  func `is asked for when it is due`(due: JSON?, isAsked: Bool) throws {
    // It is the 12th in China, an hour past eight in the evening.
    var team = try Team()
    _ = try team.agree(due: due ?? .null)
    #expect((refused(&team, "data")?.code == .unanswered) == isAsked)
  }

  @Test func `that was answered not yet is asked for again, and in the third room with a reason`() throws {
    var team = try Team()
    let action = try team.agree()
    for room in [team.room, try team.openRoom()] {
      try team.answer(action, "notYet", in: room)
      try team.move(room, to: "data")
    }
    let third = try team.openRoom()
    #expect(
      refusal { () throws(Refusal) in try team.answer(action, "notYet", in: third) } == .invalid("reason", .missing))
    try team.answer(action, "notYet", "没有人手", in: third)
    try team.move(third, to: "data")
    let told = try team.action(action)
    #expect((told.missed, told.state, told.answer(in: third)?.reason) == (3, .todo, "没有人手"))
  }

  @Test func `can be dropped with a reason alone`() throws {
    var team = try Team()
    let action = try team.agree()
    #expect(refusal { () throws(Refusal) in try team.answer(action, "dropped") } == .invalid("reason", .missing))
    try team.answer(action, "dropped", "不再需要")
    #expect(try team.action(action).state == .dropped)
    #expect(try team.action(action).reason == "不再需要")
    try team.move(to: .data)
  }

  @Test func `may be put off by whoever steers, and is asked for again at closing`() throws {
    var team = try Team()
    let action = try team.agree()
    let later: JSON = ["actions": [.string(action)]]
    #expect(refusal { () throws(Refusal) in try team.inRoom("action.defer", later, as: team.host) } == .forbidden)
    try team.inRoom("action.defer", later, as: team.facilitator)
    try team.move(to: .solve)
    #expect(refused(&team, "closed") == Refusal(.unanswered, .records([action])))
    var answered = team
    try answered.answer(action, "done")
    try answered.move(to: .closed)
    try team.inRoom("action.defer", later, as: team.facilitator)
    try team.move(to: .closed)
    #expect(team.roomFold.find(action, as: Deferral.self)?.isFinal == true)
  }

  @Test func `whose answer was taken back holds the room open, and one agreed meanwhile does not`() throws {
    // given
    var team = try Team()
    let action = try team.agree()
    team.world.now += 60_000
    let room = try team.openRoom()
    try team.answer(action, "notYet", in: room)
    try team.move(room, to: "solve")
    _ = try team.agree("开场再快一点")
    // when
    try team.world.send(
      "action.unanswer", ["action": .string(action), "room": .string(room.description)], to: team.channelLog,
      as: team.backstage)
    // then
    #expect(
      refusal { () throws(Refusal) in try team.move(room, to: "closed") } == Refusal(.unanswered, .records([action])))
    try team.answer(action, "done", in: room)
    try team.move(room, to: "closed")
  }

  @Test func `is not asked for by the room that made it, or by one from before`() throws {
    var team = try Team()
    let second = try team.openRoom()
    for room in [team.room, second] { try team.move(room, to: "solve") }
    let solution = try team.world.send(
      "solution.propose", ["issues": [], "text": "先热身", "kind": "sop", "owner": "host"], to: second, as: team.host
    ).made(.solution)
    try team.world.send(
      "solution.act", ["solution": .string(solution), "due": ["next": true]], to: second, as: team.host)
    for room in [team.room, second] {
      try team.move(room, to: "prepare")
      try team.move(room, to: "data")
    }
    let third = try team.openRoom()
    #expect(
      refusal { () throws(Refusal) in try team.move(third, to: "data") }?.code == .unanswered)
  }

  @Test func `is asked for in a room of several channels with those of the others`() throws {
    var team = try Team()
    let other = try team.inDirectory("channel.add", ["name": "二号"], as: team.lead).made(.channel)
    let show = try team.inDirectory(
      "show.schedule",
      ["channel": .string(other), "title": "二号专场", "startsAt": .int(Int(Team.startsAt))], as: team.lead
    ).newLog
    let room = try team.inDirectory(
      "room.open", ["shows": [.string(team.show.description), .string(show.description)]], as: team.operations
    ).newLog
    let log = LogFold.log(ofChannel: other, in: World.organisation)
    let ids = try [
      team.agree(),
      team.world.send(
        "action.add", ["text": "备货", "owner": "floor", "due": ["next": true]], to: log, as: team.lead
      ).made(.action),
    ]
    let refused = refusal { () throws(Refusal) in try team.move(room, to: "data") }
    guard case .records(let missing)? = refused?.detail else { throw Missing() }
    #expect(Set(missing) == Set(ids))
  }

  private func refused(_ team: inout Team, _ phase: String) -> Refusal? {
    let room = team.room
    return refusal { () throws(Refusal) in try team.move(room, to: phase) }
  }

  private struct Missing: Error {}
}

@Suite struct `Two who answer one action` {
  @Test func `hear each other: the first answer stands`() throws {
    var team = try Team()
    let action = try team.agree()
    try team.answer(action, "done", as: team.host)
    let second = refusal { () throws(Refusal) in try team.answer(action, "notYet", as: team.floor) }
    #expect(second?.code == .conflict)
    #expect(try team.action(action).answer(in: team.room)?.by == team.host.member)
    let edited = Int64(team.world.events[team.channelLog]!.count)
    try team.answer(action, "notYet", as: team.floor, on: edited)
    #expect(try team.action(action).state == .todo)
  }

  @Test func `may say the same`() throws {
    var team = try Team()
    let action = try team.agree()
    try team.answer(action, "done", as: team.host)
    #expect(try team.answer(action, "done", as: team.floor).event == nil)
  }

  @Test func `an answer taken back leaves the action as it was`() throws {
    var team = try Team()
    let action = try team.agree()
    try team.world.send(
      "action.set", ["action": .string(action), "state": "doing"], to: team.channelLog, as: team.host)
    try team.answer(action, "done", as: team.host)
    try team.world.send(
      "action.unanswer", ["action": .string(action), "room": .string(team.room.description)], to: team.channelLog,
      as: team.host)
    #expect(try team.action(action).state == .doing)
    #expect(try team.action(action).settledAt == nil)
  }
}

@Suite struct `An action made from a solution` {
  private func acted() throws -> (Team, solution: String) {
    var team = try Team()
    try team.move(to: .solve)
    let issue = try team.post("开场慢")
    let solution = try team.inRoom(
      "solution.propose",
      ["issues": [.string(issue)], "text": "提前十分钟\n热身", "kind": "sop", "owner": "host"], as: team.host
    ).made(.solution)
    try team.inRoom(
      "solution.act",
      ["solution": .string(solution), "member": .string(team.floor.member.description), "due": ["day": "2026-03-14"]],
      as: team.host)
    return (team, solution)
  }

  @Test func `has its words, its owner and where it came from`() throws {
    let (team, solution) = try acted()
    let action = try #require(team.channelFold.actions.first)
    #expect((action.text, action.owner, action.member) == ("提前十分钟 热身", .host, team.floor.member))
    #expect(action.due == .day(Day("2026-03-14")!))
    #expect(action.from?.room == team.room)
    #expect(action.from?.solution == solution)
    let made = try #require(team.roomFold.find(solution, as: Solution.self)?.actions.first)
    #expect((made.action, made.channel, made.state) == (action.id, team.channelLog, .done))
  }

  @Test func `goes with the words of the solution that are erased, unless somebody has written it anew`() throws {
    for isRewritten in [false, true] {
      var (team, solution) = try acted()
      let action = try #require(team.channelFold.actions.first)
      try team.answer(action.id, "notYet", "热身太早")
      if isRewritten {
        try team.world.send(
          "action.edit", ["action": .string(action.id), "text": "自己的话"], to: team.channelLog, as: team.lead,
          on: action.edits.last)
      }
      try team.inRoom(
        "solution.erase", ["solution": .string(solution), "reason": "用户要求", "onward": true], as: team.lead)
      #expect(try team.action(action.id).text == (isRewritten ? "自己的话" : ""))
      #expect(!team.world.stored(team.channelLog).contains("热身"))
      var again = LogFold(log: team.channelLog, kind: .channel)
      for event in team.world.events[team.channelLog] ?? [] { _ = again.apply(event) }
      #expect(again == team.channelFold)
    }
  }
}

@Suite struct `The words of an action` {
  @Test func `are gone from everything stored once they are erased, with every reason`() throws {
    var team = try Team()
    let action = try team.agree("给张三回电话")
    try team.answer(action, "notYet", "张三没接")
    try team.world.send(
      "action.set", ["action": .string(action), "state": "dropped", "reason": "张三退货了"], to: team.channelLog,
      as: team.host)
    try team.world.send(
      "action.erase", ["action": .string(action), "reason": "用户要求"], to: team.channelLog, as: team.lead)
    #expect(!team.world.stored(team.channelLog).contains("张三"))
    #expect(try team.action(action).erased != nil)
    #expect(try team.action(action).missed == 1)
  }

  @Test func `are everyone's to change, on their newest state`() throws {
    var team = try Team()
    let action = try team.agree()
    let on = try team.action(action).edits.last
    try team.world.send(
      "action.edit", ["action": .string(action), "text": "两张图", "due": ""], to: team.channelLog, as: team.host, on: on)
    #expect(try team.action(action).text == "两张图")
    #expect(try team.action(action).due == nil)
    #expect(
      refusal { () throws(Refusal) in
        try team.world.send(
          "action.edit", ["action": .string(action), "text": "三张"], to: team.channelLog, as: team.floor, on: on)
      }?.code == .conflict)
  }
}

@Suite struct `The list of a channel's actions` {
  @Test func `tells of those that are settled the newest hundred`() throws {
    var team = try Team()
    var ids: [String] = []
    for number in 0..<102 {
      team.world.now += 1000
      let id = try team.agree("第 \(number) 件")
      try team.world.send("action.set", ["action": .string(id), "state": "done"], to: team.channelLog, as: team.host)
      ids.append(id)
    }
    let told = team.sees(team.host, team.channelFold).keys.filter { $0.kind == .action }.map(\.id)
    #expect(Set(told) == Set(ids.dropFirst(2)))
    try team.world.send("action.set", ["action": .string(ids[0]), "state": "todo"], to: team.channelLog, as: team.host)
    #expect(team.sees(team.host, team.channelFold)[RecordKey(.action, ids[0])] != nil)
  }

  @Test func `knows nobody who was never a member`() throws {
    var team = try Team()
    #expect(
      refusal { () throws(Refusal) in
        try team.world.send(
          "action.add",
          ["text": "备货", "owner": "floor", "member": .string(Team.member(99, []).member.description)],
          to: team.channelLog, as: team.lead)
      } == .notFound)
  }
}

@Suite struct `A day` {
  @Test(
    arguments: [
      (0, "1970-01-01"), (57_599_999, "1970-01-01"), (57_600_000, "1970-01-02"), (1_773_316_683_000, "2026-03-12"),
      (1_709_222_400_000, "2024-03-01"), (1_709_136_000_000, "2024-02-29"),
    ] as [(Int64, String)])
  func `is told as a team in China counts it`(moment: Int64, day: String) { #expect(Day(at: moment).text == day) }

  @Test(arguments: [
    ("2026-03-14", true), ("2026-02-29", false), ("2024-02-29", true), ("2026-13-01", false), ("2026-3-14", false),
    ("+026-03-14", false), ("1999-01-01", false), ("2026-04-31", false),
  ]) func `is one of the calendar`(text: String, exists: Bool) { #expect((Day(text) != nil) == exists) }
}
