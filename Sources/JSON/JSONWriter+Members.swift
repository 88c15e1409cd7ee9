/// A member in one line. A nil value leaves the member out.
extension JSONWriter {
  @inlinable
  public mutating func member(_ key: StaticString, _ value: (some FixedWidthInteger)?) {
    guard let value else { return }
    if let value = Int64(exactly: value) { return member(key, whole: value) }
    self.key(key)
    int(value)
  }

  public mutating func member(_ key: StaticString, _ value: Double?) {
    guard let value else { return }
    self.key(key)
    double(value)
  }

  public mutating func member(_ key: StaticString, _ value: JSON?) {
    guard let value else { return }
    self.key(key)
    self.value(value)
  }

  /// A member whose value is JSON bytes already.
  public mutating func member(_ key: StaticString, raw json: [UInt8]) {
    self.key(key)
    raw(json)
  }

  public mutating func member(_ key: StaticString, _ values: [String]) {
    self.key(key)
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// An object as a member: its own members are written by `body`.
  @inlinable
  public mutating func object<Failure>(_ key: StaticString, _ body: (inout JSONWriter) throws(Failure) -> Void)
    throws(Failure)
  {
    self.key(key)
    beginObject()
    try body(&self)
    endObject()
  }

  /// An array as a member: its elements are written by `body`.
  @inlinable
  public mutating func array<Failure>(_ key: StaticString, _ body: (inout JSONWriter) throws(Failure) -> Void)
    throws(Failure)
  {
    self.key(key)
    beginArray()
    try body(&self)
    endArray()
  }

  /// An object where a value is due: the whole text, or an element of an array.
  @inlinable
  public mutating func object<Failure>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
    beginObject()
    try body(&self)
    endObject()
  }
}

extension JSON {
  /// The value as compact JSON.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
