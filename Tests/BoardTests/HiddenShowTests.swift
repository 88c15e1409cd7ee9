import Fixtures
import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A show that is removed` {
  @Test func `is hidden and not destroyed, and the channel's log is told`() throws {
    var team = try Team()
    try team.inDirectory("show.hide", named(team.previous), as: team.operations)
    for fold in [team.world.directory, team.channelFold] {
      #expect(fold.find(team.previous.description, as: ListedShow.self)?.isHidden == true)
      let told = try #require(team.sees(team.host, fold)[RecordKey(.show, team.previous.description)])
      #expect(told.contains(#""hidden":true"#))
    }
    #expect(String(decoding: team.channelFold.summary(), as: UTF8.self) == #"{"shows":1,"rooms":1}"#)
    #expect(team.world.folds[team.previous]?.latestNumbers != nil)
    try team.inDirectory("show.unhide", named(team.previous), as: team.operations)
    for fold in [team.world.directory, team.channelFold] {
      #expect(fold.find(team.previous.description, as: ListedShow.self)?.isHidden == false)
    }
  }

  @Test func `asks for its title when a room reviews it`() throws {
    var team = try Team()
    let refused = Refusal(.unconfirmed, .holding(questions: 0, rooms: 1))
    for title in [nil, "别的"] {
      #expect(
        refusal { () throws(Refusal) in try team.inDirectory("show.hide", named(team.show, title), as: team.lead) }
          == refused)
    }
    try team.inDirectory("show.hide", named(team.show, "羊绒专场"), as: team.lead)
    #expect(team.world.directory.find(team.show.description, as: ListedShow.self)?.isHidden == true)
  }

  @Test func `asks for its title when users have asked something in it`() throws {
    var team = try Team()
    try team.world.send("question.log", ["text": "有 XL 吗"], to: team.previous, as: team.privateDomain)
    #expect(
      refusal { () throws(Refusal) in try team.inDirectory("show.hide", named(team.previous), as: team.lead) }
        == Refusal(.unconfirmed, .holding(questions: 1, rooms: 0)))
    try team.inDirectory("show.hide", named(team.previous, "上一场"), as: team.lead)
  }

  @Test func `is compared with by nobody`() throws {
    var team = try Team()
    #expect(team.world.directory.previousShow(before: team.show) == team.previous)
    try team.inDirectory("show.hide", named(team.previous), as: team.lead)
    #expect(team.world.directory.previousShow(before: team.show) == nil)
  }

  @Test func `stays hidden when it is planned otherwise, and when the channel's log gathers`() throws {
    var team = try Team()
    try team.inDirectory("show.hide", named(team.previous), as: team.lead)
    try team.world.send("show.plan", ["title": "改名"], to: team.previous, as: team.lead)
    let at = JSON.int(team.world.events[World.organisation]!.count)
    let gathering = try team.world.send(
      "channel.gather", ["at": at], to: team.channelLog, as: .server(for: team.lead.member))
    #expect(gathering.event == nil)
    let listed = try #require(team.channelFold.find(team.previous.description, as: ListedShow.self))
    #expect(listed.isHidden && listed.title == "改名")
  }

  @Test func `is told in facts that an older build does not read`() throws {
    var team = try Team()
    try team.inDirectory("show.hide", named(team.previous), as: team.lead)
    #expect(team.world.events[World.organisation]?.last?.facts.map(\.since) == [3])
    #expect(team.world.events[team.channelLog]?.last?.facts.map(\.since) == [3])
    try team.inDirectory("show.unhide", named(team.previous), as: team.lead)
    #expect(team.world.events[team.channelLog]?.last?.facts.map(\.since) == [1])
  }

  private func named(_ show: Identifier, _ title: String? = nil) -> JSON {
    var args = JSONObject()
    args["show"] = .string(show.description)
    args["title"] = title.map(JSON.string)
    return .object(args)
  }
}

@Suite struct `A list that is taken back` {
  @Test func `takes its numbers back in every show, and hides the shows it made`() throws {
    var listed = try Listed(made: 3)
    try listed.withdraw()
    #expect(listed.hidden == Set(listed.made))
    #expect(listed.team.showFold.latestNumbers?.values["gmv"] == 48312)
    try listed.restore()
    #expect(listed.hidden.isEmpty && listed.team.showFold.latestNumbers?.values["gmv"] == 7)
  }

  @Test func `leaves a show it made that a room reviews, or in which users asked something`() throws {
    var listed = try Listed(made: 3)
    try listed.team.inDirectory(
      "room.open", ["shows": [.string(listed.made[0].description)]], as: listed.team.lead)
    try listed.team.world.send("question.log", ["text": "有 XL 吗"], to: listed.made[1], as: listed.team.lead)
    try listed.withdraw()
    #expect(listed.hidden == [listed.made[2]])
    #expect(listed.team.world.folds[listed.made[0]]?.latestNumbers == nil)
  }

  @Test func `leaves a show of which another list tells as well, until that is taken back too`() throws {
    var listed = try Listed(made: 2)
    let second: JSON = ["file": "f2", "kind": "list", "digest": "def"]
    try listed.team.world.send("file.import", second, to: listed.team.channelLog, as: listed.server)
    try listed.team.world.send(
      "file.touch", ["file": "f2", "shows": [.string(listed.made[0].description)]], to: listed.team.channelLog,
      as: listed.server)
    try listed.withdraw()
    #expect(listed.hidden == [listed.made[1]])
    try listed.send("file.withdraw", "f2")
    #expect(listed.hidden == Set(listed.made))
    try listed.send("file.restore", "f2")
    #expect(listed.hidden == [listed.made[1]])
  }

