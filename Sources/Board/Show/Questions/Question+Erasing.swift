import Identity
import JSON

// A question of which nothing stays but a tombstone.
extension Question {
  /// Everything that was said goes, if wished for from the issue it became, too; that something was said, when, and
  /// why it went, stays. Of a question that is erased, only what came from it can go.
  static let erase = Act(
    "question.erase", in: .show, zh: "抹除", en: "Erase", by: [.lead], .record("question", .question), .terms,
    example: ["reason": "用户要求"], note: "`onward`: what came from it, too",
    final: "the words are gone"
  ) { fold, request, id, terms in
    guard let question = fold.find(id, as: Question.self),
      question.erased == nil || terms.onward && question.leavesACopy
    else { throw Refusal.notFound }
    return fold.erasing([question], terms, request)
  }

  /// `by` is what PostgreSQL's clock says. (The log's own time may be far ahead for good, if a node's clock once was.)
  /// Forgets the words of questions kept for as long as words may be, so that what is held in memory agrees with the
  /// store; and has what came from them forget them.
  static let expire = Act(
    "questions.expire", in: .show, by: [.server], .time("by"), example: ["by": 1_773_316_683_000]
  ) { fold, request, time in
    let past = time - Bounds.wordsKept
    let old = fold.all(Question.self).filter { ($0.erased == nil || $0.leavesACopy) && $0.loggedAt <= past }
      .sorted { $0.no < $1.no }.prefix(Bounds.imported)
    return fold.erasing(Array(old), ErasureTerms(reason: "expired", onward: true), request)
  }
}

extension LogFold {
  fileprivate func erasing(_ questions: [Question], _ terms: ErasureTerms, _ request: Request) -> Decision {
    var decision = Decision.nothing
    for question in questions {
      let erasure = question.erased ?? Erasure(at: request.context.now, reason: terms.reason)
      decision.facts.append(
        .show(.questionErased(question: question.id, at: erasure.at, reason: erasure.reason, onward: terms.onward)))
      decision.erased += question.texts
      guard let link = question.issue, link.state != .refused else { continue }
      guard terms.onward else {
        decision.words[question.copyMark] = Words(text: "", expires: question.loggedAt + Bounds.wordsKept)
        continue
      }
      if question.erased != nil { decision.erased.append(question.copyMark) }
      switch link.state {
      case .refused: break
      case .requested: decision.muted.append(link.act)
      case .raised: decision.pending.append(link.forgetting(terms.reason, request))
      }
    }
    return decision
  }
}

extension Question {
  /// The text without words by which the store tells when what came from an erased question expires.
  fileprivate var copyMark: String { "c-\(id)" }

  /// Whether it is erased and what came from it was not to go.
  var leavesACopy: Bool {
    guard erased != nil, let issue, issue.state != .refused else { return false }
    return issue.isForgotten != true
  }

  mutating func erase(_ erasure: Erasure, onward: Bool?) {
    issue?.isForgotten = onward
    (wording, group, user, product, masked, kept) = (nil, nil, nil, nil, [], [])
    answer?.wording = nil
    erased = erasure
  }
}
