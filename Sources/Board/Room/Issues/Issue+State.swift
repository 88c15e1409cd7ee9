import Identity
import JSON

// How far the talk about an issue has come.
extension Issue {
  /// `parked` issues are kept for another time.
  public enum State: String, Sendable, Codable, CaseIterable { case open, discussing, solved, parked }

  static let mark = Act(
    "issue.mark", in: .room, zh: "标进展", en: "Mark card", by: Room.steering, during: [.collect, .vote, .solve],
    .record("issue", .issue), .word("state", State.self),
    example: ["state": "parked"], note: "of an issue that is turned",
    undo: { before, event in
      guard case .room(.issueMarked(let id, _))? = event.facts.first, let issue = before.find(id, as: Issue.self) else {
        return nil
      }
      return Opposite("issue.mark", ["issue": .string(id), "state": .word(issue.state)])
    }
  ) { fold, request, id, state in
    let issue = try fold.visibleIssue(id, request)
    guard issue.revealed else { throw Refusal.notFound }
    return issue.state == state ? .nothing : Decision(.room(.issueMarked(issue: id, state: state)))
  }
}

extension Issue.State: Blank {
  public static var blank: Self { .open }
}

extension LogFold {
  /// What stands beside an issue goes with it. The whys are kept in mind, so that an erasing finds their words.
  mutating func forgetBesides(issue id: String) {
    remove(LanePlace.self, id)
    revise(Cause.self, id) { $0.isWithdrawn = true }
    revise(Agenda.self, "agenda") { $0.issues.removeAll { $0 == id } }
  }
}
