/// Appends JSON to a byte buffer, compactly. Commas and escapes are its business, nesting is the caller's.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.member("id", id)
///     json.member("put", raw: cachedRecord)
///     json.endObject()
public struct JSONWriter {
  public internal(set) var bytes: [UInt8]
  private var needsComma = false

  /// Appends to `bytes`, which must end where a value may begin.
  public init(appendingTo bytes: [UInt8] = []) { self.bytes = bytes }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Empties the buffer and keeps its memory.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  public mutating func beginObject() { begin(Ascii.openBrace) }
  public mutating func endObject() { end(Ascii.closeBrace) }
  public mutating func beginArray() { begin(Ascii.openBracket) }
  public mutating func endArray() { end(Ascii.closeBracket) }

  /// A member's name; its value comes next. A name of our own holds nothing to be escaped.
  public mutating func key(_ key: StaticString) {
    beginValue()
    bytes.append(Ascii.quote)
    // The buffer lives as long as the program.
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(Ascii.quote)
    bytes.append(Ascii.colon)
    needsComma = false
  }

  /// A name that is data: an id, a metric.
  public mutating func key(named key: String) {
    beginValue()
    quote(key)
    bytes.append(Ascii.colon)
    needsComma = false
  }

  public mutating func string(_ value: String) {
    beginValue()
    quote(value)
  }

  @inlinable
  public mutating func int(_ value: some FixedWidthInteger) {
    if let magnitude = UInt64(exactly: value) { unsigned(magnitude) } else { number(String(value)) }
  }

  @usableFromInline
  mutating func unsigned(_ value: UInt64) {
    beginValue()
    digits(value)
  }

  @usableFromInline
  mutating func number(_ text: String) {
    beginValue()
    bytes.append(contentsOf: text.utf8)
  }

  /// A string of ASCII that needs no escape, written by `body`: an id's digits, say.
  public mutating func plain(_ body: (inout [UInt8]) -> Void) {
    beginValue()
    bytes.append(Ascii.quote)
    body(&bytes)
    bytes.append(Ascii.quote)
  }

  /// The last digit first, then turned round: a division by the constant ten is a multiplication.
  private mutating func digits(_ value: UInt64) {
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(Ascii.zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The shortest text that reads back as the same double. JSON has no NaN and no infinity: they become null.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    beginValue()
    bytes.append(contentsOf: value.description.utf8)
  }

  public mutating func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Bytes that are a JSON value already. They are not looked at.
  public mutating func raw(_ json: [UInt8]) { raw(json[...]) }

  public mutating func raw(_ json: ArraySlice<UInt8>) {
    beginValue()
    bytes.append(contentsOf: json)
  }

  public mutating func value(_ json: JSON) {
    switch json {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(.int(let value)): int(value)
    case .number(.double(let value)): double(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(named: member.key)
        value(member.value)
      }
      endObject()
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    beginValue()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func beginValue() {
    if needsComma { bytes.append(Ascii.comma) }
    needsComma = true
  }
}
