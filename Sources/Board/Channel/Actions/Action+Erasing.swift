import JSON

// Words of an action that are to be gone.
extension Action {
  static let erase = Act(
    "action.erase", in: .channel, zh: "抹除待办", en: "Erase action", by: [.lead], .record("action", .action), .terms,
    example: ["reason": "用户要求"],
    final: "the words are gone"
  ) { fold, request, id, terms in
    let action = try fold.action(id)
    guard action.erased == nil else { throw Refusal.notFound }
    return fold.erasing(action, terms, request)
  }

  /// When the solution it came from is forgotten. What a person has made of the words since is theirs, and stays.
  static let forget = Act(
    "action.forget", in: .channel, by: [.server], .record("action", .action), .passedOn, example: ["reason": "用户要求"],
    note: "when that solution is forgotten"
  ) { fold, request, id, terms in
    let action = try fold.action(id)
    if action.erased != nil { return .nothing }
    guard action.edits.haveChanged else { return fold.erasing(action, terms, request) }
    var decision = Decision.forgettingEarlierWords(of: action, .channel(.earlierWordsErased(record: action.id)))
    decision.add(fold.erasing(commentsOn: action, before: action.edits.lastChange, terms, request))
    return decision
  }
}

extension LogFold {
  fileprivate func erasing(_ action: Action, _ terms: ErasureTerms, _ request: Request) -> Decision {
    var decision = Decision(
      facts: [.channel(.actionErased(action: action.id, at: request.context.now, reason: terms.reason))],
      emptied: [Emptied(action.id, before: request.context.seq)])
    decision.add(erasing(commentsOn: action, terms, request))
    return decision
  }
}

extension Action {
  mutating func erase(_ erasure: Erasure) {
    text = ""
    forgetReasons()
    erased = erasure
  }

  mutating func forgetReasons() {
    reason = nil
    answers = answers.map(\.wordless)
  }
}

extension Action.Answer {
  fileprivate var wordless: Self {
    Self(room: room, answer: answer, reason: nil, by: by, at: at, seq: seq, was: was, wasReason: nil)
  }
}
