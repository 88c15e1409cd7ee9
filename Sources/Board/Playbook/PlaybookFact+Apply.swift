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
