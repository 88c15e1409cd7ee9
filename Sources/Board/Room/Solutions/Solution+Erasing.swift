import Identity
import JSON

// Words of a solution that are to be gone, and the entry that was made of them.
extension Solution {
  /// Of a solution that is erased, only the entry it became can go.
  static let erase = Act(
    "solution.erase", in: .room, zh: "抹除办法", en: "Erase solution", by: [.lead], .record("solution", .solution), .terms,
    example: ["reason": "用户要求"],
    final: "the words are gone"
  ) { fold, request, id, terms in
    guard let solution = fold.solutionOnceThere(id), solution.erased == nil || terms.onward && solution.leavesACopy
    else { throw Refusal.notFound }
    return fold.erasing(solution, terms, request)
  }
}

extension LogFold {
  func erasing(_ solution: Solution, _ terms: ErasureTerms, _ request: Request) -> Decision {
    let erasure = solution.erased ?? Erasure(at: request.context.now, reason: terms.reason)
    var decision = Decision(
      facts: [
        .room(.solutionErased(solution: solution.id, at: erasure.at, reason: erasure.reason, onward: terms.onward))
      ],
      emptied: [Emptied(solution.id, before: request.context.seq)])
    if terms.onward, let promotion = solution.promotion {
      decision.add(erasing(entryOf: promotion, terms, request))
    }
    if terms.onward { for acted in solution.actions { decision.add(erasing(acted, terms, request)) } }
    return decision
  }

  /// On its way it loses its words; the tombstone follows, whenever it has arrived.
  private func erasing(_ acted: Solution.Acted, _ terms: ErasureTerms, _ request: Request) -> Decision {
    var decision = Decision.nothing
    switch acted.state {
    case .refused: break
    case .requested: decision.muted = [acted.act]
    case .done: decision.pending = [acted.forgetting(terms.reason, request)]
    }
    return decision
  }

  /// On its way it loses its words, and the tombstone follows when it has arrived.
  func erasing(
    entryOf promotion: Solution.Promotion, _ terms: ErasureTerms, _ request: Request
  ) -> Decision {
    var decision = Decision.nothing
    switch promotion.state {
    case .refused: break
    case .requested: decision.muted = [promotion.act]
    case .done: decision.pending = [forgetting(entryOf: promotion.act, terms.reason, request)]
    }
    return decision
  }

  /// Has the playbook forget the entry that `act` has made. Asked for twice, it is done once.
  func forgetting(entryOf act: Identifier, _ reason: String, _ request: Request) -> PendingAct {
    PendingAct(
      id: act.derived(step: 5), target: Self.playbook(of: request.room.organisation), targetKind: .playbook,
      op: "entry.forget", args: ["entry": .string(ShortID.make(from: act)), "reason": .string(reason)],
      member: request.actor.member, settle: nil)
  }
}

extension Solution {
  func wasWritten(about issue: String) -> Bool {
    issues.contains(issue) || withdrawnIssues?.contains(issue) == true
  }

  /// Whether it has taken over any of the words: as it is, or, once changed, as it was when it was handed on.
  func quotes(_ words: [String?]) -> Bool {
    let text = edits.haveChanged ? promotion?.handedOn ?? "" : text
    return words.contains { Quotation.holds(text, wordsOf: $0 ?? "") }
  }

  /// Whether it is erased, and the entry it became or an action that was made of it was not to go.
  var leavesACopy: Bool {
    if erased != nil, actions.contains(where: { $0.state != .refused && $0.forgetting == nil }) { return true }
    guard erased != nil, let promotion, promotion.state != .refused else { return false }
    return promotion.isForgotten != true
  }

  /// As the events tell it from then on.
  mutating func forgetEarlierWords(onward: String?) {
    if promotion?.handedOn != nil { promotion?.handedOn = "" }
    if let onward { promotion?.forgetting = onward }
  }

  mutating func erase(_ erasure: Erasure, onward: Bool?) {
    promotion?.isForgotten = onward
    if onward == true { for index in actions.indices { actions[index].forgetting = erasure.reason } }
    if promotion?.handedOn != nil { promotion?.handedOn = "" }
    (text, due) = ("", nil)
    erased = erasure
  }
}
