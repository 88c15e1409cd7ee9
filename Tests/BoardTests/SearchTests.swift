import JSON
import Testing

@testable import Board

@Suite struct `What search finds of a log` {
  private var team: Team

  init() throws { team = try Team() }

  private func found(_ kind: RecordKind) -> [String] {
    [team.roomFold, team.showFold].flatMap(\.searchLines).filter { $0.kind == kind }.map(\.words)
  }

  @Test mutating func `given a card that is not turned, nobody finds it; once it is turned, everyone does`() throws {
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    let issue = try team.post("福袋发晚了", as: team.host)
    #expect(found(.issue).isEmpty)
    try team.inRoom("cards.reveal", as: team.lead)
    #expect(found(.issue) == ["福袋发晚了"])
    try team.inRoom("issue.tag", ["issue": .string(issue), "tags": ["节奏"]], as: team.host)
    #expect(found(.issue) == ["福袋发晚了\n节奏"])
    try team.inRoom("issue.erase", ["issue": .string(issue), "reason": "误写"], as: team.lead)
    #expect(found(.issue).isEmpty)
  }

  @Test mutating func `a card is as old as its review, so that nobody learns who wrote when`() throws {
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    _ = try team.post("福袋发晚了", as: team.host)
    try team.inRoom("cards.reveal", as: team.lead)
    let fold = team.roomFold
    let line = try #require(fold.searchLines.first { $0.kind == .issue })
    #expect(fold.time(of: line) == fold.room?.openedAt)
  }

  @Test mutating func `given a comment, it is found until its card is withdrawn`() throws {
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    let issue = try team.post("福袋发晚了", as: team.host)
    try team.inRoom("cards.reveal", as: team.lead)
    try team.inRoom("comment.post", ["issue": .string(issue), "text": "先说清时间"], as: team.host)
    #expect(found(.comment) == ["先说清时间"])
    try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    #expect(found(.comment).isEmpty)
  }

  @Test func `nothing is found that one who is nobody in particular may not read`() throws {
    var story = try RandomStory(seed: 11)
    for _ in 0..<400 { story.step() }
    for fold in story.team.world.folds.values {
      for case let record? in fold.keys.map({ fold[$0] }) where fold.searchLine(of: record) != nil {
        switch record {
        case .comment(let comment):
          #expect(
            fold.kind == .channel
              ? fold.find(comment.issue, as: Action.self) != nil
              : fold.find(comment.issue, as: Issue.self)?.revealed == true)
        case .action: break
        default: #expect(record.isVisible(to: Viewer(member: nil, isLead: false)))
        }
      }
    }
  }
}
