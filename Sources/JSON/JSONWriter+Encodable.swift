extension JSONWriter {
  /// A value as its `Codable` conformance describes it, straight into the buffer: no tree, no dictionary in between.
  ///
  /// For values that encode one thing after the other, as all synthesized conformances do: whoever goes on with an
  /// outer container has done with the inner ones. Throws what the value throws.
  public mutating func encode(_ value: some Encodable) throws {
    let encoding = JSONEncoding(self)
    // The encoding has the buffer for now; two owners would copy it at the first byte.
    self = JSONWriter()
    defer { self = encoding.writer }
    try encoding.encode(value)
  }
}

/// The state of one encoding, shared by its containers, which are values.
final class JSONEncoding: Encoder {
  var writer: JSONWriter
  /// The containers that are open, outermost first.
  private var open: [Bracket] = []

  private enum Bracket { case object, array }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ writer: JSONWriter) { self.writer = writer }

  func encode(_ value: some Encodable) throws {
    let depth = open.count
    try value.encode(to: self)
    close(to: depth)
  }

  func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONMembersEncoding(encoding: self, depth: beginObject()))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONElementsEncoding(encoding: self, depth: beginArray()) }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONValueEncoding(encoding: self) }

  func beginObject() -> Int {
    writer.beginObject()
    open.append(.object)
    return open.count
  }

  func beginArray() -> Int {
    writer.beginArray()
    open.append(.array)
    return open.count
  }

  /// Ends the containers inside the one at `depth`.
  func close(to depth: Int) {
    while open.count > depth {
      switch open.removeLast() {
      case .object: writer.endObject()
      case .array: writer.endArray()
      }
    }
  }
}
