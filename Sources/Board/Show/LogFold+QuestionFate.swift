import Identity
import JSON
import Privacy

// What becomes of a question: an issue, or nothing but a tombstone.
extension Question {
  /// Asks the room to raise the question as an issue, in the question's words or the ones given.
  static let promote = Act(
    "question.promote", in: .show, by: askers,
    .record("question", .question), .log("room", .room), .word("kind", Issue.Kind.self),
    .optional(.word("role", Role.self), or: .privateDomain), .optional(words),
    example: ["kind": "puzzle"], note: "becomes an issue of that room"
  ) { fold, request, id, room, kind, role, given in
    let question = try fold.question(id)
    if let link = question.issue, link.state != .refused {
      if link.room == room { return .nothing }
      throw Refusal(.conflict, question.record.render(for: request.viewer).map(Refusal.Detail.newer))
    }
    guard let text = given.map({ Redaction.redact($0).text }) ?? question.text else {
      throw Refusal.invalid("text", .missing)
    }
    let issue: JSON = [
      "show": .string(fold.log.description), "question": .string(question.id), "offset": .int(question.offset),
      "plus": .int(question.plus), "role": .word(role), "kind": .word(kind),
      "text": .string(String(text.unicodeScalars.prefix(500))),
    ]
    return Decision(
      facts: [.questionPromoted(question: question.id, room: room, act: request.actID)],
      pending: [request.act(in: room, .room, "issue.raise", issue, settle: "question.settle")])
  }

  static let settle = Act(
    "question.settle", in: .show, by: [.server], .outcome, example: ["accepted": true]
  ) { fold, request, outcome in
    guard let question = fold.all(Question.self).first(where: { $0.issue?.act == outcome.act }) else {
      throw Refusal.notFound
    }
    guard let link = question.issue, link.state == .requested else { return .nothing }
    var decision = Decision(
      .questionSettled(
        question: question.id, state: outcome.isAccepted ? .raised : .refused,
        issue: outcome.isAccepted ? outcome.made : nil))
    // Erased while it was on its way: the words may have arrived before that was known.
    if outcome.isAccepted, let erased = question.erased, link.isForgotten != false {
      decision.pending = [link.forgetting(erased.reason, request)]
    }
    return decision
  }

  /// Everything that was said goes, if wished for from the issue it became, too; that something was said, when, and
  /// why it went, stays. Of a question that is erased, only what came from it can go.
  static let erase = Act(
    "question.erase", in: .show, by: [.lead], .record("question", .question), .terms,
    example: ["reason": "用户要求"], note: "`onward`: what came from it, too"
  ) { fold, request, id, terms in
    guard let question = fold.find(id, as: Question.self),
      question.erased == nil || terms.onward && question.leavesACopy
    else { throw Refusal.notFound }
    return fold.erasing([question], terms, request)
  }

  /// One that is there already is skipped, so that a file may be imported again.
  static let `import` = Act(
    "questions.import", in: .show, by: [.server], bringing: askers + [.role(.operations)],
    .list("questions", 1...Bounds.imported, of: row),
    example: ["questions": [["text": "还有吗"]]]
  ) { fold, request, rows in
    let show = try fold.founded()
    var known: Set<AskedWords> = []
    var decision = Decision.nothing
    for (index, row) in rows.enumerated() {
      let askedAt = row.askedAt ?? request.context.now
      let words = AskedWords(askedAt: askedAt, text: row.draft.text)
      guard !fold.shelves.hasQuestion(words), known.insert(words).inserted else { continue }
      var question = row.draft.question(
        request.newID(index), no: fold.shelves.count(.question) + decision.facts.count + 1,
        offset: show.offset(of: askedAt), askedAt: askedAt, request)
      (question.status, question.plus) = (row.status ?? .open, row.plus)
      question.imported = row.status == nil ? true : nil
      decision.facts.append(.questionLogged(question: question))
      decision.words.merge(row.draft.words(of: question.id, keptUntil: request.wordsKeptUntil)) { $1 }
    }
    try fold.checkRoom(for: .question, decision.facts.count, limit: Bounds.questions)
    return decision
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

  private static let row = Argument<Row>.group(
    .draft, .optional(.time("askedAt")), .optional(.word("status", QuestionStatus.self)),
    .optional(.number("plus", 0...100_000), or: 0)
  ) {
    Row(draft: $0, askedAt: $1, status: $2, plus: $3)
  }

  /// A question of a file.
  private struct Row: Sendable {
    let draft: QuestionDraft
    let askedAt: Int64?
    let status: QuestionStatus?
    let plus: Int
  }
}

extension LogFold {
  fileprivate func erasing(_ questions: [Question], _ terms: ErasureTerms, _ request: Request) -> Decision {
    var decision = Decision.nothing
    for question in questions {
      let erasure = question.erased ?? Erasure(at: request.context.now, reason: terms.reason)
      decision.facts.append(
        .questionErased(question: question.id, at: erasure.at, reason: erasure.reason, onward: terms.onward))
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
  mutating func settle(_ state: Link.State, issue made: String?) {
    issue?.state = state
    issue?.issue = made
  }

  /// The text without words by which the store tells when what came from an erased question expires.
  fileprivate var copyMark: String { "c-\(id)" }

  /// Whether it is erased and what came from it was not to go.
  var leavesACopy: Bool {
    guard erased != nil, let issue, issue.state != .refused else { return false }
    return issue.isForgotten != true
  }

  mutating func erase(_ erasure: Erasure, onward: Bool?) {
    issue?.isForgotten = onward
    (wording, group, user, product, masked) = (nil, nil, nil, nil, [])
    answer?.wording = nil
    erased = erasure
  }
}

extension Question.Link {
  /// Has the room forget the issue this question became. Asked for twice, it is done once.
  func forgetting(_ reason: String, _ request: Request) -> PendingAct {
    PendingAct(
      id: act.derived(step: 5), target: room, targetKind: .room, op: "issue.forget",
      args: ["issue": .string(issue ?? ShortID.make(from: act)), "reason": .string(reason)],
      member: request.actor.member, settle: nil)
  }
}

/// How an act in another log ended.
struct ActOutcome: Sendable {
  let act: Identifier
  let isAccepted: Bool
  let code: Refusal.Code?

  /// The id of the record the act made: every node can tell it.
  var made: String { ShortID.make(from: act) }
}

extension Argument<ActOutcome> {
  static var outcome: Argument {
    .group(.act("act"), .flag("accepted"), .optional(.text("code", 1...40))) {
      ActOutcome(act: $0, isAccepted: $1, code: $2.flatMap(Refusal.Code.init(rawValue:)))
    }
  }
}
