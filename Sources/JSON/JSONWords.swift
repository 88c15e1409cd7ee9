/// A member's name as it was read, to be compared with the names one knows. It is no text: most members of most objects
/// are only ever told apart, and a text for each would cost more than what they hold.
public struct JSONName: Sendable {
  /// The first eight bytes of its UTF-8, the first lowest, and the eight after them; zeros behind the last.
  @usableFromInline let words: (UInt64, UInt64)
  /// Of its UTF-8.
  @usableFromInline let count: Int

  /// Names of our own are no longer.
  @usableFromInline static let most = 16

  /// The name that stands at `place` of `bytes`, without its quotes and without escapes.
  @inline(__always)
  init(_ place: Range<Int>, _ bytes: Span<UInt8>) {
    count = place.count
    let start = place.lowerBound
    // What stands behind the name in the text comes along, and is cut off.
    words =
      if start + 16 <= bytes.count {
        (
          JSONEscape.word(start, bytes) & Self.mask(place.count),
          JSONEscape.word(start + 8, bytes) & Self.mask(place.count - 8)
        )
      } else { (Self.word(place, bytes), Self.word(min(start + 8, place.upperBound)..<place.upperBound, bytes)) }
  }

  init(escaped name: String) {
    let utf8 = name.utf8
    self.init(0..<utf8.count, utf8.span)
  }

  /// The first `count` bytes of a word.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : UInt64.max >> UInt64(64 - 8 * count)
  }

  /// Up to eight bytes, one by one: at the end of a text.
  private static func word(_ place: Range<Int>, _ bytes: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for index in place.prefix(8).reversed() { word = word << 8 | UInt64(bytes[index]) }
    return word
  }

  /// So that a name can be a case of a `switch`; of at most sixteen bytes.
  @inlinable @inline(__always)
  public static func ~= (known: StaticString, read: JSONName) -> Bool {
    let count = known.utf8CodeUnitCount
    precondition(count <= most, "a name too long to be told apart")
    guard count == read.count else { return false }
    var words: (UInt64, UInt64) = (0, 0)
    for index in 0..<count {
      // A literal stands in the program's memory, `utf8CodeUnitCount` bytes of it.
      let byte = UInt64(unsafe known.utf8Start[index])
      if index < 8 { words.0 |= byte << UInt64(8 * index) } else { words.1 |= byte << UInt64(8 * (index - 8)) }
    }
    return words == read.words
  }
}
