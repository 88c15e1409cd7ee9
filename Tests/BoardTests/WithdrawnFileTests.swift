import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A file that is taken back` {
  @Test func `takes its numbers out of every figure, and brings them back`() throws {
    var brought = try Brought()
    try brought.bring("snapshot.import", ["source": "summary", "values": ["gmv": 7, "pay_cnt": 3]], of: "f1")
    #expect(brought.fold.latestNumbers?.values["gmv"] == 7)
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.latestNumbers?.values["gmv"] == 48312 && brought.fold.latestNumbers?.values["pay_cnt"] == nil)
    #expect(brought.tells(.snapshot).count { $0.contains(#""withdrawn":true"#) } == 1)
    try brought.send("file.restore", "f1")
    #expect(brought.fold.latestNumbers?.values["gmv"] == 7)
  }

  @Test func `leaves numbers that were taken back by themselves taken back when it is brought back`() throws {
    var brought = try Brought()
    let id = try brought.bring("snapshot.import", ["source": "summary", "values": ["gmv": 7]], of: "f1").made(.snapshot)
    try brought.team.inShow("snapshot.withdraw", ["snapshot": .string(id)], as: brought.team.lead)
    for op in ["file.withdraw", "file.restore"] { try brought.send(op, "f1") }
    #expect(brought.fold.find(id, as: Numbers.self)?.counts == false)
  }

  @Test func `takes its markers and questions from everybody's sight and out of the counts, not out of the store`()
    throws
  {
    var brought = try Brought()
    try brought.team.inShow("question.log", ["text": "几时发货"], as: brought.team.privateDomain)
    try brought.bring("markers.import", ["markers": [["offset": 3, "kind": "note"]]], of: "f1")
    try brought.bring("questions.import", ["questions": [["text": "有 XL 吗", "status": "open"]]], of: "f1")
    #expect(brought.tells(.marker).count == 1 && brought.tells(.question).count == 2)
    #expect(brought.summary.contains(#""questions":2,"open":2"#))
    try brought.send("file.withdraw", "f1")
    #expect(brought.tells(.marker).isEmpty && brought.tells(.question).count == 1)
    #expect(brought.summary.contains(#""questions":1,"open":1"#))
    #expect(brought.team.world.words[brought.team.show]?.values.contains("有 XL 吗") == true)
    #expect(brought.tells(.file).contains { $0.contains(#""withdrawn":true,"markers":1,"questions":1"#) })
    try brought.send("file.restore", "f1")
    #expect(brought.tells(.marker).count == 1 && brought.tells(.question).count == 2)
    #expect(brought.summary.contains(#""questions":2,"open":2"#))
  }

  @Test func `has markers and questions that nobody can change, but that are forgotten in time`() throws {
    var brought = try Brought()
    let marker = try brought.bring("markers.import", ["markers": [["offset": 3, "kind": "note"]]], of: "f1").made(
      .marker)
    let question = try brought.bring("questions.import", ["questions": [["text": "有 XL 吗"]]], of: "f1").made(.question)
    try brought.send("file.withdraw", "f1")
    let (named, asked): (JSON, JSON) = (["marker": .string(marker)], ["question": .string(question)])
    for (op, args) in [("marker.remove", named), ("question.plus", asked)] {
      #expect(refusal { () throws(Refusal) in try brought.team.inShow(op, args, as: brought.team.lead) } == .notFound)
    }
    let late = Int(brought.team.world.now) + Int(Bounds.wordsKept)
    try brought.team.inShow("questions.expire", ["by": .int(late)], as: .server(for: brought.team.lead.member))
    try brought.send("file.restore", "f1")
    #expect(brought.tells(.question).contains { $0.contains(#""text":null"#) && $0.contains("erased") })
  }

  @Test func `does not keep the same markers and questions of the right file out`() throws {
    var brought = try Brought()
    let markers: JSON = ["markers": [["offset": 3, "kind": "note"]]]
    let questions: JSON = ["questions": [["text": "有 XL 吗", "askedAt": .int(Int(Team.startsAt))]]]
    try brought.bring("markers.import", markers, of: "f1")
    try brought.bring("questions.import", questions, of: "f1")
    try brought.send("file.withdraw", "f1")
    try brought.bring("markers.import", markers, of: "f2")
    try brought.bring("questions.import", questions, of: "f2")
    #expect(brought.tells(.marker).count == 1 && brought.tells(.question).count == 1)
  }

  @Test func `gives goals back what they were before, and none where there was none`() throws {
    var brought = try Brought()
    try brought.bring(
      "goals.import", ["goals": [["metric": "gmv", "value": 1], ["metric": "watch_uv", "value": 2]]], of: "f1")
    #expect(brought.goals == ["gmv": 1, "watch_uv": 2])
    try brought.send("file.withdraw", "f1")
    #expect(brought.goals == ["gmv": 60000])
    #expect(brought.tells(.goal).count == 1 && brought.summary.contains(#""goals":{"gmv":60000}"#))
    try brought.send("file.restore", "f1")
    #expect(brought.goals == ["gmv": 1, "watch_uv": 2])
  }

  @Test func `has no goal that a card's number could be told with`() throws {
    var brought = try Brought()
    try brought.bring("goals.import", ["goals": [["metric": "clk_pay_rate", "value": 1]]], of: "f1")
    try brought.team.inRoom("phase.move", ["phase": "collect"], as: brought.team.lead)
    let card = try brought.team.inRoom(
      "issue.post", ["role": "host", "kind": "mistake", "text": "开场太慢"], as: brought.team.host
    ).made(.issue)
    let link: JSON = [
      "issue": .string(card), "show": .string(brought.team.show.description), "metric": "clk_pay_rate",
    ]
    for (op, goal) in [("file.withdraw", nil), ("file.restore", 1.0)] {
      try brought.send(op, "f1")
      try brought.team.inRoom("issue.link", link, as: brought.team.host)
      #expect(brought.team.roomFold.find(card, as: Board.Issue.self)?.link?.goal == goal)
    }
  }

  @Test func `leaves a goal that somebody has set or cleared since`() throws {
    var brought = try Brought()
    try brought.bring(
      "goals.import", ["goals": [["metric": "gmv", "value": 1], ["metric": "watch_uv", "value": 2]]], of: "f1")
    try brought.team.inShow("goal.set", ["metric": "gmv", "value": 5], as: brought.team.lead)
    try brought.team.inShow("goal.clear", ["metric": "watch_uv"], as: brought.team.lead)
    for op in ["file.withdraw", "file.restore"] {
      try brought.send(op, "f1")
      #expect(brought.goals == ["gmv": 5])
    }
  }

  @Test(arguments: [["f1", "f2"], ["f2", "f1"]])
  func `of two that set one goal leaves the other's, in whatever order they go`(order: [String]) throws {
    var brought = try Brought()
    for (file, value) in [("f1", 1), ("f2", 2)] {
      try brought.bring("goals.import", ["goals": [["metric": "gmv", "value": .int(value)]]], of: file)
    }
    try brought.send("file.withdraw", order[0])
    #expect(brought.goals == ["gmv": order[0] == "f1" ? 2 : 1])
    try brought.send("file.withdraw", order[1])
    #expect(brought.goals == ["gmv": 60000])
    #expect(
      refusal { () throws(Refusal) in
        try brought.team.inShow("goal.clear", ["metric": "watch_uv"], as: brought.team.lead)
      } == .notFound)
    try brought.send("file.restore", "f1")
    #expect(brought.goals == ["gmv": 1])
  }

  @Test func `leaves what another file says too`() throws {
    var brought = try Brought()
    for file in ["f1", "f2", "f2"] {
      try brought.bring("snapshot.import", ["source": "summary", "values": ["gmv": 7]], of: file)
      try brought.bring("goals.import", ["goals": [["metric": "gmv", "value": 1]]], of: file)
    }
    #expect(brought.fold.all(Numbers.self).count { $0.file != nil } == 2)
    #expect(brought.fold.all(Goal.self).first { $0.metric == "gmv" }?.layers.count == 3)
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.latestNumbers?.values["gmv"] == 7 && brought.goals["gmv"] == 1)
    try brought.send("file.withdraw", "f2")
    #expect(brought.fold.latestNumbers?.values["gmv"] == 48312 && brought.goals["gmv"] == 60000)
  }

  @Test func `takes the times it made known along, and what is told in seconds from the start moves`() throws {
    var brought = try Brought()
    try brought.team.inShow("marker.add", ["offset": 60, "kind": "note"], as: brought.team.lead)
    let (start, end) = (Int(Team.startsAt) + 120_000, Int(Team.startsAt) + 7_200_000)
    try brought.bring(
      "snapshot.import", ["source": "summary", "values": ["gmv": 7], "start": .int(start), "end": .int(end)], of: "f1")
    #expect(brought.fold.show?.start == Int64(start) && brought.fold.all(Marker.self)[0].offset == -60)
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.show?.start == nil && brought.fold.show?.end == nil)
    #expect(brought.fold.all(Marker.self)[0].offset == 60)
    try brought.send("file.restore", "f1")
    #expect(brought.fold.show?.start == Int64(start) && brought.fold.show?.end == Int64(end))
  }

  @Test func `leaves times that were known before it, and that were changed since`() throws {
    var brought = try Brought()
    let start = Int(Team.startsAt) + 120_000
    brought.team.world.now += 3_600_000
    try brought.team.inShow("show.start", ["at": .int(start)], as: brought.team.lead)
    let end = Int(brought.team.world.now) - 60_000
    let told: JSON = [
      "source": "summary", "values": ["gmv": 7], "start": .int(start + 600_000), "end": .int(end - 60_000),
    ]
    try brought.bring("snapshot.import", told, of: "f1")
    try brought.team.inShow("show.end", ["at": .int(end)], as: brought.team.lead)
    #expect(brought.tells(.show).contains { $0.contains("told") })
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.show?.start == Int64(start) && brought.fold.show?.end == Int64(end))
    #expect(!brought.tells(.show).contains { $0.contains("told") })
  }

  @Test func `leaves its times to the file that tells others, and has that one's offered`() throws {
    var brought = try Brought()
    let (start, end) = (Int(Team.startsAt) + 120_000, Int(Team.startsAt) + 7_200_000)
    for (file, late) in [("f1", 0), ("f2", 300_000)] {
      let told: JSON = [
        "source": "summary", "values": ["gmv": 7], "start": .int(start + late), "end": .int(end + late),
      ]
      try brought.bring("snapshot.import", told, of: file)
    }
    #expect(brought.fold.show?.start == Int64(start))
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.show?.start == Int64(start + 300_000) && brought.fold.show?.end == Int64(end + 300_000))
    try brought.send("file.restore", "f1")
    #expect(brought.fold.show?.start == Int64(start + 300_000))
    try brought.send("file.withdraw", "f2")
    #expect(brought.fold.show?.start == Int64(start) && brought.fold.show?.end == Int64(end))
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.show?.start == nil && brought.fold.show?.end == nil)
  }

  @Test func `leaves its times where another file tells the same`() throws {
    var brought = try Brought()
    let start = Int(Team.startsAt) + 120_000
    for file in ["f1", "f2"] {
      try brought.bring(
        "snapshot.import", ["source": "summary", "values": ["gmv": 7], "start": .int(start)], of: file)
    }
    try brought.send("file.withdraw", "f1")
    #expect(brought.fold.show?.start == Int64(start))
    try brought.send("file.withdraw", "f2")
    #expect(brought.fold.show?.start == nil)
  }

  @Test func `is not brought back beside the same file brought again`() throws {
    var brought = try Brought()
    try brought.send("file.withdraw", "f1")
    let again: JSON = ["file": "f3", "kind": "summary", "digest": "f1"]
    try brought.team.inShow("file.import", again, as: .server(for: brought.team.backstage.member))
    #expect(refusal { () throws(Refusal) in try brought.send("file.restore", "f1") }?.code == .conflict)
    try brought.send("file.withdraw", "f3")
    try brought.send("file.restore", "f1")
    #expect(brought.fold.files.filter { !$0.isWithdrawn }.map(\.id).sorted() == ["f1", "f2"])
  }

  @Test func `makes nothing more`() throws {
    var brought = try Brought()
    try brought.send("file.withdraw", "f1")
    #expect(
      refusal { () throws(Refusal) in
        try brought.bring("snapshot.import", ["source": "summary", "values": ["gmv": 7]], of: "f1")
      } == .notFound)
  }

  @Test func `is taken back by whoever brought it, by operations and by leads`() throws {
    var brought = try Brought()
    let (team, world) = (brought.team, brought.team.world)
    for (actor, isAdmitted) in [(team.backstage, true), (team.lead, true), (team.operations, true), (team.host, false)]
    {
      brought.team.world = world
      let refused = refusal { () throws(Refusal) in
        try brought.team.inShow("file.withdraw", ["file": "f1"], as: actor)
      }
      #expect(refused == (isAdmitted ? nil : .forbidden))
    }
  }

  @Test func `is the same when it is folded from what is stored`() throws {
    var brought = try Brought()
    try brought.bring("goals.import", ["goals": [["metric": "gmv", "value": 1]]], of: "f1")
    try brought.bring("questions.import", ["questions": [["text": "有 XL 吗"]]], of: "f1")
    try brought.send("file.withdraw", "f1")
    let fold = brought.fold
    let words = brought.team.world.words[brought.team.show] ?? [:]
    #expect(try LogFold(decoding: fold.encode(), log: fold.log, kind: .show, words: words) == fold)
  }
}

/// A show to which backstage brought two files.
private struct Brought {
  var team: Team

  init() throws {
    team = try Team()
    for id in ["f1", "f2"] {
      try team.inShow(
        "file.import", ["file": .string(id), "kind": "summary", "digest": .string(id)],
        as: .server(for: team.backstage.member))
    }
  }

  var fold: LogFold { team.showFold }
  var summary: String { String(decoding: fold.summary(), as: UTF8.self) }
  var goals: [String: Double] {
    Dictionary(uniqueKeysWithValues: fold.all(Goal.self).filter(\.isSet).map { ($0.metric, $0.value) })
  }

  func tells(_ kind: RecordKind) -> [String] {
    fold.records(kind).values.compactMap { $0.render(for: Viewer(member: nil, isLead: true)) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @discardableResult
  mutating func bring(_ op: String, _ args: JSON, of file: String) throws(Refusal) -> World.Sent {
    var named = args.object ?? JSONObject()
    named["file"] = .string(file)
    return try team.inShow(op, .object(named), as: .server(for: team.backstage.member))
  }

  mutating func send(_ op: String, _ file: String) throws(Refusal) {
    try team.inShow(op, ["file": .string(file)], as: team.lead)
  }
}
