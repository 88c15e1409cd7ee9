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
    case unexpectedEnd
    case unexpectedByte
    case invalidUTF8
    case controlCharacter
    case invalidEscape
    case loneSurrogate
    /// U+0000: PostgreSQL's text and jsonb cannot hold it.
    case nul
    case invalidNumber
    /// An integer beyond 64 bits, or a double beyond its range.
    case numberOutOfRange
    case duplicateKey
    case tooDeep
    case trailingBytes
  }
}
