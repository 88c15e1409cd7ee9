/// Appends JSON to a byte buffer, compactly. Commas and escapes are its business, nesting is the caller's.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.member("id", id)
///     json.member("put", raw: cachedRecord)
///     json.endObject()
public struct JSONWriter {
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Appends to `bytes`, which must end where a value may begin.
  public init(appendingTo bytes: [UInt8] = []) { self.bytes = bytes }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public var count: Int { bytes.count }
  /// Where a value written next would begin.
  public var nextValue: Int { needsComma ? bytes.count + 1 : bytes.count }

  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Gives the bytes away, so that whoever gets them may append to them without a copy.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    needsComma = false
    return taken
  }

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
    write(key.utf8CodeUnitCount + 4) { $0.key(key) }
    needsComma = false
  }

  /// A name that is data: an id, a metric.
  public mutating func key(named key: String) {
    string(key)
    bytes.append(Ascii.colon)
    needsComma = false
  }

  public mutating func string(_ value: String) {
    if JSONEscape.isNeeded(in: value) { return escaped(value) }
    write(value.utf8.count + 3) { $0.string(value) }
    needsComma = true
  }

  /// A member in one go: most of what is written is this.
  public mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    if JSONEscape.isNeeded(in: value) {
      self.key(key)
      return escaped(value)
    }
    write(key.utf8CodeUnitCount + value.utf8.count + 6) {
      $0.key(key)
      $0.string(value)
    }
    needsComma = true
  }

  private mutating func escaped(_ value: String) {
    beginValue()
    bytes.append(Ascii.quote)
    JSONEscape.append(value, to: &bytes)
    bytes.append(Ascii.quote)
  }

  @inlinable
  public mutating func int(_ value: some FixedWidthInteger) {
    if let value = Int64(exactly: value) { whole(value) } else { literal(String(value)) }
  }

  @usableFromInline
  mutating func whole(_ value: Int64) {
    write(21) { $0.number(value) }
    needsComma = true
  }

  @usableFromInline
  mutating func member(_ key: StaticString, whole value: Int64) {
    write(key.utf8CodeUnitCount + 25) {
      $0.key(key)
      $0.number(value)
    }
    needsComma = true
  }

  public mutating func member(_ key: StaticString, _ value: Bool?) {
    guard let value else { return }
    write(key.utf8CodeUnitCount + 9) {
      $0.key(key)
      $0.literal(value ? "true" : "false")
    }
    needsComma = true
  }

  @usableFromInline
  mutating func literal(_ text: String) {
    beginValue()
    bytes.append(contentsOf: text.utf8)
  }

  /// A member that is a string of ASCII which needs no escape, written by `body`: the digits of an id, say, `most` at most.
  public mutating func member(_ key: StaticString, plain most: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
    write(key.utf8CodeUnitCount + most + 6) {
      $0.key(key)
      $0.byte(Ascii.quote)
      $0.lend(body)
      $0.byte(Ascii.quote)
    }
    needsComma = true
  }

  /// The shortest text that reads back as the same double. JSON has no NaN and no infinity: they become null.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    literal(value.description)
  }

  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  public mutating func null() { literal("null") }

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

  @inline(__always)
  private mutating func beginValue() {
    if needsComma { bytes.append(Ascii.comma) }
    needsComma = true
  }

  /// Room for `most` bytes, looked after once, of which `body` fills what it needs; a comma first, if one is due.
  @inline(__always)
  private mutating func write(_ most: Int, _ body: (inout JSONPen) -> Void) {
    let isFirst = !needsComma
    bytes.append(addingCapacity: most) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        // The array has room for `most` bytes behind `count`, by the line above; the pen stays within them.
        var pen = unsafe JSONPen(UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        if !isFirst { pen.byte(Ascii.comma) }
        body(&pen)
        count += pen.count
      }
    }
  }
}
