import Identity
import JSON

// A reviewed show's start has been corrected.
extension Issue {
  /// Told by the show, in seconds. What happened in the show stays where it happened.
  static let shift = Act(
    "issues.shift", in: .room, by: [.server], .log("show", .show), .number("by", Bounds.shifts), example: ["by": 60],
    note: "when a reviewed show's start is corrected"
  ) { _, request, show, seconds in
    request.room.shows.contains(show) ? Decision(.room(.issuesShifted(show: show, by: seconds))) : .nothing
  }
}

extension LogFold {
  mutating func applyShift(of show: Identifier, by seconds: Int) {
    let gone = all(Gone.self).compactMap { if case .issue(let issue, _) = $0 { issue } else { Issue?.none } }
    for issue in all(Issue.self) + gone where minutes(of: issue) == show {
      reviseOnceThere(issue: issue.id) {
        if let offset = $0.offset { $0.offset = offset + seconds }
        $0.question?.offset += seconds
      }
    }
  }

  /// The show of which an issue's minute is one: the question's, the number's, else the room's first.
  private func minutes(of issue: Issue) -> Identifier? { issue.question?.show ?? issue.link?.show ?? room?.shows.first }
}
