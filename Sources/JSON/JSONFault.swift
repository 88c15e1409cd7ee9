/// Why bytes are not the JSON we read, and at which byte.
public struct JSONFault: Error, Sendable, Equatable {
  /// Offset in bytes from the start of the input.
  public let offset: Int
  public let kind: Kind

  public init(offset: Int, kind: Kind) {
    self.offset = offset
    self.kind = kind
  }

  /// Raw values are stable: they may stand in answers and logs.
  public enum Kind: String, Sendable, CaseIterable {
    case unexpectedEnd = "unexpected_end"
    case unexpectedByte = "unexpected_byte"
    case invalidUTF8 = "invalid_utf8"
    case controlCharacter = "control_character"
    case invalidEscape = "invalid_escape"
    case loneSurrogate = "lone_surrogate"
    /// U+0000: PostgreSQL's text and jsonb cannot hold it.
    case nul
    case invalidNumber = "invalid_number"
    /// An integer beyond 64 bits, or a double beyond its range.
    case numberOutOfRange = "number_out_of_range"
    case duplicateKey = "duplicate_key"
    case tooDeep = "too_deep"
    case trailingBytes = "trailing_bytes"
  }
}
