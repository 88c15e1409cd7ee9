// Words that are to be gone.
extension Decision {
  /// Of a record that a person has changed. `onward`: why what was made of those words goes.
  static func forgettingEarlierWords(of record: some Edited, onward: String? = nil) -> Decision {
    Decision(
      facts: [.earlierWordsErased(record: record.id, onward: onward)],
      emptied: [Emptied(record.id, before: record.edits.lastChange)])
  }

  /// `other` happens in the same event.
  mutating func add(_ other: Decision) {
    facts += other.facts
    pending += other.pending
    emptied += other.emptied
    muted += other.muted
  }
}
