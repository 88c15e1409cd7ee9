/// Reads one JSON text from its beginning to its end, as strictly as `JSONReader`, without building anything: for values
/// stored by the thousand.
///
///     try cursor.members { name, cursor in
///       switch name {
///       case "id": id = try cursor.string()
///       default: try cursor.skip()
///       }
///     }
///
/// A value of another kind than is asked for throws `DecodingError`, a text that is no JSON `JSONFault`. What a body is
/// given must be read by it, or skipped.
public struct JSONCursor {
  private let bytes: [UInt8]
  private var reader = JSONReader()

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members of an object, in the order they were written. A name given twice comes twice.
  public mutating func members(_ body: (String, inout JSONCursor) throws -> Void) throws {
    try begin(Ascii.openBrace)
    if take(Ascii.closeBrace) { return }
    repeat {
      let name = try string()
      try expect(Ascii.colon)
      try body(name, &self)
    } while try goesOn(until: Ascii.closeBrace)
  }

  public mutating func elements(_ body: (inout JSONCursor) throws -> Void) throws {
    try begin(Ascii.openBracket)
    if take(Ascii.closeBracket) { return }
    repeat { try body(&self) } while try goesOn(until: Ascii.closeBracket)
  }

  public mutating func string() throws -> String {
    guard try next() == Ascii.quote else { throw DecodingError.mismatch(String.self) }
    return try read { reader, bytes throws(JSONFault) in try reader.string(bytes) }
  }

  public mutating func word<Word: RawRepresentable<String>>(_: Word.Type = Word.self) throws -> Word {
    try Word(rawValue: string()).orMismatch()
  }

  public mutating func int<Integer: FixedWidthInteger>(_: Integer.Type = Integer.self) throws -> Integer {
    switch try next() {
    case Ascii.minus, Ascii.zero...Ascii.nine:
      let number = try read { reader, bytes throws(JSONFault) in try reader.number(bytes) }
      return try JSON.number(number).integer().orMismatch()
    default: throw DecodingError.mismatch(Integer.self)
    }
  }

  public mutating func bool() throws -> Bool { try value().bool.orMismatch() }

  /// Any value by its `Decodable` conformance.
  public mutating func decode<Value: Decodable>(_: Value.Type = Value.self) throws -> Value { try value().decoded() }

  public mutating func value() throws -> JSON {
    _ = try next()
    return try read { reader, bytes throws(JSONFault) in try reader.value(bytes, depth: JSONReader.defaultDepth) }
  }

  public mutating func skip() throws { _ = try value() }

  /// Nothing may follow.
  public mutating func end() throws {
    read { reader, bytes in reader.skipSpace(bytes) }
    guard reader.at == bytes.count else { throw reader.fault(.trailingBytes) }
  }

  // MARK: One step

  private mutating func read<Value, Failure>(
    _ body: (inout JSONReader, Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let bytes = bytes
    return try body(&reader, bytes.span)
  }

  /// The byte the next value begins with.
  private mutating func next() throws -> UInt8 {
    read { reader, bytes in reader.skipSpace(bytes) }
    guard reader.at < bytes.count else { throw reader.fault(.unexpectedEnd) }
    return bytes[reader.at]
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    read { reader, bytes in
      reader.skipSpace(bytes)
      return reader.take(byte, bytes)
    }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    try read { reader, bytes throws(JSONFault) in
      reader.skipSpace(bytes)
      try reader.expect(byte, bytes)
    }
  }

  private mutating func begin(_ bracket: UInt8) throws {
    guard try next() == bracket else { throw DecodingError.mismatch(JSON.self) }
    reader.at += 1
  }

  private mutating func goesOn(until bracket: UInt8) throws -> Bool {
    if take(bracket) { return false }
    try expect(Ascii.comma)
    return true
  }
}
