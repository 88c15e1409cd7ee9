import Identity
import JSON
import Testing

@testable import Board

/// What an erasure of a card that has a secret tells of its author.
@Suite struct `Erasing a secret` {
  @Test(arguments: [true, false])
  func `who erases an anonymous card is told to themselves alone, whether or not they wrote it`(own: Bool) throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("我忘了开福袋", anonymous: true, as: own ? team.lead : team.host)
    try team.inRoom("cards.reveal", as: team.lead)
    let sent = try team.inRoom("issue.erase", ["issue": .string(issue), "reason": "写错了"], as: team.lead)
    let event = try #require(sent.event)
    for actor in team.everyone {
      let viewer = Viewer(member: actor.member, isLead: actor.isLead)
      #expect(LogFold.mayName(event, sent.changes, to: viewer) == (actor == team.lead))
    }
  }

  @Test func `a card erased while its author alone saw it is gone when the cards are turned, and leaves no gap`() throws
  {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("我忘了开福袋", anonymous: true, as: team.lead)
    for text in ["一", "二"] { _ = try team.post(text) }
    try team.inRoom("issue.erase", ["issue": .string(issue), "reason": "写错了"], as: team.lead)
    #expect(team.sees(team.lead, team.roomFold)[RecordKey(.issue, issue)]?.contains("写错了") == true)
    try team.inRoom("cards.reveal", as: team.lead)
    #expect(team.roomFold.find(issue, as: Issue.self) == nil)
    #expect(team.roomFold.all(Issue.self).compactMap(\.no).sorted() == [1, 2])
  }

  @Test func `a turning stored when erased cards had numbers reads as it was`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一", as: team.lead)
    try team.inRoom("issue.erase", ["issue": .string(issue), "reason": "写错了"], as: team.lead)
    var fold = team.roomFold
    _ = fold.apply(
      Event(
        seq: 99, tag: 1, id: team.room, by: team.lead.member, at: 1, op: "cards.reveal",
        facts: [.room(.cardsRevealed(numbers: [issue: 1]))], words: [:]))
    #expect(fold.find(issue, as: Issue.self)?.revealed == true)
  }
}
