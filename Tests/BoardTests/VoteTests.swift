import Identity
import JSON
import Testing

@testable import Board

@Suite struct `The vote` {
  private func vote(_ team: inout Team, _ issue: String, _ votes: Int, as actor: Actor) -> Refusal? {
    refusal { () throws(Refusal) in
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": .int(votes)], as: actor)
    }
  }

  private func started() throws -> (Team, [String]) {
    var team = try Team()
    try team.move(to: .collect)
    let issues = [try team.post("一"), try team.post("二"), try team.post("三")]
    try team.move(to: .vote)
    return (team, issues)
  }

  @Test func `votes are absolute, to the budget and not one over it`() throws {
    var (team, issues) = try started()
    #expect(vote(&team, issues[0], 3, as: team.host) == nil)
    #expect(vote(&team, issues[1], 2, as: team.host) == nil)
    #expect(vote(&team, issues[2], 1, as: team.host) == Refusal(.budget, .left(0)))
    #expect(vote(&team, issues[0], 4, as: team.host) == Refusal(.budget, .left(0)))
    #expect(vote(&team, issues[0], 2, as: team.host) == nil)
    #expect(vote(&team, issues[2], 1, as: team.host) == nil)
    #expect(
      team.sees(team.host, team.roomFold)[RecordKey(.ballot, team.host.member.description)]?
        .hasSuffix(
          #""left":0}"#) == true)
  }

  @Test func `sent twice it is one vote, and none changes nothing`() throws {
    var (team, issues) = try started()
    #expect(
      try team.inRoom("vote.set", ["issue": .string(issues[0]), "votes": 0], as: team.host).event
        == nil)
    #expect(vote(&team, issues[0], 2, as: team.host) == nil)
    #expect(
      try team.inRoom("vote.set", ["issue": .string(issues[0]), "votes": 2], as: team.host).event
        == nil)
    #expect(vote(&team, issues[0], 21, as: team.host) == .invalid("votes", .outOfRange))
    #expect(vote(&team, "none", 1, as: team.host) == .notFound)
  }

  @Test func `a vote touches the voter's ballot and nothing else; the first, how many have voted`() throws {
    var (team, issues) = try started()
    let ballot = RecordKey(.ballot, team.host.member.description)
    let first = try team.inRoom(
      "vote.set", ["issue": .string(issues[0]), "votes": 2], as: team.host)
    #expect(first.changes.map(\.key) == [ballot, RecordKey(.progress, "progress")])
    let second = try team.inRoom(
      "vote.set", ["issue": .string(issues[1]), "votes": 2], as: team.host)
    #expect(second.changes.map(\.key) == [ballot])
  }

  @Test func `totals appear when the vote ends and vanish when it goes on`() throws {
    var (team, issues) = try started()
    _ = vote(&team, issues[0], 2, as: team.host)
    _ = vote(&team, issues[0], 3, as: team.floor)
    #expect(team.roomFold.all(Issue.self).allSatisfy { $0.votes == nil })
    try team.move(to: .solve)
    #expect(team.roomFold.find(issues[0], as: Issue.self)?.votes == 5)
    #expect(team.roomFold.find(issues[1], as: Issue.self)?.votes == 0)
    try team.move(to: .closed)
    #expect(team.roomFold.find(issues[0], as: Issue.self)?.votes == 5)
    try team.move(to: .vote)
    #expect(team.roomFold.all(Issue.self).allSatisfy { $0.votes == nil })
    let late = try { () throws(Refusal) in
      try team.move(to: .solve)
      return try team.post("四")
    }()
    #expect(team.roomFold.find(late, as: Issue.self)?.votes == 0)
  }

  @Test func `going back to collecting keeps the ballots`() throws {
    var (team, issues) = try started()
    _ = vote(&team, issues[0], 4, as: team.host)
    try team.move(to: .collect)
    #expect(
      team.roomFold.find(team.host.member.description, as: Ballot.self)?.votes == [issues[0]: 4])
    try team.inRoom("votes.budget", ["votes": 7], as: team.lead)
    #expect(team.roomFold.find(team.host.member.description, as: Ballot.self)?.left == 3)
    #expect(try team.inRoom("votes.budget", ["votes": 7], as: team.lead).event == nil)
    try team.inRoom("votes.budget", ["votes": 4], as: team.lead)
    #expect(team.roomFold.find(team.host.member.description, as: Ballot.self)?.left == 0)
  }

  @Test func `a smaller budget is never refused, and gives back the largest first, then by id`() throws {
    var (team, issues) = try started()
    issues.sort()
    for (issue, votes) in zip(issues, [2, 2, 1]) { _ = vote(&team, issue, votes, as: team.host) }
    _ = vote(&team, issues[2], 1, as: team.floor)
    try team.move(to: .collect)
    try team.inRoom("votes.budget", ["votes": 3], as: team.lead)
    let host = team.roomFold.find(team.host.member.description, as: Ballot.self)
    #expect(host?.votes == [issues[0]: 1, issues[1]: 1, issues[2]: 1])
    #expect(host?.left == 0)
    #expect(team.roomFold.find(team.floor.member.description, as: Ballot.self)?.left == 2)
    try team.inRoom("votes.budget", ["votes": 1], as: team.lead)
    #expect(
      team.roomFold.find(team.host.member.description, as: Ballot.self)?.votes == [issues[2]: 1])
  }

  @Test func `a smaller budget tells nobody what another has cast`() throws {
    var (team, issues) = try started()
    _ = vote(&team, issues[0], 5, as: team.host)
    try team.move(to: .collect)
    let before = team.sees(team.floor, team.roomFold)
    try team.inRoom("votes.budget", ["votes": 1], as: team.lead)
    let after = team.sees(team.floor, team.roomFold)
    #expect(before.filter { after[$0.key] != $0.value }.keys.map(\.kind) == [.room])
  }

  @Test func `no more of one's votes go to one issue than the cap says`() throws {
    var (team, issues) = try started()
    try team.move(to: .collect)
    try team.inRoom("votes.cap", ["votes": 2], as: team.lead)
    #expect(try team.inRoom("votes.cap", ["votes": 2], as: team.lead).event == nil)
    try team.move(to: .vote)
    #expect(vote(&team, issues[0], 3, as: team.host) == Refusal(.cap, .limit(2)))
    #expect(vote(&team, issues[0], 2, as: team.host) == nil)
    #expect(vote(&team, issues[1], 2, as: team.host) == nil)
    try team.move(to: .collect)
    try team.inRoom("votes.cap", ["votes": 0], as: team.lead)
    try team.move(to: .vote)
    #expect(vote(&team, issues[0], 3, as: team.host) == nil)
  }
}
