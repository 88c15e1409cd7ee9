public import Identity

/// What happened in a playbook. Stored for good: a case or a label is never renamed, and a field that comes later is read with
/// a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference, not twenty fields.
public indirect enum PlaybookFact: Sendable, Equatable, Codable {
  case entryWritten(entry: Entry)
  case entryEdited(entry: String, content: EntryContent)
  case evidenceShifted(show: Identifier, by: Int)
  case entryErased(entry: String, at: Int64, reason: String)
  case entryMarked(entry: String, status: Entry.Status, verified: Entry.Verification?)
  /// What a person made of them since stays: nothing of the entry changes.
  case earlierWordsErased(record: String)
}

extension PlaybookFact: KindFact {
  var erasesWords: Bool {
    switch self {
    case .entryErased, .earlierWordsErased: true
    case .entryWritten, .entryEdited, .evidenceShifted, .entryMarked: false
    }
  }

  /// Nothing in a playbook is anonymous.
  var naming: Naming { .told }
}
