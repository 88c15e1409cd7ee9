import Identity
import JSON
import Testing

@testable import Board

@Suite struct `The order in which issues are talked about` {
  private var team: Team
  private let issues: [String]

  init() throws {
    var team = try Team()
    try team.move(to: .collect)
    issues = [try team.post("开场太慢"), try team.post("链接挂错"), try team.post("福袋发晚")]
    try team.move(to: .vote)
    self.team = team
  }

  private var agenda: [String]? { team.roomFold.find("agenda", as: Agenda.self)?.issues }

  private mutating func vote(_ votes: Int, for issue: String) throws {
    try team.inRoom("vote.set", ["issue": .string(issue), "votes": .int(votes)], as: team.floor)
  }

  @Test mutating func `is by votes, as they stand when solving begins`() throws {
    #expect(agenda == nil)
    try vote(3, for: issues[2])
    try vote(1, for: issues[0])
    try team.move(to: .solve)
    #expect(agenda == [issues[2], issues[0], issues[1]])
  }

  @Test mutating func `stays, whatever is posted and withdrawn`() throws {
    try vote(3, for: issues[2])
    try team.move(to: .solve)
    let late = try team.post("刚想起来")
    try team.inRoom("issue.withdraw", ["issue": .string(issues[2])], as: team.host)
    #expect(agenda == (issues.dropLast().sorted { no(of: $0) < no(of: $1) }) + [late])
    let before = agenda
    try team.move(to: .closed)
    try team.move(to: .solve)
    #expect(agenda == before)
  }

  @Test mutating func `tells nobody the totals of a vote that goes on`() throws {
    try vote(3, for: issues[2])
    try team.move(to: .solve)
    try team.move(to: .vote)
    #expect(agenda == nil)
    try vote(0, for: issues[2])
    try vote(2, for: issues[1])
    try team.move(to: .solve)
    #expect(agenda?.first == issues[1])
  }

  @Test func `tells of no card that was erased before it was turned`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let kept = try team.post("开场太慢")
    let erased = try team.post("写错了", as: team.lead)
    try team.inRoom("issue.erase", ["issue": .string(erased), "reason": "写错了"], as: team.lead)
    try team.move(to: .solve)
    #expect(team.roomFold.find("agenda", as: Agenda.self)?.issues == [kept])
  }

  private func no(of issue: String) -> Int { team.roomFold.find(issue, as: Issue.self)?.no ?? 0 }
}

@Suite struct `How far the talk about an issue has come` {
  @Test(arguments: [Board.Issue.State.discussing, .solved, .parked])
  func `is said by whoever steers, once the issue is turned`(state: Board.Issue.State) throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("开场太慢", as: team.facilitator)
    let args: JSON = ["issue": .string(issue), "state": .word(state)]
    #expect(refusal { () throws(Refusal) in try team.inRoom("issue.mark", args, as: team.facilitator) } == .notFound)
    try team.inRoom("cards.reveal", as: team.facilitator)
    #expect(refusal { () throws(Refusal) in try team.inRoom("issue.mark", args, as: team.host) } == .forbidden)
    try team.inRoom("issue.mark", args, as: team.facilitator)
    #expect(team.roomFold.find(issue, as: Issue.self)?.state == state)
    #expect(try team.inRoom("issue.mark", args, as: team.facilitator).event == nil)
  }

  @Test func `names nobody of an anonymous one`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("开场太慢", anonymous: true)
    try team.inRoom("cards.reveal", as: team.facilitator)
    let sent = try team.inRoom("issue.mark", ["issue": .string(issue), "state": "parked"], as: team.facilitator)
    let viewer = Viewer(member: team.floor.member, isLead: false)
    #expect(LogFold.hidesAuthor(of: try #require(sent.event), sent.changes, from: viewer))
  }
}
