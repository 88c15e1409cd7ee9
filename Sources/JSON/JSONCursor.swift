/// Reads one JSON text from its beginning to its end, as strictly as `JSONReader`, without building anything: for values
/// stored by the thousand.
///
///     try cursor.members(Self.names) { name, cursor in
///       switch name {
///       case .id: id = try cursor.string()
///       case .votes: votes = try cursor.int()
///       }
///     }
///
/// A value of another kind than is asked for throws `DecodingError`, a text that is no JSON `JSONFault`. What a body is
/// given must be read by it, or skipped.
public struct JSONCursor {
  @usableFromInline let bytes: [UInt8]
  var reader = JSONReader()

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members of an object that have one of these names, in the order they were written; others are skipped. A name
  /// given twice comes twice.
  @inlinable
  public mutating func members<Name>(
    _ names: JSONWords<Name>, _ body: (Name, inout JSONCursor) throws -> Void
  ) throws {
    try places(of: names.known, skipping: true) { place, cursor in try body(names.words[place], &cursor) }
  }

  /// The members of an object that has no others, and none twice: another throws.
  @inlinable
  public mutating func onlyMembers<Name>(
    _ names: JSONWords<Name>, _ body: (Name, inout JSONCursor) throws -> Void
  ) throws {
    var met: UInt64 = 0
    try places(of: names.known, skipping: false) { place, cursor in
      guard met & 1 << UInt64(place) == 0 else { throw DecodingError.mismatch(JSON.self) }
      met |= 1 << UInt64(place)
      try body(names.words[place], &cursor)
    }
  }

  /// The members of an object whose names are data.
  @inlinable
  public mutating func entries(_ body: (String, inout JSONCursor) throws -> Void) throws {
    try beginMembers()
    var goesOn = try comesName(isFirst: true)
    while goesOn {
      let key = try string()
      try passColon()
      try body(key, &self)
      goesOn = try comesName(isFirst: false)
    }
  }

  /// The same with names that are no texts: `read` makes something of a name's UTF-8.
  @inlinable
  public mutating func entries<Key>(
    _ read: (Span<UInt8>) -> Key?, _ body: (Key, inout JSONCursor) throws -> Void
  ) throws {
    try beginMembers()
    var goesOn = try comesName(isFirst: true)
    while goesOn {
      let key = try string(read)
      try passColon()
      try body(key, &self)
      goesOn = try comesName(isFirst: false)
    }
  }

  @inlinable
  public mutating func elements(_ body: (inout JSONCursor) throws -> Void) throws {
    var goesOn = try beginElements()
    while goesOn {
      try body(&self)
      goesOn = try goesOnWithElements()
    }
  }

  public mutating func string() throws -> String {
    try expectString()
    return try read { reader, bytes throws(JSONFault) in try reader.string(bytes) }
  }

  /// What `read` makes of a string's UTF-8, for what is no text: an id.
  @inlinable
  public mutating func string<Value>(_ read: (Span<UInt8>) -> Value?) throws -> Value {
    let value =
      if let place = try plainString() { read(bytes.span.extracting(place)) } else { read(try string().utf8.span) }
    guard let value else { throw DecodingError.mismatch(Value.self) }
    return value
  }

  @inlinable
  public mutating func word<Word>(_ words: JSONWords<Word>) throws -> Word {
    guard let place = try place(among: words.known) else { throw DecodingError.mismatch(Word.self) }
    return words.words[place]
  }

  @inlinable
  public mutating func int<Integer: FixedWidthInteger>(_: Integer.Type = Integer.self) throws -> Integer {
    guard let value = Integer(exactly: try integer()) else { throw DecodingError.mismatch(Integer.self) }
    return value
  }

  public mutating func bool() throws -> Bool {
    switch try next() {
    case UInt8(ascii: "t"): try word("true", true)
    case UInt8(ascii: "f"): try word("false", false)
    default: throw DecodingError.mismatch(Bool.self)
    }
  }

  /// Any value by its `Decodable` conformance.
  public mutating func decode<Value: Decodable>(_: Value.Type = Value.self) throws -> Value { try value().decoded() }

  /// `depth`: how many arrays and objects may stand inside one another, this one included.
  public mutating func value(depth: Int = JSONReader.defaultDepth) throws -> JSON {
    _ = try next()
    return try read { reader, bytes throws(JSONFault) in try reader.value(bytes, depth: depth) }
  }

  public mutating func skip() throws { _ = try value() }

  /// Nothing may follow.
  public mutating func end() throws {
    read { reader, bytes in reader.skipSpace(bytes) }
    guard reader.at == bytes.count else { throw reader.fault(.trailingBytes) }
  }
}
