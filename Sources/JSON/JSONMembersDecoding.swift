/// An object being decoded.
struct JSONMembersDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let object: JSONObject

  init(_ json: JSON) throws { object = try json.object.orMismatch() }

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { object[key.stringValue] != nil }

  private func value(_ key: Key) throws -> JSON {
    guard let value = object[key.stringValue] else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "a member is missing"))
    }
    return value
  }

  func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }

  func decode(_: Bool.Type, forKey key: Key) throws -> Bool { try value(key).bool.orMismatch() }
  func decode(_: String.Type, forKey key: Key) throws -> String { try value(key).string.orMismatch() }
  func decode(_: Double.Type, forKey key: Key) throws -> Double { try value(key).double.orMismatch() }

  func decode<Integer: FixedWidthInteger & Decodable>(_: Integer.Type, forKey key: Key) throws -> Integer {
    try value(key).integer().orMismatch()
  }

  func decode<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value { try value(key).decoded() }

  func nestedContainer<Nested: CodingKey>(
    keyedBy: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    KeyedDecodingContainer(try JSONMembersDecoding<Nested>(value(key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try JSONElementsDecoding(value(key))
  }

  func superDecoder() throws -> any Decoder { preconditionFailure("no stored value is a class") }
  func superDecoder(forKey key: Key) throws -> any Decoder { try superDecoder() }
}
