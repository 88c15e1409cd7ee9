import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Everyone's lane` {
  private func progress(_ team: Team) -> String? {
    team.sees(team.lead, team.roomFold)[RecordKey(.progress, "progress")]
  }

  @Test(arguments: [false, true])
  func `takes a card of anyone, whatever their roles, with a name and without`(anonymous: Bool) throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    let card: JSON = ["role": "all", "kind": "mistake", "text": "开场太慢", "anonymous": .bool(anonymous)]
    for actor in team.everyone {
      // when
      let posted = try team.inRoom("issue.post", card, as: actor)
      // then
      let issue = try #require(team.roomFold.find(posted.made(.issue), as: Board.Issue.self))
      #expect(issue.role == .all && issue.anonymous == anonymous)
    }
    #expect(throws: Refusal.forbidden) {
      try team.inRoom("issue.post", ["role": "floor", "kind": "mistake", "text": "不是我的岗位"], as: team.host)
    }
  }

  @Test func `is known to no build of before, which is not given it`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    // when
    let sent = try ["all", "host"].map { role in
      try team.inRoom("issue.post", ["role": .string(role), "kind": "mistake", "text": "慢"], as: team.host)
    }
    // then
    #expect(sent.map { $0.event?.facts.map(\.since) } == [[4], [1]])
  }

  @Test func `is counted like any other while its cards are face down, also when one moves there`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一")
    #expect(progress(team) == #"{"id":"progress","cards":1,"lanes":{"host":1}}"#)
    // when
    let on = try #require(team.roomFold.find(issue, as: Board.Issue.self)).edits.last
    try team.inRoom("issue.edit", ["issue": .string(issue), "role": "all"], as: team.host, on: on)
    // then
    #expect(progress(team) == #"{"id":"progress","cards":1,"lanes":{"all":1}}"#)
  }

  @Test func `is a lane beside the five of the roles`() {
    #expect(Lane.allCases.map(\.rawValue) == Role.allCases.map(\.rawValue) + ["all"])
    #expect(Lane.allCases.compactMap { Lane(rawValue: $0.rawValue) } == Lane.allCases)
    #expect(Lane(rawValue: "nobody") == nil)
  }
}
