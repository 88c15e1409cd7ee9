extension Decision {
  /// The words a record had before a person changed it.
  static func forgettingEarlierWords(of record: some Edited, _ fact: Fact) -> Decision {
    Decision(facts: [fact], emptied: [Emptied(record.id, before: record.edits.lastChange)])
  }

  /// `other` happens in the same event.
  mutating func add(_ other: Decision) {
    facts += other.facts
    pending += other.pending
    emptied += other.emptied
    muted += other.muted
  }
}
