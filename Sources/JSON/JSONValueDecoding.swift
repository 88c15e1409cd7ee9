/// A value where one is due: a word, an id, a number.
struct JSONValueDecoding: SingleValueDecodingContainer {
  let json: JSON

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { json.isNull }

  func decode(_: Bool.Type) throws -> Bool { try json.bool.orMismatch() }
  func decode(_: String.Type) throws -> String { try json.string.orMismatch() }
  func decode(_: Double.Type) throws -> Double { try json.double.orMismatch() }
  func decode(_: Float.Type) throws -> Float { try json.double.map(Float.init).orMismatch() }

  func decode<Integer: FixedWidthInteger & Decodable>(_: Integer.Type) throws -> Integer {
    try json.integer().orMismatch()
  }

  func decode<Value: Decodable>(_: Value.Type) throws -> Value { try json.decoded() }
}

extension JSON {
  /// Also of a number whose fraction is zero: 3.0 and 3 are one number to whoever stored it.
  func integer<Integer: FixedWidthInteger>() -> Integer? {
    switch self {
    case .number(.int(let value)): Integer(exactly: value)
    case .number(.double(let value)): Integer(exactly: value)
    default: nil
    }
  }
}

extension Optional {
  func orMismatch() throws -> Wrapped {
    guard let value = self else { throw DecodingError.mismatch(Wrapped.self) }
    return value
  }
}
