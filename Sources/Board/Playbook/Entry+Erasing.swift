import JSON

// Words of the playbook that are to be gone.
extension Entry {
  static let erase = Act(
    "entry.erase", in: .playbook, zh: "抹除条目", en: "Erase entry", by: [.lead], .record("entry", .entry), .terms,
    example: ["reason": "用户要求"],
    final: "the words are gone"
  ) { fold, request, id, terms in
    let entry = try fold.entry(id)
    guard entry.erased == nil else { throw Refusal.notFound }
    return fold.erasing(entry, terms, request)
  }

  /// When the solution it came from is forgotten. What a person has made of the words since is theirs, and stays.
  static let forget = Act(
    "entry.forget", in: .playbook, by: [.server], .record("entry", .entry), .passedOn, example: ["reason": "用户要求"],
    note: "when that solution is forgotten"
  ) { fold, request, id, terms in
    let entry = try fold.entry(id)
    if entry.erased != nil { return .nothing }
    return entry.edits.haveChanged
      ? .forgettingEarlierWords(of: entry, .playbook(.earlierWordsErased(record: entry.id)))
      : fold.erasing(entry, terms, request)
  }
}

extension LogFold {
  fileprivate func erasing(_ entry: Entry, _ terms: ErasureTerms, _ request: Request) -> Decision {
    Decision(
      facts: [.playbook(.entryErased(entry: entry.id, at: request.context.now, reason: terms.reason))],
      emptied: [Emptied(entry.id, before: request.context.seq)])
  }
}

extension Entry {
  mutating func erase(_ erasure: Erasure) {
    (title, trigger, text) = ("", nil, "")
    verified = verified.map { Verification(show: $0.show, note: nil, by: $0.by, at: $0.at) }
    erased = erasure
  }
}
