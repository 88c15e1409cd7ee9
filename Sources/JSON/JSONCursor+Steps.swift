// One step of a cursor.
extension JSONCursor {
  @usableFromInline
  mutating func beginMembers() throws { try begin(Ascii.openBrace) }

  /// False: there is none.
  @usableFromInline
  mutating func beginElements() throws -> Bool {
    try begin(Ascii.openBracket)
    return !takes(Ascii.closeBracket)
  }

  @usableFromInline
  mutating func goesOnWithElements() throws -> Bool {
    if takes(Ascii.closeBracket) { return false }
    try read { reader, bytes throws(JSONFault) in try reader.expect(Ascii.comma, bytes) }
    return true
  }

  /// Which of the names each member has. Members of other names are skipped, or throw.
  @inlinable
  mutating func places(
    of known: [JSONKnownWord], skipping: Bool, _ body: (Int, inout JSONCursor) throws -> Void
  ) throws {
    try beginMembers()
    var next = 0
    while let place = try name(among: known, from: next, skipping: skipping) {
      next = place + 1
      try body(place, &self)
    }
  }

  /// Which of the names the next member has that has any of them, up to its value; nil: the object has ended. `next`: the
  /// one looked for first; 0 before the first member. Members of other names are skipped, or throw.
  @usableFromInline
  mutating func name(among known: [JSONKnownWord], from next: Int, skipping: Bool) throws -> Int? {
    var isFirst = next == 0
    while try comesName(isFirst: isFirst) {
      let place = try read { reader, bytes throws(JSONFault) in
        let place = try reader.place(in: known, from: next, bytes)
        try reader.colon(bytes)
        return place
      }
      if let place { return place }
      guard skipping else { throw DecodingError.mismatch(JSON.self) }
      try skip()
      isFirst = false
    }
    return nil
  }

  @usableFromInline
  mutating func place(among known: [JSONKnownWord]) throws -> Int? {
    try expectString()
    return try read { reader, bytes throws(JSONFault) in try reader.place(in: known, from: 0, bytes) }
  }

  /// Up to the quote of the next member's name. False: past the end of the object.
  @usableFromInline @inline(__always)
  mutating func comesName(isFirst: Bool) throws -> Bool {
    try read { reader, bytes throws(JSONFault) in try reader.comesName(isFirst: isFirst, bytes) }
  }

  @usableFromInline
  mutating func passColon() throws { try read { reader, bytes throws(JSONFault) in try reader.colon(bytes) } }

  /// Where a string stands that has no escapes; nil, and not a step: it has some.
  @usableFromInline
  mutating func plainString() throws -> Range<Int>? {
    try expectString()
    return try read { reader, bytes throws(JSONFault) in
      let start = reader.at
      let place = try reader.plainString(bytes)?.place
      if place == nil { reader.at = start }
      return place
    }
  }

  @usableFromInline
  mutating func integer() throws -> Int64 {
    switch try next() {
    case Ascii.minus, Ascii.zero...Ascii.nine:
      let number = try read { reader, bytes throws(JSONFault) in try reader.number(bytes) }
      return try JSON.number(number).integer().orMismatch()
    default: throw DecodingError.mismatch(Int64.self)
    }
  }

  mutating func word(_ word: StaticString, _ value: Bool) throws -> Bool {
    _ = try read { reader, bytes throws(JSONFault) in try reader.word(word, .null, bytes) }
    return value
  }

  @inline(__always)
  mutating func expectString() throws {
    guard try next() == Ascii.quote else { throw DecodingError.mismatch(String.self) }
  }

  /// The byte the next value begins with.
  @inline(__always)
  mutating func next() throws(JSONFault) -> UInt8 {
    try read { reader, bytes throws(JSONFault) in
      reader.skipSpace(bytes)
      guard reader.at < bytes.count else { throw reader.fault(.unexpectedEnd) }
      return bytes[reader.at]
    }
  }

  private mutating func begin(_ bracket: UInt8) throws {
    guard try next() == bracket else { throw DecodingError.mismatch(JSON.self) }
    reader.at += 1
  }

  private mutating func takes(_ bracket: UInt8) -> Bool {
    read { reader, bytes in
      reader.skipSpace(bytes)
      return reader.take(bracket, bytes)
    }
  }

  /// The reader is a place in the bytes: it is copied so that the bytes need not be.
  @inline(__always)
  mutating func read<Value, Failure>(
    _ body: (inout JSONReader, Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var reader = reader
    defer { self.reader = reader }
    return try body(&reader, bytes.span)
  }
}

extension JSONReader {
  /// Up to the quote of the next member's name. False: past the end of the object.
  @inline(__always)
  fileprivate mutating func comesName(isFirst: Bool, _ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    skipSpace(bytes)
    if take(Ascii.closeBrace, bytes) { return false }
    if !isFirst {
      try expect(Ascii.comma, bytes)
      skipSpace(bytes)
    }
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    guard bytes[at] == Ascii.quote else { throw fault(.unexpectedByte) }
    return true
  }

  @inline(__always)
  fileprivate mutating func colon(_ bytes: Span<UInt8>) throws(JSONFault) {
    skipSpace(bytes)
    try expect(Ascii.colon, bytes)
  }
}
