import Identity
import JSON
import Testing

@testable import Board

/// What steers a room is taken back on the event that did it, and not when somebody else has steered since.
@Suite struct `Steering that is taken back` {
  private var team: Team
  private let issues: [String]

  init() throws {
    team = try Team()
    try team.move(to: .collect)
    issues = [try team.post("一"), try team.post("二")]
    try team.move(to: .vote)
  }

  /// Done, and taken back at once; then done, overtaken by the lead, and taken back in vain.
  private mutating func check(
    _ op: String, _ args: JSON, back: JSON, since other: (op: String, args: JSON), undo: String? = nil
  ) throws {
    let first = try team.inRoom(op, args, as: team.facilitator).event
    try team.inRoom(undo ?? op, back, as: team.facilitator, on: first?.seq)
    let again = try #require(try team.inRoom(op, args, as: team.facilitator).event)
    let before = try #require(try team.inRoom(other.op, other.args, as: team.lead).event)
    #expect(
      refusal { () throws(Refusal) in try team.inRoom(undo ?? op, back, as: team.facilitator, on: again.seq) }?.code
        == .conflict, "\(op)")
    try team.inRoom(undo ?? op, back, as: team.facilitator, on: before.seq)
  }

  @Test mutating func `opens no room again that somebody has closed since`() throws {
    try check(
      "phase.move", ["phase": "solve"], back: ["phase": "vote"], since: ("phase.move", ["phase": "closed"]))
  }

  @Test mutating func `takes no minute away that somebody has added since`() throws {
    try check(
      "timer.start", ["minutes": 5], back: [:], since: ("timer.extend", ["minutes": 1]), undo: "timer.stop")
  }

  @Test mutating func `leaves the plan that somebody has made since`() throws {
    try check(
      "phase.plan", ["phase": "solve", "minutes": 20], back: ["phase": "solve", "minutes": 30],
      since: ("phase.plan", ["phase": "solve", "minutes": 40]))
  }

  @Test mutating func `leaves the name that somebody has given a group since`() throws {
    try team.inRoom("group.make", ["issues": .array(issues.map(JSON.string))], as: team.host)
    let group = try #require(team.roomFold.all(Group.self).first?.id)
    let args = { (title: String) -> JSON in ["group": .string(group), "title": .string(title)] }
    try check("group.rename", args("开场"), back: args(""), since: ("group.rename", args("节奏")))
  }

  @Test mutating func `of one thing is not held up by another`() throws {
    let moved = try #require(try team.inRoom("phase.move", ["phase": "solve"], as: team.facilitator).event)
    try team.inRoom("timer.start", ["minutes": 5], as: team.lead)
    try team.inRoom("phase.move", ["phase": "vote"], as: team.facilitator, on: moved.seq)
    #expect(team.roomFold.room?.phase == .vote)
  }

  @Test mutating func `gives a card that comes back the votes it had, as far as nobody has given them to another`()
    throws
  {
    for (voter, votes) in [(team.host, 3), (team.floor, 2)] {
      try team.inRoom("vote.set", ["issue": .string(issues[0]), "votes": .int(votes)], as: voter)
    }
    let card: JSON = ["issue": .string(issues[0])]
    try team.inRoom("issue.withdraw", card, as: team.host)
    try team.inRoom("vote.set", ["issue": .string(issues[1]), "votes": 4], as: team.floor)
    try team.inRoom("issue.restore", card, as: team.host)
    let ballots = [team.host, team.floor].map { team.roomFold.find($0.member.description, as: Ballot.self) }
    #expect(ballots.map { $0?.votes[issues[0]] } == [3, 1])
    #expect(ballots.map { $0?.left } == [2, 0])
    // In co-creation nobody could vote anew.
    try team.move(to: .solve)
    try team.inRoom("issue.withdraw", card, as: team.host)
    try team.inRoom("issue.restore", card, as: team.host)
    #expect(team.roomFold.find(issues[0], as: Issue.self)?.votes == 4)
  }

  @Test mutating func `leaves no group of one where votes are cast again`() throws {
    try team.inRoom("group.make", ["issues": .array(issues.map(JSON.string))], as: team.host)
    try team.move(to: .solve)
    try team.inRoom("issue.withdraw", ["issue": .string(issues[0])], as: team.host)
    #expect(team.roomFold.all(Group.self).map(\.issues) == [[issues[1]]])
    try team.move(to: .vote)
    #expect(team.roomFold.all(Group.self).isEmpty)
    try team.inRoom("vote.set", ["issue": .string(issues[1]), "votes": 1], as: team.floor)
  }

  @Test mutating func `makes no group larger than it may be`() throws {
    let many = try (0..<30).map { try team.post("第\($0)张") }
    let whole = issues.prefix(1) + many.prefix(29)
    try team.inRoom("group.make", ["issues": .array(whole.map(JSON.string))], as: team.host)
    let group = try #require(team.roomFold.all(Group.self).first?.id)
    try team.inRoom("issue.withdraw", ["issue": .string(issues[0])], as: team.host)
    try team.inRoom("group.add", ["group": .string(group), "issues": .array([.string(many[29])])], as: team.host)
    try team.inRoom("issue.restore", ["issue": .string(issues[0])], as: team.host)
    #expect(team.roomFold.all(Group.self).map(\.issues.count) == [30])
    #expect(team.roomFold.group(holding: issues[0]) == nil)
  }
}