  @Test func `does not bring back a show that a person removed`() throws {
    var listed = try Listed(made: 2)
    let removed: JSON = ["show": .string(listed.made[0].description)]
    try listed.team.inDirectory("show.hide", removed, as: listed.team.lead)
    try listed.withdraw()
    try listed.restore()
    #expect(listed.hidden == [listed.made[0]])
    try listed.team.inDirectory("show.unhide", removed, as: listed.team.lead)
    #expect(listed.hidden.isEmpty)
  }

  @Test func `tells each show it made which list that was`() throws {
    let listed = try Listed(made: 2)
    let fold = listed.team.channelFold
    for show in listed.made { #expect(fold.find(show.description, as: ListedShow.self)?.file == "f1") }
    #expect(fold.find(listed.team.show.description, as: ListedShow.self)?.file == nil)
  }

  @Test func `of more shows than one event tells goes on part by part`() throws {
    var listed = try Listed(made: 2 * ImportedFile.stride + 10)
    try listed.withdraw()
    #expect(listed.hidden.count == 2 * ImportedFile.stride + 10)
    #expect(listed.team.world.events[listed.team.channelLog]!.count { $0.op == "file.pass" } == 2)
  }

  @Test(arguments: [1, 2, 3, 4]) func `and brought back ends as it was said last, in whatever order the acts arrive`(
    seed: UInt64
  )
    throws
  {
    var listed = try Listed(made: 3)
    listed.team.world.holdsActs = true
    for isWithdrawn in [true, false, true] { try isWithdrawn ? listed.withdraw() : listed.restore() }
    var dice = Dice(seed: seed)
    while let place = listed.team.world.held.indices.randomElement(using: &dice) {
      let act = listed.team.world.held.remove(at: place)
      listed.team.world.complete(act, from: listed.team.channelLog)
    }
    #expect(listed.hidden == Set(listed.made))
    #expect(listed.team.showFold.latestNumbers?.values["gmv"] == 48312)
  }

  @Test func `is known in a show that it had not reached`() throws {
    var listed = try Listed(made: 1)
    let late = try listed.add()
    try listed.touch([], added: [late])
    try listed.withdraw()
    #expect(listed.hidden == Set(listed.made + [late]))
    #expect(listed.team.world.folds[late]?.files.map(\.isWithdrawn) == [true])
  }

  @Test func `before it has made a show that it told of leaves none, and brought back brings it`() throws {
    var listed = try Listed(made: 1)
    let command = Identifier(high: 3, low: 3)
    let late = command.derived(step: 3)
    try listed.touch([], added: [late])
    try listed.withdraw()
    #expect(try listed.add(command) == late)
    #expect(listed.hidden == Set(listed.made + [late]))
    #expect(listed.team.channelFold.find(late.description, as: ListedShow.self)?.file == "f1")
    #expect(listed.team.world.folds[late]?.files.map(\.isWithdrawn) == [true])
    try listed.restore()
    #expect(listed.hidden.isEmpty)
  }

  @Test func `waits for a show that is listed and not yet founded`() throws {
    var listed = try Listed(made: 1)
    listed.team.world.holdsActs = true
    let late = try listed.add()
    try listed.touch([], added: [late])
    try listed.withdraw()
    let told = listed.team.world.held
    for (show, code) in [(late, Refusal.Code.unavailable), (Identifier(high: 3, low: 4), .notFound)] {
      listed.team.world.folds[show] = LogFold(log: show, kind: .show)
      let settle = try #require(told.first { $0.op == "file.settle" })
      let refused = refusal { () throws(Refusal) in
        try listed.team.world.send(settle.op, settle.args, to: show, as: .server(for: settle.member))
      }
      #expect(refused?.code == code)
    }
  }
}

/// A channel to which operations brought a list of a show that was known and of others that were not.
private struct Listed {
  var team: Team
  private(set) var made: [Identifier] = []

  init(made count: Int) throws {
    team = try Team()
    try team.world.send("file.import", draft, to: team.channelLog, as: server)
    for _ in 0..<count { made.append(try add()) }
    try touch([team.show], added: made)
    for show in [team.show] + made {
      try team.world.send("file.import", draft, to: show, as: server)
      try team.world.send(
        "snapshot.import", ["source": "list", "values": ["gmv": 7], "file": "f1"], to: show, as: server)
    }
  }

  private var draft: JSON { ["file": "f1", "kind": "list", "name": "列表.csv", "digest": "abc"] }
  var server: Actor { .server(for: team.operations.member) }

  var hidden: Set<Identifier> {
    Set(team.channelFold.all(ListedShow.self).filter(\.isHidden).map(\.log))
  }

  mutating func add(_ command: Identifier? = nil) throws(Refusal) -> Identifier {
    let row: JSON = ["channel": .string(team.channel), "title": "一场", "startsAt": .int(Int(Team.startsAt))]
    return try team.world.send("show.import", row, to: World.organisation, as: server, id: command).newLog
  }

  mutating func touch(_ shows: [Identifier], added: [Identifier]) throws(Refusal) {
    let (shows, added) = (shows.map { JSON.string($0.description) }, added.map { JSON.string($0.description) })
    try team.world.send(
      "file.touch", ["file": "f1", "shows": .array(shows), "added": .array(added)], to: team.channelLog, as: server)
  }

  mutating func withdraw() throws(Refusal) { try send("file.withdraw") }
  mutating func restore() throws(Refusal) { try send("file.restore") }

  mutating func send(_ op: String, _ file: String = "f1") throws(Refusal) {
    try team.world.send(op, ["file": .string(file)], to: team.channelLog, as: team.lead)
  }
}
