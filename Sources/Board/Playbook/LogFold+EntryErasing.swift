import JSON

// Words of the playbook that are to be gone.
extension LogFold {
  func eraseEntry(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let entry = try entry(args.id("entry"))
    let terms = try ErasureTerms(from: &args)
    try args.end()
    guard entry.erased == nil else { throw Refusal.notFound }
    return erasing(entry, terms, request)
  }

  /// Server, when the solution it came from is forgotten: `entry`, `reason`. What a person has made of the words
  /// since is theirs, and stays.
  func forgetEntry(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let entry = try entry(args.id("entry"))
    let terms = try ErasureTerms.passedOn(from: &args)
    try args.end()
    if entry.erased != nil { return .nothing }
    return entry.edits.haveChanged ? .forgettingEarlierWords(of: entry) : erasing(entry, terms, request)
  }

  private func erasing(_ entry: Entry, _ terms: ErasureTerms, _ request: Request) -> Decision {
    Decision(
      facts: [.entryErased(entry: entry.id, at: request.context.now, reason: terms.reason)],
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
