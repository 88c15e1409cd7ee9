import Identity
import JSON
import Privacy

// Commands of the question log. A question's words are redacted here, before anything is stored.
extension LogFold {
  func logQuestion(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    let given = try args.optionalInt("offset", Limits.offsets)
    let draft = try QuestionDraft(id: request.newID(), from: &args)
    try args.end()
    try checkRoom(for: .question, limit: Limits.questions)
    let askedAt = try given.map { show.origin + Int64($0) * 1000 } ?? happened(request)
    let question = draft.question(
      no: shelves.count(.question) + 1, offset: given ?? show.offset(of: askedAt), askedAt: askedAt,
      request)
    return Decision(
      facts: [.questionLogged(question: question)],
      words: draft.words(keptUntil: request.wordsKeptUntil))
  }

  func editQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let question = try question(args.id("question"))
    let text = try args.optionalText("text", 1...500, multiline: true).map(Redaction.redact)
    let product = try args.edited("product", 40, was: question.product?.text).map {
      Redaction.redact($0).text
    }
    let category = try args.edited("category", was: question.category)
    let urgency = try args.edited("urgency", was: question.urgency)
    try args.end()

    var content = question.content
    var decision = Decision.nothing
    if let text, text.text != question.text {
      content.wording = decision.replace(
        question.wording, by: text.text, "q-\(question.id)", request)
      content.masked = text.masked.map(\.rawValue)
    }
    if product != question.product?.text {
      content.product = decision.replace(question.product, by: product, "p-\(question.id)", request)
    }
    (content.category, content.urgency) = (category, urgency)
    if content == question.content { return .nothing }
    try request.checkEdit(of: question, question.edits)
    decision.facts = [.questionEdited(question: question.id, content: content)]
    return decision
  }

  func plusQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let question = try question(args.id("question"))
    try args.end()
    return Decision(.questionAskedAgain(question: question.id))
  }

  func answerQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let question = try question(args.id("question"))
    let words = try args.optionalText("words", 1...500, multiline: true).map {
      Redaction.redact($0).text
    }
    try args.end()
    var decision = Decision.nothing
    let wording = decision.replace(question.answer?.wording, by: words, "a-\(question.id)", request)
    let answer = Question.Answer(
      wording: wording, by: request.actor.member, role: Array(request.actor.roles).inOrder.first,
      at: request.context.now)
    decision.facts = [.questionAnswered(question: question.id, answer: answer)]
    return decision
  }

  func markQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let question = try question(args.id("question"))
    let status = try args.oneOf("status", as: QuestionStatus.self)
    try args.end()
    return question.status == status && question.imported == nil
      ? .nothing : Decision(.questionMarked(question: question.id, status: status))
  }

  func airQuestion(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let question = try question(args.id("question"))
    let onAir = try args.bool("onAir")
    try args.end()
    return question.onAir == onAir
      ? .nothing : Decision(.questionAired(question: question.id, onAir: onAir))
  }

  /// A question that has not been erased.
  func question(_ id: String) throws(Refusal) -> Question {
    guard let question = find(id, as: Question.self), question.erased == nil else {
      throw .notFound
    }
    return question
  }
}

extension LogFold {
  mutating func edit(question: String, _ content: QuestionContent, _ event: Event) {
    revise(Question.self, question) {
      // Words that stay keep their text; new ones came with the event.
      let known = $0.texts(of: [$0.wording, $0.product]).merging(event.words) { $1 }
      $0.content = content
      $0.wording = content.wording?.filled(from: known)
      $0.product = content.product?.filled(from: known)
      $0.edits.note(event.seq, by: event.by, rewords: true)
    }
  }

  mutating func applyAnswer(_ answer: Question.Answer, to question: String, _ event: Event) {
    revise(Question.self, question) {
      $0.answer = answer
      $0.answer?.wording = answer.wording?.filled(from: event.words)
      if $0.status == .open { $0.status = .answered }
      $0.imported = nil
    }
  }
}

extension Request {
  var wordsKeptUntil: Int64 { context.now + Limits.wordsKept }
}

extension Decision {
  /// New words under an id of their own; the old ones go.
  fileprivate mutating func replace(
    _ old: Wording?, by text: String?, _ id: String, _ request: Request
  ) -> Wording? {
    if let old { erased.append(old.id) }
    guard let text else { return nil }
    let wording = Wording(id: "\(id)-\(request.context.seq)")
    words[wording.id] = Words(text: text, expires: request.wordsKeptUntil)
    return wording
  }
}

extension Question {
  /// As a fact carries it: the ids of the words, not the words.
  fileprivate(set) var content: QuestionContent {
    get {
      QuestionContent(
        wording: wording.map { Wording(id: $0.id) }, masked: masked,
        product: product.map { Wording(id: $0.id) },
        category: category, urgency: urgency)
    }
    set {
      (wording, masked, product) = (newValue.wording, newValue.masked, newValue.product)
      (category, urgency) = (newValue.category, newValue.urgency)
    }
  }

  fileprivate func texts(of wordings: [Wording?]) -> [String: String] {
    wordings.reduce(into: [:]) { texts, wording in
      if let wording { texts[wording.id] = wording.text }
    }
  }
}
