import Identity
import JSON

// Questions of a file.
extension Question {
  /// One that is there already is skipped, so that a file may be imported again. It stays the first file's: with that one it
  /// goes, though another said it too.
  static let `import` = Act(
    "questions.import", in: .show, by: [.server], bringing: askers + [.role(.operations)],
    .list("questions", 1...Bounds.imported, of: row), .optional(.name("file")),
    example: ["questions": [["text": "还有吗"]]]
  ) { fold, request, rows, file in
    try fold.checkFile(file)
    let show = request.show
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
      question.file = file
      decision.facts.append(.show(.questionLogged(question: question)))
      decision.words.merge(row.draft.words(of: question.id, keptUntil: request.wordsKeptUntil)) { $1 }
    }
    try fold.checkRoom(for: .question, decision.facts.count, limit: Bounds.questions)
    return decision
  }

  private static let row = Argument<Row>.group(
    .draft(), .optional(.time("askedAt")), .optional(.word("status", QuestionStatus.self)),
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
