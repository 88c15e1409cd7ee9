/// Words one knows beforehand: the names an object's members may have, the cases of an enumeration. What is read is
/// compared with them sixteen bytes at a time and not made into a text: most names of most objects are only ever told
/// apart, and a text for each would cost more than what they hold.
public struct JSONWords<Word: Sendable>: Sendable {
  @usableFromInline let words: [Word]
  @usableFromInline let known: [JSONKnownWord]

  /// Members are found fastest where the cases stand in the order in which they are written.
  public init(_: Word.Type = Word.self) where Word: CaseIterable & RawRepresentable<String> {
    words = Array(Word.allCases)
    known = words.map { JSONKnownWord($0.rawValue) }
  }
}

/// One of them, of at most fifteen bytes, which needs no escape.
@usableFromInline
struct JSONKnownWord: Sendable {
  let text: String
  /// Its bytes and its closing quote.
  let count: Int
  /// The first eight of them, the first lowest, and the others; zeros behind the last.
  private let words: (UInt64, UInt64)
  private let masks: (UInt64, UInt64)

  init(_ text: String) {
    let bytes = Array(text.utf8) + [Ascii.quote]
    precondition(bytes.count <= 16 && !JSONEscape.isNeeded(in: text), "a word that cannot be told apart")
    self.text = text
    count = bytes.count
    let padded = bytes + [UInt8](repeating: 0, count: 16 - count)
    masks = (JSONEscape.mask(count), JSONEscape.mask(count - 8))
    words = (JSONEscape.word(0, padded.span), JSONEscape.word(8, padded.span))
  }

  /// Whether it is the first of these sixteen bytes; what stands behind it is cut off.
  @inline(__always)
  func begins(_ read: (UInt64, UInt64)) -> Bool {
    (read.0 & masks.0, read.1 & masks.1) == words
  }
}

extension JSONReader {
  /// Reads a string whose opening quote is the next byte. Which of the words it is, looked for from `start` on and then
  /// from the first; nil: none of them.
  @inline(__always)
  mutating func place(in known: [JSONKnownWord], from start: Int, _ bytes: Span<UInt8>) throws(JSONFault) -> Int? {
    let inside = at + 1
    if inside + 16 <= bytes.count {
      let read = (JSONEscape.word(inside, bytes), JSONEscape.word(inside + 8, bytes))
      var place = start
      for _ in 0..<known.count {
        if place == known.count { place = 0 }
        if known[place].begins(read) {
          at = inside + known[place].count
          return place
        }
        place += 1
      }
    }
    // Near the end of the text, written with escapes, or none of them.
    let text = try string(bytes)
    return known.firstIndex { $0.text == text }
  }
}
