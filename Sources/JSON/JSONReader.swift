/// Reads one JSON text, strictly: RFC 8259 and nothing beside it.
///
/// Refused besides malformed text: ill-formed UTF-8, a byte order mark, lone surrogates, U+0000, a key given twice
/// (also in another Unicode spelling), numbers that do not fit, nesting beyond `depth`, and anything after the value.
public struct JSONReader {
  /// How many arrays and objects may stand inside one another.
  public static let defaultDepth = 16

  public static func parse(_ bytes: [UInt8], depth: Int = defaultDepth) throws(JSONFault) -> JSON {
    try parse(bytes.span, depth: depth)
  }

  public static func parse(_ text: String, depth: Int = defaultDepth) throws(JSONFault) -> JSON {
    try parse(Array(text.utf8), depth: depth)
  }

  public static func parse(_ bytes: Span<UInt8>, depth: Int = defaultDepth) throws(JSONFault) -> JSON {
    var reader = JSONReader()
    reader.skipSpace(bytes)
    let value = try reader.value(bytes, depth: depth)
    reader.skipSpace(bytes)
    guard reader.at == bytes.count else { throw reader.fault(.trailingBytes) }
    return value
  }

  /// The next byte to read.
  var at = 0

  mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) -> JSON {
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    switch bytes[at] {
    case Ascii.quote: return .string(try string(bytes))
    case Ascii.openBrace: return .object(try object(bytes, depth: depth))
    case Ascii.openBracket: return .array(try array(bytes, depth: depth))
    case Ascii.minus, Ascii.zero...Ascii.nine: return .number(try number(bytes))
    case UInt8(ascii: "t"): return try word("true", .bool(true), bytes)
    case UInt8(ascii: "f"): return try word("false", .bool(false), bytes)
    case UInt8(ascii: "n"): return try word("null", .null, bytes)
    default: throw fault(.unexpectedByte)
    }
  }

  private mutating func object(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) -> JSONObject {
    guard depth > 0 else { throw fault(.tooDeep) }
    at += 1
    skipSpace(bytes)
    if take(Ascii.closeBrace, bytes) { return JSONObject() }
    var members: [JSONObject.Member] = []
    members.reserveCapacity(8)
    // A walk is quadratic; past a handful of keys a set takes over.
    var seen: Set<String> = []
    while true {
      let start = at
      guard at < bytes.count else { throw fault(.unexpectedEnd) }
      guard bytes[at] == Ascii.quote else { throw fault(.unexpectedByte) }
      let key = try string(bytes)
      if members.count == 12 { seen = Set(members.map(\.key)) }
      let isFresh = members.count < 12 ? !members.contains { $0.key == key } : seen.insert(key).inserted
      guard isFresh else { throw JSONFault(offset: start, kind: .duplicateKey) }
      skipSpace(bytes)
      try expect(Ascii.colon, bytes)
      skipSpace(bytes)
      members.append(JSONObject.Member(key: key, value: try value(bytes, depth: depth - 1)))
      skipSpace(bytes)
      if take(Ascii.closeBrace, bytes) { return JSONObject(uniqueMembers: members) }
      try expect(Ascii.comma, bytes)
      skipSpace(bytes)
    }
  }

  private mutating func array(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) -> [JSON] {
    guard depth > 0 else { throw fault(.tooDeep) }
    at += 1
    skipSpace(bytes)
    if take(Ascii.closeBracket, bytes) { return [] }
    var elements: [JSON] = []
    while true {
      elements.append(try value(bytes, depth: depth - 1))
      skipSpace(bytes)
      if take(Ascii.closeBracket, bytes) { return elements }
      try expect(Ascii.comma, bytes)
      skipSpace(bytes)
    }
  }

  mutating func word(_ word: StaticString, _ value: JSON, _ bytes: Span<UInt8>) throws(JSONFault) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      // A literal stands in the program's memory, `utf8CodeUnitCount` bytes of it.
      try expect(unsafe word.utf8Start[index], bytes)
    }
    return value
  }

  @inline(__always)
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(JSONFault) {
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    guard take(byte, bytes) else { throw fault(.unexpectedByte) }
  }

  func fault(_ kind: JSONFault.Kind) -> JSONFault { JSONFault(offset: at, kind: kind) }
}

/// The bytes JSON's grammar names.
enum Ascii {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let dot = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
}
