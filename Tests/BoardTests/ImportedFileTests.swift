import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A file that was imported` {
  private let brought: JSON = ["file": "f1", "kind": "summary", "name": "总览 13812345678.xlsx", "digest": "abc"]

  @Test func `is remembered with who brought it and when, and its name is redacted as typed words are`() throws {
    var team = try Team()
    try team.inShow("file.import", brought, as: .server(for: team.backstage.member))
    let file = try #require(team.showFold.files.first)
    #expect(file.id == "f1" && file.kind == .summary && file.digest == "abc" && !file.isWithdrawn)
    #expect(file.by == team.backstage.member && file.at == team.world.now)
    #expect(file.name?.contains("13812345678") == false && file.name?.hasPrefix("总览") == true)
    #expect(!team.world.stored(team.show).contains("13812345678"))
  }

  @Test func `told twice is one`() throws {
    var team = try Team()
    let server = Actor.server(for: team.lead.member)
    for log in [team.show, team.channelLog] {
      let list: JSON = ["file": "f1", "kind": "list", "digest": "abc"]
      #expect(try team.world.send("file.import", list, to: log, as: server).event != nil)
      #expect(try team.world.send("file.import", list, to: log, as: server).event == nil)
      #expect(team.world.folds[log]?.files.count == 1)
    }
  }

  @Test func `is unfinished until the last of it is stored`() throws {
    var team = try Team()
    let server = Actor.server(for: team.lead.member)
    let told: JSON = ["file": "f1", "kind": "goals", "digest": "d", "state": "s"]
    try team.inShow("file.import", told, as: server)
    #expect(team.showFold.files.map(\.isFinished) == [false] && team.showFold.files[0].state == "s")
    for _ in 0..<2 { try team.inShow("file.finish", ["file": "f1"], as: server) }
    #expect(team.showFold.files.map(\.isFinished) == [true])
    try team.inShow("file.withdraw", ["file": "f1"], as: team.lead)
    #expect(
      refusal { () throws(Refusal) in try team.inShow("file.finish", ["file": "f1"], as: server) } == .notFound)
  }

  @Test func `is forgotten after hundreds of others, unless it is unfinished, and what it made stays`() throws {
    var team = try Team()
    let server = Actor.server(for: team.lead.member)
    for number in 0...Bounds.files {
      team.world.now += 1
      let file = JSON.string("f\(number)")
      try team.inShow("file.import", ["file": file, "kind": "summary", "digest": file], as: server)
      if number == 1 {
        try team.inShow("snapshot.import", ["source": "summary", "values": ["gmv": 7], "file": file], as: server)
      }
      if number != 2 { try team.inShow("file.finish", ["file": file], as: server) }
    }
    let files = team.showFold.files
    #expect(files.count == Bounds.files + 1 - Bounds.forgotten)
    #expect(files.contains { $0.id == "f2" } && !files.contains { $0.id == "f1" })
    #expect(files.filter { $0.generation == 1 }.map(\.id) == ["f\(Bounds.files)"])
    #expect(team.showFold.latestNumbers?.values["gmv"] == 7)
  }

  @Test func `is named by everything that was made of it`() throws {
    var team = try Team()
    let server = Actor.server(for: team.lead.member)
    try team.inShow("file.import", brought, as: server)
    func bring(_ op: String, _ args: JSON) throws {
      var named = try #require(args.object)
      named["file"] = "f1"
      try team.inShow(op, .object(named), as: server)
    }
    try bring("snapshot.import", ["source": "summary", "values": ["gmv": 7]])
    try bring("goals.import", ["goals": [["metric": "watch_uv", "value": 12000]]])
    try bring("markers.import", ["markers": [["offset": 3, "kind": "note"]]])
    try bring("questions.import", ["questions": [["text": "还有吗"]]])
    try bring(
      "series.import",
      ["from": .int(Int(Team.startsAt)), "offsets": [0], "columns": [["label": "在线"]], "values": [[1]]])
    let fold = team.showFold
    #expect(fold.all(Numbers.self).filter { $0.file == "f1" }.map(\.values) == [["gmv": 7]])
    #expect(fold.find("watch_uv", as: Goal.self)?.file == "f1")
    #expect(fold.find("gmv", as: Goal.self)?.file == nil)
    #expect(fold.all(Marker.self).map(\.file) == ["f1"])
    #expect(fold.all(Question.self).map(\.file) == ["f1"])
    #expect(fold.all(Series.self).map(\.file) == ["f1"])
    let words = team.world.words[team.show] ?? [:]
    #expect(try LogFold(decoding: fold.encode(), log: fold.log, kind: .show, words: words) == fold)
  }

  @Test func `must have been told of before anything is made of it`() throws {
    var team = try Team()
    let goals: JSON = ["goals": [["metric": "watch_uv", "value": 1]], "file": "f1"]
    let server = Actor.server(for: team.lead.member)
    #expect(refusal { () throws(Refusal) in try team.inShow("goals.import", goals, as: server) } == .notFound)
  }

  @Test func `makes facts of a layout that an older build does not read, and what comes from none does not`() throws {
    var team = try Team()
    try team.inShow("file.import", brought, as: .server(for: team.lead.member))
    var goal = Goal(metric: "gmv", value: 1)
    #expect(Fact.show(.goalSet(goal: goal)).since == 1)
    goal.file = "f1"
    #expect(Fact.show(.goalSet(goal: goal)).since == 3)
    #expect(team.world.events[team.show]?.last?.facts.map(\.since) == [3])
  }

  @Test func `of a channel is a list, and tells part by part which shows it concerned and made`() throws {
    var team = try Team()
    let server = Actor.server(for: team.lead.member)
    @discardableResult func send(_ op: String, _ args: JSON) throws(Refusal) -> World.Sent {
      try team.world.send(op, args, to: team.channelLog, as: server)
    }
    #expect(refusal { () throws(Refusal) in try send("file.import", brought) } == .invalid("kind", .invalid))
    try send("file.import", ["file": "f1", "kind": "list", "digest": "abc"])
    let (first, second) = (JSON.string(team.show.description), JSON.string(team.previous.description))
    try send("file.touch", ["file": "f1", "shows": [first]])
    try send("file.touch", ["file": "f1", "shows": [first], "added": [second]])
    #expect(try send("file.touch", ["file": "f1", "added": [second]]).event == nil)
    let file = try #require(team.channelFold.files.first)
    #expect(file.shows == [team.show, team.previous] && file.added == [team.previous])
  }
}
