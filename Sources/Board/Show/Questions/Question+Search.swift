extension Question: Findable {
  /// By what was asked, answered and of which product. By no user's name, however masked.
  var searchLine: SearchLine? {
    guard erased == nil, let text else { return nil }
    var line = SearchLine(.question, id, title: text)
    line.text = [product?.text, answer?.wording?.text].compactMap { $0 }.joined(separator: "\n")
    (line.at, line.no, line.offset) = (askedAt, no, offset)
    line.expires = loggedAt + Bounds.wordsKept
    return line
  }
}
