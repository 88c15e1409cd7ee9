/// A value where one is due: a word, an id, a number.
struct JSONValueEncoding: SingleValueEncodingContainer {
  let encoding: JSONEncoding

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { encoding.writer.null() }
  mutating func encode(_ value: Bool) { encoding.writer.bool(value) }
  mutating func encode(_ value: String) { encoding.writer.string(value) }
  mutating func encode(_ value: Double) { encoding.writer.double(value) }
  mutating func encode(_ value: Float) { encoding.writer.double(Double(value)) }
  mutating func encode(_ value: some FixedWidthInteger & Encodable) { encoding.writer.int(value) }
  mutating func encode(_ value: some Encodable) throws { try encoding.encode(value) }
}
