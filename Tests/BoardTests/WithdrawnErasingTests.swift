import Identity
import JSON
import Testing

@testable import Board

// Cards that were withdrawn and solutions that were dropped: nobody sees them, but events hold their words.
extension `Words that should be gone` {
  @Test func `of a withdrawn card the stored words go, too`() throws {
    var thread = try Thread()
    try thread.team.inRoom("issue.withdraw", ["issue": .string(thread.issue)], as: thread.team.facilitator)
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
    try thread.erase(onward: true)
    let raised = try #require(thread.team.world.events[thread.team.room]?.first { $0.op == "issue.raise" })
    #expect(!String(decoding: Event.encode(raised.facts), as: UTF8.self).contains("过敏"))
    #expect(thread.issueRecord() == nil)
  }

  @Test func `a lead erases what was withdrawn or dropped`() throws {
    var thread = try Thread()
    try thread.team.inRoom("issue.withdraw", ["issue": .string(thread.issue)], as: thread.team.facilitator)
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
    #expect(thread.team.world.stored(thread.team.room).contains("过敏"))
    for (op, args) in [
      ("issue.erase", ["issue": .string(thread.issue), "reason": "写错了"]),
      ("solution.erase", ["solution": .string(thread.solution), "reason": "写错了"]),
    ] as [(String, JSON)] {
      let sent = try thread.team.inRoom(op, args, as: thread.team.lead)
      // Nobody is told of what nobody sees.
      for actor in thread.team.everyone {
        let viewer = Viewer(member: actor.member, isLead: actor.isLead)
        #expect(!sent.changes.contains { $0.after?.isVisible(to: viewer) == true })
      }
      #expect(refusal { () throws(Refusal) in try thread.team.inRoom(op, args, as: thread.team.lead) } == .notFound)
    }
    #expect(!thread.team.world.stored(thread.team.room).contains("过敏"))
  }

  @Test
  func `a lead is told what was withdrawn or dropped until it is erased, and never of a card that was not turned`()
    throws
  {
    var thread = try Thread()
    try thread.team.inRoom("issue.withdraw", ["issue": .string(thread.issue)], as: thread.team.facilitator)
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
    func told() -> [String] { thread.team.roomFold.goneRecords.compactMap { $0.told?.text } }
    #expect(told().count == 2)
    try thread.team.inRoom(
      "solution.erase", ["solution": .string(thread.solution), "reason": "写错了"], as: thread.team.lead)
    #expect(told().count == 1)
    let revealed = thread.team.roomFold.goneRecords.first { $0.told != nil }
    guard case .issue(var issue, _)? = revealed else { throw Refusal.notFound }
    issue.revealed = false
    #expect(Gone.issue(issue, withdrawal: nil).told == nil)
  }

  @Test func `the words of a dropped solution and its entry go with the question`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
    try thread.erase(onward: true)
    #expect(!thread.stored().contains("过敏"))
    #expect(thread.entryRecord()?.erased != nil)
  }

  @Test func `what quotes a withdrawn card goes with the question`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.team.inRoom("issue.withdraw", ["issue": .string(thread.issue)], as: thread.team.facilitator)
    try thread.erase(onward: true)
    #expect(!thread.stored().contains("过敏"))
    #expect(thread.solutionRecord()?.erased != nil && thread.entryRecord()?.erased != nil)
  }
}
