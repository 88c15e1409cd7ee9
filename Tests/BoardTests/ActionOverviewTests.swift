import Identity
import Testing

@testable import Board

@Suite struct `The overview of a channel's actions` {
  private let now: Int64 = 1_773_273_600_000  // 2026-03-12
  private let member = Team.member(1, []).member

  @Test func `what is open and not yet due says nothing of how a channel fares`() throws {
    let overview = ActionOverview(
      of: [
        action("next", .todo, .next), action("later", .doing, .day(try #require(Day("2026-03-20")))),
        action("late", .todo, .day(try #require(Day("2026-03-01")))), action("done", .done, .next),
        action("dropped", .dropped, nil),
      ], at: now)
    #expect(overview.weeks.last == .init(agreed: 3, done: 1))
    #expect((overview.late, overview.doing, overview.open) == (1, 1, 3))
  }

  private func action(_ id: String, _ state: Action.State, _ due: Due?) -> Action {
    var action = Action(
      id: id, ActionContent(text: id, owner: .host, member: nil, due: due), from: nil, by: member, at: now - 1,
      edits: Edits(1, by: member))
    action.state = state
    return action
  }
}
