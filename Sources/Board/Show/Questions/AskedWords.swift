/// When and in what words a question was asked: two rows of a file are the same question when both are the same.
struct AskedWords: Sendable, Hashable {
  let askedAt: Int64
  let text: String

  init(askedAt: Int64, text: String) {
    self.askedAt = askedAt
    self.text = text
  }

  /// Nil without words: what has been erased is nobody's double, nor is what was taken back with its file.
  init?(_ record: Record?) {
    guard case .question(let question)? = record, let text = question.text, !question.isFileWithdrawn else {
      return nil
    }
    self.init(askedAt: question.askedAt, text: text)
  }
}
