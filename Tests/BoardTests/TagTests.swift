import JSON
import Testing

@testable import Board

@Suite struct `Two who tag one card at once` {
  private var team: Team
  private let issue: String

  init() throws {
    var team = try Team()
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    issue = try team.post("福袋发晚了", as: team.host)
    try team.inRoom("cards.reveal", as: team.lead)
    self.team = team
  }

  private mutating func tag(_ tags: [String], was: [String]? = nil, as actor: Actor) throws(Refusal) -> [String] {
    var args = JSONObject()
    args["issue"] = .string(issue)
    args["tags"] = .array(tags.map(JSON.string))
    args["was"] = was.map { .array($0.map(JSON.string)) }
    try team.inRoom("issue.tag", .object(args), as: actor)
    return team.roomFold.find(issue, as: Issue.self)?.tags ?? []
  }

  @Test(arguments: [
    (wanted: ["节奏"], was: [], there: ["备货"], tags: ["节奏", "备货"]),
    (wanted: [], was: ["备货"], there: ["备货", "节奏"], tags: ["节奏"]),
    (wanted: ["备货", "节奏"], was: ["备货"], there: [], tags: ["节奏"]),
    (wanted: ["节奏"], was: [], there: ["节奏"], tags: ["节奏"]),
    (wanted: ["备货", "备货"], was: ["备货"], there: ["备货"], tags: ["备货"]),
  ])
  mutating func `both are heard`(wanted: [String], was: [String], there: [String], tags: [String]) throws {
    _ = try tag(there, as: team.host)
    #expect(try tag(wanted, was: was, as: team.floor) == tags)
  }

  @Test mutating func `the later one hears that it would be too many, and nothing is lost`() throws {
    _ = try tag(["一", "二", "三", "四"], as: team.host)
    let refused = refusal { () throws(Refusal) in _ = try tag(["五", "六"], was: [], as: team.floor) }
    #expect(refused == Refusal(.full, .limit(5)))
    #expect(team.roomFold.find(issue, as: Issue.self)?.tags == ["一", "二", "三", "四"])
  }

  @Test mutating func `a page that does not tell what it saw sets all of them, as it always did`() throws {
    _ = try tag(["备货"], as: team.host)
    #expect(try tag(["节奏"], as: team.floor) == ["节奏"])
  }
}
