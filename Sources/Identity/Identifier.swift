/// A 128-bit id, written as a UUID in lower case: a log, a member, a command, an organisation.
public struct Identifier: Sendable, Hashable, Comparable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Sixteen bytes in the order RFC 9562 writes them.
  public static func < (one: Identifier, other: Identifier) -> Bool {
    one.high == other.high ? one.low < other.low : one.high < other.high
  }

  /// A random id (version 4).
  public static func random(using generator: inout some RandomNumberGenerator) -> Identifier {
    Identifier(high: generator.next(), low: generator.next()).marked(version: 4)
  }

  /// The id every node derives from this one for a follow-up act (RFC 9562 version 8): a crash between
  /// the two acts leaves one to be completed, never doubled.
  ///
  /// One-way, so that nobody who chooses an id can aim at what is derived from it: at a member, at another
  /// organisation's log. Nor does the derived id tell the one it was made of.
  public func derived(step: UInt8) -> Identifier { derived(step: step, "") }

  /// One for each `name` of something.
  public func derived(step: UInt8, _ name: String) -> Identifier {
    var message: [UInt8] = []
    for word in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) { message.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return Identifier(digest: SHA256.digest(of: message + [step] + Array(name.utf8)))
  }

  /// The id that stands for whatever has this digest (RFC 9562 version 8).
  public init(digest: [UInt8]) {
    let words = [digest[..<8], digest[8..<16]].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    self = Identifier(high: words[0], low: words[1]).marked(version: 8)
  }

  /// RFC 9562: 7 for what clients make, 8 for what is derived, 4 for what is drawn.
  public var version: Int { Int(high >> 12 & 15) }

  private func marked(version: UInt64) -> Identifier {
    Identifier(
      high: high & 0xffff_ffff_ffff_0fff | version << 12,
      low: low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
  }
}

extension Identifier: LosslessStringConvertible {
  /// Accepts the 36-character form only, in either case.
  public init?(_ text: String) { self.init(utf8: text.utf8.span) }

  /// The same from the text's bytes.
  public init?(utf8 bytes: Span<UInt8>) {
    guard bytes.count == 36 else { return nil }
    let dash = UInt8(ascii: "-")
    guard bytes[8] == dash, bytes[13] == dash, bytes[18] == dash, bytes[23] == dash else { return nil }
    guard
      let first = hexadecimalValue(bytes.word(at: 0)),
      let second = hexadecimalValue(bytes.word(at: 9) & 0xffff_ffff | bytes.word(at: 14) << 32),
      let third = hexadecimalValue(bytes.word(at: 19) & 0xffff_ffff | bytes.word(at: 24) << 32),
      let fourth = hexadecimalValue(bytes.word(at: 28))
    else { return nil }
    self.init(high: UInt64(first) << 32 | UInt64(second), low: UInt64(third) << 32 | UInt64(fourth))
  }

  public var description: String {
    var text: [UInt8] = []
    text.append(addingCapacity: 36) { write(into: &$0) }
    // Hexadecimal digits and dashes.
    return unsafe String(copying: UTF8Span(unchecked: text.span, isKnownASCII: true))
  }

  /// Appends the 36 characters of ``description``, without a string in between.
  public func write(into text: inout OutputSpan<UInt8>) {
    let dash = UInt64(UInt8(ascii: "-"))
    let (first, second) = (hexadecimalDigits(high.upper), hexadecimalDigits(high.lower))
    let (third, fourth) = (hexadecimalDigits(low.upper), hexadecimalDigits(low.lower))
    text.append(word: first, 8)
    text.append(word: dash | (second & 0xffff_ffff) << 8 | dash << 40 | (second >> 32) << 48, 8)
    text.append(word: second >> 48 | dash << 16 | (third & 0xffff_ffff) << 24 | dash << 56, 8)
    text.append(word: third >> 32 | fourth << 32, 8)
    text.append(word: fourth >> 32, 4)
  }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Identifier(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
