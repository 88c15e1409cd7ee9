/// An object being encoded.
struct JSONMembersEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoding: JSONEncoding
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: Key) {
    encoding.close(to: depth)
    encoding.writer.key(named: key.stringValue)
  }

  mutating func encodeNil(forKey key: Key) {
    begin(key)
    encoding.writer.null()
  }

  mutating func encode(_ value: Bool, forKey key: Key) {
    begin(key)
    encoding.writer.bool(value)
  }

  mutating func encode(_ value: String, forKey key: Key) {
    begin(key)
    encoding.writer.string(value)
  }

  mutating func encode(_ value: Double, forKey key: Key) {
    begin(key)
    encoding.writer.double(value)
  }

  mutating func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) {
    begin(key)
    encoding.writer.int(value)
  }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    begin(key)
    try encoding.encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    begin(key)
    return encoding.container(keyedBy: Nested.self)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return encoding.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { preconditionFailure("no stored value is a class") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}
