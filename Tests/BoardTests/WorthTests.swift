import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Whether a review was worth it` {
  private func told(_ team: Team) -> (answers: Int?, worth: Double?) {
    let progress: Board.Progress? = team.roomFold.only()
    return (progress?.answers, progress?.worth)
  }

  private func answer(_ team: inout Team, _ scores: [(Actor, Int)]) throws {
    for (actor, score) in scores { try team.inRoom("worth.set", ["score": .int(score)], as: actor) }
  }

  @Test(
    arguments: [
      (voters: 6, answers: 4, mean: nil), (voters: 6, answers: 5, mean: 3.0), (voters: 4, answers: 3, mean: nil),
      (voters: 4, answers: 4, mean: 2.5), (voters: 3, answers: 3, mean: 2.0), (voters: 2, answers: 2, mean: nil),
    ] as [(voters: Int, answers: Int, mean: Double?)])
  func `its mean is told from five answers, and in a smaller room of three or more when all have answered`(
    voters: Int, answers: Int, mean: Double?
  ) throws {
    var team = try Team.closed(by: voters)
    try answer(&team, Array(zip(team.everyone.prefix(answers), 1...5)))
    #expect(told(team).answers == answers)
    #expect(told(team).worth == mean)
  }

  @Test func `a later mean takes in three answers at once, so that two of them tell of nobody`() throws {
    var team = try Team.closed(by: 6)
    let six = team.everyone.prefix(6)
    try answer(&team, six.prefix(5).map { ($0, 1) })
    #expect(told(team).worth == 1)
    try answer(&team, [(six[5], 5)])
    #expect(told(team) == (6, 1))
    try answer(&team, [(six[0], 5), (six[0], 1), (six[0], 5)])
    #expect(told(team) == (6, 1))
    try answer(&team, [(six[1], 5)])
    #expect(told(team) == (6, 3))
    try team.move(to: .solve)
    try answer(&team, [(six[2], 5)])
    try team.move(to: .closed)
    #expect(told(team) == (6, 3))
  }

  @Test func `in a room of three, who comes later changes no mean`() throws {
    var team = try Team.closed(by: 3)
    try answer(&team, team.everyone.prefix(3).map { ($0, 2) })
    try answer(&team, [(team.everyone[4], 5)])
    #expect(told(team) == (4, 2))
    let progress: Board.Progress? = team.roomFold.only()
    #expect(progress?.worthOf == 3)
  }

  @Test func `is asked from co-creation on, and its mean waits for the end`() throws {
    var team = try Team()
    #expect(refusal { () throws(Refusal) in try team.inRoom("worth.set", ["score": 3], as: team.host) }?.code == .phase)
    try team.move(to: .solve)
    try answer(&team, Array(zip(team.everyone, [5, 5, 5, 5, 5])))
    #expect(told(team).answers == 5)
    #expect(told(team).worth == nil)
    try team.move(to: .closed)
    #expect(told(team).worth == 5)
    try team.move(to: .solve)
    #expect(told(team).worth == nil)
  }

  @Test func `nobody sees another's answer, nor who has answered`() throws {
    var team = try Team.closed(by: 6)
    let sent = try team.inRoom("worth.set", ["score": 1], as: team.host)
    let event = try #require(sent.event)
    #expect(team.sees(team.host, team.roomFold)[RecordKey(.worth, team.host.member.description)] != nil)
    for other in team.everyone where other.member != team.host.member {
      let viewer = Viewer(member: other.member, isLead: other.isLead)
      #expect(LogFold.hidesAuthor(of: event, sent.changes, from: viewer))
      #expect(!team.sees(other, team.roomFold).keys.contains { $0.kind == .worth })
    }
  }

  @Test func `an answer may be changed, and is one all the same`() throws {
    var team = try Team.closed(by: 6)
    try answer(&team, [(team.host, 1), (team.host, 4), (team.host, 4)])
    #expect(told(team).answers == 1)
    #expect(team.roomFold.all(Worth.self).map(\.score) == [4])
    #expect(
      refusal { () throws(Refusal) in try team.inRoom("worth.set", ["score": 6], as: team.host) }
        == .invalid("score", .outOfRange))
  }
}

extension Team {
  /// Closed, after so many took part: the first wrote, and all of them voted.
  static func closed(by voters: Int) throws -> Team {
    var team = try Team()
    try team.move(to: .collect)
    _ = try team.post("一", as: team.everyone[0])
    try team.move(to: .vote)
    let issue = try #require(team.roomFold.all(Issue.self).first?.id)
    for voter in team.everyone.prefix(voters) {
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": 1], as: voter)
    }
    try team.move(to: .closed)
    return team
  }
}
