import Identity
import JSON

// A reviewed show's start has been corrected.
extension LogFold {
  /// Server, told by the show: `show`, `by` (seconds). What happened in the show stays where it happened.
  func shiftIssues(_ request: Request) throws -> Decision {
    let room = try opened()
    let (show, seconds) = try request.shift()
    return room.shows.contains(show) ? Decision(.issuesShifted(show: show, by: seconds)) : .nothing
  }

  mutating func applyShift(of show: Identifier, by seconds: Int) {
    for issue in all(Issue.self) where minutes(of: issue) == show {
      revise(Issue.self, issue.id) {
        if let offset = $0.offset { $0.offset = offset + seconds }
        $0.question?.offset += seconds
      }
    }
  }

  /// The show of which a card's minute is one: the question's, the number's, else the room's first.
  private func minutes(of issue: Issue) -> Identifier? { issue.question?.show ?? issue.link?.show ?? room?.shows.first }
}

extension Request {
  func shift() throws -> (show: Identifier, seconds: Int) {
    var args = try arguments()
    let show = try args.identifier("show")
    let seconds = try args.int("by", Int(Int32.min)...Int(Int32.max))
    try args.end()
    return (show, seconds)
  }
}
