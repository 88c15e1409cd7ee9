import Fixtures
import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Where an issue stands in its lane` {
  private var team: Team

  init() throws {
    var team = try Team()
    try team.move(to: .collect)
    for text in ["开场太慢", "链接挂错", "福袋发晚", "灯光太暗"] { _ = try team.post(text) }
    try team.inRoom("cards.reveal", as: team.facilitator)
    self.team = team
  }

  /// As every page puts them in order.
  private var lane: [String] {
    team.roomFold.all(Issue.self).map { issue in
      (team.roomFold.find(issue.id, as: LanePlace.self)?.key ?? PlaceKey.ofNumber(issue.no ?? 0), issue.id)
    }.sorted { $0 < $1 }.map(\.1)
  }

  private mutating func place(_ issue: String, after neighbour: String?) throws(Refusal) {
    var args = JSONObject()
    args["issue"] = .string(issue)
    args["after"] = neighbour.map { .string($0) }
    try team.inRoom("issue.place", .object(args), as: team.floor)
  }

  @Test mutating func `is by its number until somebody moves it behind another, or before all`() throws {
    let began = lane
    try place(began[3], after: began[0])
    #expect(lane == [began[0], began[3], began[1], began[2]])
    try place(began[2], after: nil)
    #expect(lane == [began[2], began[0], began[3], began[1]])
    let late = try team.post("刚想起来")
    #expect(lane.last == late)
  }

  @Test mutating func `bears nobody's name: whoever wrote an anonymous card may have moved it`() throws {
    // given
    let anonymous = try team.post("排班太满", anonymous: true)
    // when
    let sent = try team.inRoom("issue.place", ["issue": .string(anonymous)], as: team.host)
    // then
    let event = try #require(sent.event)
    for actor in team.everyone {
      #expect(LogFold.mayName(event, sent.changes, to: team.viewer(actor)) == (actor == team.host), "\(actor)")
    }
  }

  @Test mutating func `is what both wanted of two who move at once`() throws {
    let began = lane
    try place(began[3], after: began[0])
    try place(began[2], after: began[0])
    #expect(lane == [began[0], began[2], began[3], began[1]])
  }

  @Test mutating func `does not change when it is there already`() throws {
    let began = lane
    try place(began[1], after: began[0])
    let key = team.roomFold.find(began[1], as: LanePlace.self)?.key
    try place(began[1], after: began[0])
    #expect(team.roomFold.find(began[1], as: LanePlace.self)?.key == key)
    #expect(lane == began)
  }

  @Test mutating func `holds however often cards are moved`() throws {
    var random = Dice(seed: 5)
    for _ in 0..<400 {
      let before = lane
      let moved = before[Int.random(in: 0..<before.count, using: &random)]
      let rest = before.filter { $0 != moved }
      let place = Int.random(in: 0...rest.count, using: &random)
      try self.place(moved, after: place == 0 ? nil : rest[place - 1])
      #expect(lane == Array(rest[..<place]) + [moved] + Array(rest[place...]))
    }
  }

  @Test mutating func `that another card has got since is not taken twice`() throws {
    let began = lane
    try place(began[2], after: nil)
    let key = try #require(team.roomFold.find(began[2], as: LanePlace.self)?.key)
    try place(began[2], after: began[3])
    try place(began[1], after: nil)
    #expect(team.roomFold.find(began[1], as: LanePlace.self)?.key == key)
    try team.inRoom("issue.place", ["issue": .string(began[2]), "key": .string(key)], as: team.floor)
    #expect(lane == [began[2], began[1], began[0], began[3]])
    try place(began[3], after: began[2])
    #expect(lane == [began[2], began[3], began[1], began[0]])
  }

  @Test(arguments: ["🙂🙂 <b>", "~~~~~~~", "A", "a0", "0000000", "z z"])
  mutating func `is told by no key that was not made here`(key: String) throws {
    let issue = lane[0]
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("issue.place", ["issue": .string(issue), "key": .string(key)], as: team.floor)
      } == .invalid("key", .invalid))
  }

  @Test(arguments: ["zzzzzzz", "zzzzzz", "00001", "00000z", String(repeating: "z", count: 200)])
  mutating func `comes to an end whatever key somebody has sent`(key: String) throws {
    // given
    let began = lane
    try team.inRoom("issue.place", ["issue": .string(began[0]), "key": .string(key)], as: team.floor)
    // when
    for neighbour in lane where neighbour != began[1] {
      let before = lane
      let refused = refusal { () throws(Refusal) in try place(began[1], after: neighbour) }
      // then
      if refused == nil {
        #expect(lane.firstIndex(of: began[1]) == lane.firstIndex(of: neighbour).map { $0 + 1 })
      } else {
        #expect(refused?.code == .full && lane == before)
      }
    }
  }

  @Test func `cannot be told of cards that are not turned`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("开场太慢")
    for actor in [team.lead, team.floor] {
      #expect(
        refusal { () throws(Refusal) in try team.inRoom("issue.place", ["issue": .string(issue)], as: actor) }
          == .notFound)
    }
  }
}
