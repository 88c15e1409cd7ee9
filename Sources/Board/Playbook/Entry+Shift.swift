import Identity
import JSON

// A show's start has been corrected.
extension Entry {
  /// Told by the show, in seconds.
  static let shift = Act(
    "evidence.shift", in: .playbook, by: [.server], .log("show", .show), .number("by", Bounds.shifts),
    example: ["by": 60], note: "when a show's start is corrected"
  ) { fold, _, show, seconds in
    let isConcerned = fold.entries.contains { entry in
      entry.evidence.contains { $0.show == show && $0.offset != nil }
    }
    return isConcerned ? Decision(.playbook(.evidenceShifted(show: show, by: seconds))) : .nothing
  }
}

extension LogFold {
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
