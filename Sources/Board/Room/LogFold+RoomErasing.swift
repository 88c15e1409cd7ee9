import Identity
import JSON

// Words of a room that are to be gone.
extension LogFold {
  /// A lead sees the card whose words go.
  func eraseIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let issue = try visibleIssue(args.id("issue"), request)
    let terms = try ErasureTerms(from: &args)
    try args.end()
    guard issue.erased == nil else { throw Refusal.notFound }
    return try erasing(issue, terms, request)
  }

  /// Server, when the question it came from is forgotten: `issue`, `reason`. What a person has made of the words since
  /// is theirs, and stays. Of a card that was withdrawn the events still have the words.
  func forgetIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("issue")
    let terms = try ErasureTerms.passedOn(from: &args)
    try args.end()
    guard let issue = find(id, as: Issue.self) else {
      return Decision(
        facts: [.issueErased(issue: id, at: request.context.now, reason: terms.reason)],
        emptied: [Emptied(id, before: request.context.seq)])
    }
    if issue.erased != nil { return .nothing }
    if issue.edits.haveChanged { return .forgettingEarlierWords(of: issue) }
    return try erasing(issue, terms, request)
  }

  func eraseSolution(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let solution = try worded(solution(args.id("solution"), request))
    let terms = try ErasureTerms(from: &args)
    try args.end()
    return try erasing(solution, terms, request)
  }

  /// Onward go the solutions that have taken over the card's words; what people wrote themselves is theirs.
  private func erasing(_ issue: Issue, _ terms: ErasureTerms, _ request: Request) throws(Refusal) -> Decision {
    var decision = Decision(
      facts: [.issueErased(issue: issue.id, at: request.context.now, reason: terms.reason)],
      emptied: [Emptied(issue.id, before: request.context.seq)])
    guard terms.onward else { return decision }
    let answers = all(Solution.self).filter { $0.erased == nil && $0.issues.contains(issue.id) }
    for solution in answers.sorted(by: { $0.id < $1.id }) {
      if solution.edits.haveChanged {
        decision.add(.forgettingEarlierWords(of: solution))
      } else if Quotation.holds(solution.text, wordsOf: issue.text) {
        decision.add(try erasing(solution, terms, request))
      }
    }
    return decision
  }

  private func erasing(_ solution: Solution, _ terms: ErasureTerms, _ request: Request) throws(Refusal) -> Decision {
    var decision = Decision(
      facts: [.solutionErased(solution: solution.id, at: request.context.now, reason: terms.reason)],
      emptied: [Emptied(solution.id, before: request.context.seq)])
    switch (solution.promotion?.state, solution.promotion) {
    case (.requested, let promotion?): decision.muted = [promotion.act]
    case (.done, let promotion?) where terms.onward:
      decision.pending = [try forgetting(entryOf: promotion.act, terms.reason, request)]
    default: break
    }
    return decision
  }

  /// Has the playbook forget the entry that `act` has made. Asked for twice, it is done once.
  func forgetting(
    entryOf act: Identifier, _ reason: String, _ request: Request
  ) throws(Refusal) -> PendingAct {
    PendingAct(
      id: act.derived(step: 5), target: Self.playbook(of: try opened().organisation), targetKind: .playbook,
      op: "entry.forget", args: ["entry": .string(ShortID.make(from: act)), "reason": .string(reason)],
      member: request.actor.member, settle: nil)
  }
}

extension Decision {
  /// Of a record that a person has changed.
  static func forgettingEarlierWords(of record: some Edited) -> Decision {
    Decision(
      facts: [.earlierWordsErased(record: record.id)],
      emptied: [Emptied(record.id, before: record.edits.lastChange)])
  }

  /// `other` happens in the same event.
  fileprivate mutating func add(_ other: Decision) {
    facts += other.facts
    pending += other.pending
    emptied += other.emptied
    muted += other.muted
  }
}

extension Issue {
  mutating func erase(_ erasure: Erasure) {
    text = ""
    erased = erasure
  }
}

extension Solution {
  mutating func erase(_ erasure: Erasure) {
    (text, due) = ("", nil)
    erased = erasure
  }
}
