/// What RFC 8259 demands to be escaped, and nothing else; everything else stays UTF-8.
enum JSONEscape {
  /// Eight bytes at a time: most texts are longer than that, and nearly none has anything to escape.
  static func isNeeded(in text: String) -> Bool {
    let utf8 = text.utf8
    let bytes = utf8.span
    var index = 0
    while index + 8 <= bytes.count {
      if stops(in: word(index, bytes)) != 0 { return true }
      index += 8
    }
    while index < bytes.count {
      if needsEscape(bytes[index]) { return true }
      index += 1
    }
    return false
  }

  /// The eight bytes that stand at `index`.
  @inline(__always)
  static func word(_ index: Int, _ bytes: Span<UInt8>) -> UInt64 {
    precondition(index + 8 <= bytes.count)
    // In bounds by the line above, and any eight bytes are a word.
    return unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// The first `count` bytes of a word.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : UInt64.max >> UInt64(64 - 8 * count)
  }

  /// The highest bit of each of the word's bytes that is below 0x20, a quote or a backslash ("Determine if a word has a
  /// byte less than n" of Bit Twiddling Hacks). A borrow can mislead about a byte only above one that is meant already:
  /// the lowest bit is always right.
  @inline(__always)
  static func stops(in word: UInt64) -> UInt64 {
    func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let below = (word &- ones &* 0x20) & ~word
    let quote = hasZero(word ^ ones &* UInt64(Ascii.quote))
    let backslash = hasZero(word ^ ones &* UInt64(Ascii.backslash))
    return (below | quote | backslash) & highs
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each byte: none is set in ASCII.
  static let highs: UInt64 = 0x8080_8080_8080_8080

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == Ascii.quote || byte == Ascii.backslash
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    guard needsEscape(byte) else { return bytes.append(byte) }
    bytes.append(Ascii.backslash)
    switch byte {
    case Ascii.quote, Ascii.backslash: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    }
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 { append(byte, to: &bytes) }
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
