/// An array being decoded.
struct JSONElementsDecoding: UnkeyedDecodingContainer {
  private let elements: [JSON]
  private(set) var currentIndex = 0

  init(_ json: JSON) throws { elements = try json.array.orMismatch() }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  private mutating func next() throws -> JSON {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(JSON.self, .init(codingPath: [], debugDescription: "an element is missing"))
    }
    defer { currentIndex += 1 }
    return elements[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_: Value.Type) throws -> Value { try next().decoded() }

  mutating func nestedContainer<Key: CodingKey>(keyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try JSONMembersDecoding<Key>(next()))
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try JSONElementsDecoding(next()) }

  mutating func superDecoder() throws -> any Decoder { preconditionFailure("no stored value is a class") }
}
