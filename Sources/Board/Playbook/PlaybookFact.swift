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

// MARK: - What each changes

extension LogFold {
  /// What each fact changes. Total: of a record that is gone, nothing.
  mutating func apply(_ fact: PlaybookFact, of event: Event) {
    switch fact {
    case .entryWritten(let entry): put(entry)
    case .entryEdited(let entry, let content):
      revise(Entry.self, entry) {
        $0.edits.note(event.seq, by: event.by, rewords: content.text != $0.text)
        $0.content = content
        $0.version += 1
      }
    case .evidenceShifted(let show, let seconds): applyEvidenceShift(of: show, by: seconds)
    case .entryErased(let entry, let at, let reason):
      revise(Entry.self, entry) { $0.erase(Erasure(at: at, reason: reason)) }
    case .entryMarked(let entry, let status, let verified):
      revise(Entry.self, entry) { $0.mark(status, verified) }
    case .earlierWordsErased: break
    }
  }
}
