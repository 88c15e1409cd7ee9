/// An array being encoded.
struct JSONElementsEncoding: UnkeyedEncodingContainer {
  let encoding: JSONEncoding
  let depth: Int
  private(set) var count = 0

  init(encoding: JSONEncoding, depth: Int) {
    self.encoding = encoding
    self.depth = depth
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func begin() {
    encoding.close(to: depth)
    count += 1
  }

  mutating func encodeNil() {
    begin()
    encoding.writer.null()
  }

  mutating func encode(_ value: some Encodable) throws {
    begin()
    try encoding.encode(value)
  }

  mutating func nestedContainer<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
    begin()
    return encoding.container(keyedBy: Key.self)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return encoding.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { preconditionFailure("no stored value is a class") }
}
