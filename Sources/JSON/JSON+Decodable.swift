extension JSON {
  /// The value these bytes of JSON describe, by its `Decodable` conformance. Throws `JSONFault` for what is no JSON and
  /// `DecodingError` for what is another value's.
  public static func decode<Value: Decodable>(_: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
    try JSONReader.parse(bytes).decoded()
  }

  public func decoded<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
    try Value(from: JSONDecoding(json: self))
  }
}

/// A value being decoded.
struct JSONDecoding: Decoder {
  let json: JSON

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try JSONMembersDecoding(json))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try JSONElementsDecoding(json) }

  func singleValueContainer() -> any SingleValueDecodingContainer { JSONValueDecoding(json: json) }
}

extension DecodingError {
  /// No path is told: a stored value that does not decode is looked at as a whole.
  public static func mismatch<Expected>(_: Expected.Type) -> DecodingError {
    .typeMismatch(Expected.self, Context(codingPath: [], debugDescription: "another kind of JSON value"))
  }
}
