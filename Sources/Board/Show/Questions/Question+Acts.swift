import Identity
import JSON
import Privacy

// What is done with a question. Its words are redacted here, before anything is stored.
extension Question {
  static let acts: [Act] = [log, edit, plus, answer, mark, air, promote, settle, erase, `import`, expire]
  static let askers: [Who] = [.lead, .role(.privateDomain), .role(.floor), .role(.backstage)]
  static let words = Argument.text("text", 1...500, isMultiline: true)
  /// What looks personal in the words and is not, as its writer says. What is sure is masked all the same.
  static let kept = Argument.texts("kept", 0...5, each: 1...40)

  static let log = Act(
    "question.log", in: .show, zh: "记问题", en: "Question", by: askers, .draft(keeping: kept),
    .optional(.number("offset", Bounds.offsets)),
    example: ["text": "还有吗"], note: "without `offset`, now; `kept`: unsure findings in the words that stay",
    final: "a question stays in the log; it is marked as dismissed"
  ) { fold, request, draft, given in
    let show = request.show
    try fold.checkRoom(for: .question, limit: Bounds.questions)
    let askedAt = given.map { show.origin + Int64($0) * 1000 } ?? request.happened
    let question = draft.question(
      request.newID(), no: fold.shelves.count(.question) + 1, offset: given ?? show.offset(of: askedAt),
      askedAt: askedAt, request)
    return Decision(
      facts: [.show(.questionLogged(question: question))],
      words: draft.words(of: question.id, keptUntil: request.wordsKeptUntil))
  }

  static let edit = Act(
    "question.edit", in: .show, zh: "改问题", en: "Edit question", by: askers,
    .record("question", .question), .optional(words), .edited(.word("category", QuestionCategory.self)),
    .edited(.text("product", 1...40)), .edited(.word("urgency", Urgency.self)), kept,
    example: ["text": "有 XXL 吗"], note: "with `on`; what was kept stays",
    undo: { before, event in
      guard case .show(.questionEdited(let id, _))? = event.facts.first,
        let question = before.find(id, as: Question.self), let text = question.text
      else { return nil }
      return Opposite(
        "question.edit",
        [
          "question": .string(id), "text": .string(text), "category": .clearing(question.category?.rawValue),
          "product": .clearing(question.product?.text), "urgency": .clearing(question.urgency?.rawValue),
          "kept": .array(question.keptWords.map(JSON.string)),
        ])
    }
  ) { fold, request, id, given, category, product, urgency, kept in
    let question = try fold.question(id)
    let text = given.map { Redaction.redact($0, keeping: kept + question.keptWords) }
    let product = product.applied(to: question.product?.text).map { Redaction.redact($0).text }

    var content = question.content
    var decision = Decision.nothing
    if let text, text.text != question.text {
      content.wording = decision.replace(question.wording, by: text.text, "q-\(question.id)", request)
      content.masked = text.masked.map(\.rawValue)
      content.kept = text.kept.map(\.rawValue)
    }
    if product != question.product?.text {
      content.product = decision.replace(question.product, by: product, "p-\(question.id)", request)
    }
    content.category = category.applied(to: question.category)
    content.urgency = urgency.applied(to: question.urgency)
    if content == question.content { return .nothing }
    try request.checkEdit(of: question, question.edits)
    decision.facts = [.show(.questionEdited(question: question.id, content: content))]
    return decision
  }

  static let plus = Act(
    "question.plus", in: .show, zh: "问题+1", en: "+1", by: askers, .record("question", .question),
    note: "one more user asked it",
    final: "how often a question was asked is counted up only"
  ) { fold, _, id in
    Decision(.show(.questionAskedAgain(question: try fold.question(id).id)))
  }

  static let answer = Act(
    "question.answer", in: .show, zh: "回应", en: "Answer", by: [.everyone],
    .record("question", .question), .optional(.text("words", 1...500, isMultiline: true)),
    note: "in place of an earlier answer; an `open` question becomes `answered`",
    final: "what was answered is replaced by another answer"
  ) { fold, request, id, given in
    let question = try fold.question(id)
    let words = given.map { Redaction.redact($0).text }
    var decision = Decision.nothing
    let wording = decision.replace(question.answer?.wording, by: words, "a-\(question.id)", request)
    let answer = Answer(
      wording: wording, by: request.actor.member, role: Array(request.actor.roles).inOrder.first,
      at: request.context.now)
    decision.facts = [.show(.questionAnswered(question: question.id, answer: answer))]
    return decision
  }

  static let mark = Act(
    "question.mark", in: .show, zh: "改状态", en: "Status", by: [.everyone],
    .record("question", .question), .word("status", QuestionStatus.self),
    example: ["status": "resolved"],
    undo: { before, event in
      // That nobody has said whether someone waits is not to be said again.
      guard case .show(.questionMarked(let id, _))? = event.facts.first,
        let question = before.find(id, as: Question.self), question.imported == nil
      else { return nil }
      return Opposite("question.mark", ["question": .string(id), "status": .word(question.status)])
    }
  ) { fold, _, id, status in
    let question = try fold.question(id)
    return question.status == status && question.imported == nil
      ? .nothing : Decision(.show(.questionMarked(question: question.id, status: status)))
  }

  static let air = Act(
    "question.air", in: .show, zh: "口播标记", en: "For the host", by: [.everyone], .record("question", .question),
    .flag("onAir"),
    example: ["onAir": true],
    undo: { before, event in
      guard case .show(.questionAired(let id, _))? = event.facts.first,
        let question = before.find(id, as: Question.self)
      else { return nil }
      return Opposite("question.air", ["question": .string(id), "onAir": .bool(question.onAir)])
    }
  ) { fold, _, id, onAir in
    let question = try fold.question(id)
    return question.onAir == onAir ? .nothing : Decision(.show(.questionAired(question: question.id, onAir: onAir)))
  }
}

extension LogFold {
  /// A question that has not been erased, nor taken back with its file.
  func question(_ id: String) throws(Refusal) -> Question {
    guard let question = find(id, as: Question.self), question.erased == nil, !question.isFileWithdrawn else {
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
  var wordsKeptUntil: Int64 { context.now + Bounds.wordsKept }
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
        wording: wording.map { Wording(id: $0.id) }, masked: masked, kept: kept,
        product: product.map { Wording(id: $0.id) },
        category: category, urgency: urgency)
    }
    set {
      (wording, masked, kept) = (newValue.wording, newValue.masked, newValue.kept)
      product = newValue.product
      (category, urgency) = (newValue.category, newValue.urgency)
    }
  }

  /// What was kept of its words, which would be masked again: at most as many, and as long, as can be said.
  fileprivate var keptWords: [String] {
    guard !kept.isEmpty, let text else { return [] }
    let words = Redaction.redact(text).findings.filter { !$0.isSure && kept.contains($0.kind.rawValue) }.map(\.text)
    return Array(words.filter { $0.unicodeScalars.count <= 40 }.prefix(5))
  }

  fileprivate func texts(of wordings: [Wording?]) -> [String: String] {
    wordings.reduce(into: [:]) { texts, wording in
      if let wording { texts[wording.id] = wording.text }
    }
  }
}
