import Identity
import JSON

// A show's start has been corrected.
extension LogFold {
  /// Server, told by the show: `show`, `by` (seconds).
  func shiftEvidence(_ request: Request) throws -> Decision {
    let (show, seconds) = try request.shift()
    let isConcerned = entries.contains { entry in entry.evidence.contains { $0.show == show && $0.offset != nil } }
    return isConcerned ? Decision(.evidenceShifted(show: show, by: seconds)) : .nothing
  }

  mutating func applyEvidenceShift(of show: Identifier, by seconds: Int) {
    for entry in entries where entry.evidence.contains(where: { $0.show == show }) {
      revise(Entry.self, entry.id) {
        for (index, item) in $0.evidence.enumerated() where item.show == show {
          $0.evidence[index].offset = item.offset.map { $0 + seconds }
        }
      }
    }
  }
}
