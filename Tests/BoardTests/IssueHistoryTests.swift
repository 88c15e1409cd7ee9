import Identity
import JSON
import Testing

@testable import Board

@Suite struct `How an issue came to say what it says` {
  private var team: Team

  init() throws {
    team = try Team()
    try team.move(to: .collect)
  }

  private func history(of issue: String) throws -> JSON {
    var history = IssueHistory(of: issue)
    for event in team.world.events[team.room] ?? [] { history.take(event.facts, by: event.by, at: event.at) }
    var json = JSONWriter()
    history.write(into: &json)
    return try JSONReader.parse(json.bytes)
  }

  private func texts(of issue: String) throws -> [String] {
    (try history(of: issue)["versions"]?.array ?? []).compactMap { $0["text"]?.string }
  }

  private mutating func edit(_ issue: String, _ text: String, as actor: Actor) throws {
    let edited = team.roomFold.find(issue, as: Issue.self)?.edits.last
    try team.inRoom("issue.edit", ["issue": .string(issue), "text": .string(text)], as: actor, on: edited)
  }

  @Test mutating func `begins at the turning`() throws {
    let issue = try team.post("都怪主播")
    try edit(issue, "开场太慢", as: team.host)
    #expect(try texts(of: issue) == [])
    try team.inRoom("cards.reveal", as: team.facilitator)
    try edit(issue, "开场慢了三分钟", as: team.facilitator)
    #expect(try texts(of: issue) == ["开场太慢", "开场慢了三分钟"])
    let last = try history(of: issue)["versions"]?.array?.last
    #expect(last?["by"]?.string == team.facilitator.member.description)
  }

  @Test mutating func `names nobody of an anonymous one, and no time`() throws {
    let issue = try team.post("开场太慢", anonymous: true)
    try team.inRoom("cards.reveal", as: team.facilitator)
    try edit(issue, "开场慢了", as: team.host)
    try edit(issue, "开场慢了三分钟", as: team.facilitator)
    for version in try history(of: issue)["versions"]?.array ?? [] {
      #expect(version["by"] == nil && version["at"] == nil)
    }
    #expect(try texts(of: issue).count == 3)
  }

  @Test mutating func `is told of no issue that is hidden, withdrawn or erased`() throws {
    let issue = try team.post("开场太慢")
    #expect(!team.roomFold.tellsHistory(of: issue))
    try team.inRoom("cards.reveal", as: team.facilitator)
    #expect(team.roomFold.tellsHistory(of: issue))
    let other = try team.post("链接挂错")
    try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    try team.inRoom("issue.erase", ["issue": .string(other), "reason": "用户要求"], as: team.lead)
    for gone in [issue, other] {
      #expect(!team.roomFold.tellsHistory(of: gone))
      #expect(try texts(of: gone) == [])
    }
  }
}
