/// Whether a text has taken over another's words, as a solution has that was written by pasting the issue it answers.
enum Quotation {
  /// So many bytes in a row are no coincidence: ten Chinese characters, or five English words.
  static let length = 30

  /// Words shorter than that are quoted when all of them are there.
  static func holds(_ text: String, wordsOf source: String) -> Bool {
    let (text, source) = (Array(text.utf8), Array(source.utf8))
    guard !source.isEmpty else { return false }
    let length = min(length, source.count)
    guard text.count >= length else { return false }
    let pieces = Set((0...source.count - length).map { source[$0..<$0 + length] })
    return (0...text.count - length).contains { pieces.contains(text[$0..<$0 + length]) }
  }
}
