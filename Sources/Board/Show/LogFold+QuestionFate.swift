import Identity
import JSON
import Privacy

// What becomes of a question: an issue, or nothing but a tombstone.
extension LogFold {
  /// Asks the room to raise the question as an issue, in the question's words or the ones given.
  func promoteQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let question = try question(args.id("question"))
    let room = try args.identifier("room")
    let kind = try args.oneOf("kind", as: Issue.Kind.self)
    let role = try args.optionalOneOf("role", as: Role.self) ?? .privateDomain
    let given = try args.optionalText("text", 1...500, multiline: true).map {
      Redaction.redact($0).text
    }
    try args.end()
    if let link = question.issue, link.state != .refused {
      if link.room == room { return .nothing }
      throw Refusal(
        .conflict, question.record.render(for: request.viewer).map(Refusal.Detail.newer))
    }
    guard let text = given ?? question.text else { throw Refusal.invalid("text", .missing) }
    let issue: JSON = [
      "show": .string(log.description), "question": .string(question.id),
      "offset": .int(question.offset),
      "plus": .int(question.plus), "role": .string(role.rawValue), "kind": .string(kind.rawValue),
      "text": .string(String(text.unicodeScalars.prefix(500))),
    ]
    return Decision(
      facts: [.questionPromoted(question: question.id, room: room, act: request.actID)],
      pending: [request.act(in: room, .room, "issue.raise", issue, settle: "question.settle")])
  }

  /// Server: `act`, `accepted`, `code?`.
  func settleQuestion(_ request: Request) throws -> Decision {
    let outcome = try Outcome(request)
    guard let question = all(Question.self).first(where: { $0.issue?.act == outcome.act }) else {
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
  func eraseQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("question")
    let terms = try ErasureTerms(from: &args)
    try args.end()
    guard let question = find(id, as: Question.self), question.erased == nil || terms.onward && question.leavesACopy
    else { throw Refusal.notFound }
    return erasing([question], terms, request)
  }

  private func erasing(_ questions: [Question], _ terms: ErasureTerms, _ request: Request) -> Decision {
    var decision = Decision.nothing
    for question in questions {
      let erasure = question.erased ?? Erasure(at: request.context.now, reason: terms.reason)
      decision.facts.append(
        .questionErased(question: question.id, at: erasure.at, reason: erasure.reason, onward: terms.onward))
      decision.erased += question.texts
      guard let link = question.issue, link.state != .refused else { continue }
      guard terms.onward else {
        decision.words[question.copyMark] = Words(text: "", expires: question.loggedAt + Limits.wordsKept)
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

  /// Server: `by`, what PostgreSQL's clock says. (The log's own time may be far ahead for good, if a node's clock once
  /// was.) Forgets the words of questions kept for as long as words may be, so that what is held in memory agrees with
  /// the store; and has what came from them forget them.
  func expireQuestions(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let time = try args.time("by")
    try args.end()
    let past = time - Limits.wordsKept
    let old = all(Question.self).filter { ($0.erased == nil || $0.leavesACopy) && $0.loggedAt <= past }
      .sorted { $0.no < $1.no }.prefix(Limits.imported)
    return erasing(Array(old), ErasureTerms(reason: "expired", onward: true), request)
  }

  /// Server, for whoever imports: `questions`: a list of what `question.log` takes, without `offset`, and
  /// `askedAt?`, `status?`, `plus?`. One that is there already is skipped, so that a file may be imported again.
  func importQuestions(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    var known: Set<AskedWords> = []
    var decision = Decision.nothing
    for (index, item) in try args.objects("questions", 1...Limits.imported).enumerated() {
      var item = item
      let askedAt = try item.optionalTime("askedAt") ?? request.context.now
      let status = try item.optionalOneOf("status", as: QuestionStatus.self)
      let plus = try item.optionalInt("plus", 0...100_000) ?? 0
      let draft = try QuestionDraft(id: request.newID(index), from: &item)
      try item.end()
      let words = AskedWords(askedAt: askedAt, text: draft.text)
      guard !shelves.hasQuestion(words), known.insert(words).inserted else { continue }
      var question = draft.question(
        no: shelves.count(.question) + decision.facts.count + 1, offset: show.offset(of: askedAt),
        askedAt: askedAt,
        request)
      (question.status, question.plus) = (status ?? .open, plus)
      question.imported = status == nil ? true : nil
      decision.facts.append(.questionLogged(question: question))
      decision.words.merge(draft.words(keptUntil: request.wordsKeptUntil)) { $1 }
    }
    try args.end()
    try checkRoom(for: .question, decision.facts.count, limit: Limits.questions)
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
struct Outcome {
  let act: Identifier
  let isAccepted: Bool
  let code: Refusal.Code?

  init(_ request: Request) throws {
    var args = try request.arguments()
    act = try args.identifier("act")
    isAccepted = try args.bool("accepted")
    code = try args.optionalText("code", 1...40).flatMap(Refusal.Code.init)
    try args.end()
  }

  /// The id of the record the act made: every node can tell it.
  var made: String { ShortID.make(from: act) }
}
