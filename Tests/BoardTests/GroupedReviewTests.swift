import Identity
import JSON
import Testing

@testable import Board

/// Four cards, of which the first two are a group with four votes; the third has three, the fourth none.
@Suite struct `A review of groups` {
  private var team: Team
  private let cards: [String]
  private let group: String

  init() throws {
    var team = try Team()
    try team.move(to: .collect)
    for n in 0..<4 { _ = try team.post("卡\(n)") }
    try team.move(to: .vote)
    let numbered = team.roomFold.all(Board.Issue.self).sorted { ($0.no ?? 0) < ($1.no ?? 0) }
    let cards = numbered.map(\.id)
    group = try team.inRoom(
      "group.make", ["issues": [.string(cards[0]), .string(cards[1])], "title": "断货"], as: team.lead
    ).made(.group)
    try team.inRoom("vote.set", ["issue": .string(group), "votes": 4], as: team.host)
    try team.inRoom("vote.set", ["issue": .string(cards[2]), "votes": 3], as: team.floor)
    try team.move(to: .solve)
    (self.team, self.cards) = (team, cards)
  }

  @Test func `talks about the cards of a group where its votes put it`() {
    #expect(team.roomFold.only(Agenda.self)?.issues == cards)
  }

  @Test mutating func `reports a group once, by its title and with its votes`() throws {
    try team.inRoom(
      "solution.propose",
      ["issues": [.string(cards[0]), .string(cards[1])], "text": "备货", "kind": "sop", "owner": "host"], as: team.host)
    let report = try #require(team.roomFold.report)
    #expect(report.topics.map(\.id) == [cards[0], cards[2]])
    #expect(report.topics.map(\.votes) == [4, 3])
    #expect(report.topics.first?.text == "断货")
    #expect(report.proposed.map(\.votes) == [4])
  }

  @Test mutating func `reports no title of erased words`() throws {
    try team.inRoom("issue.erase", ["issue": .string(cards[0]), "reason": "用户要求"], as: team.lead)
    let report = try #require(team.roomFold.report)
    #expect(report.topics.first?.text == "")
  }
}
