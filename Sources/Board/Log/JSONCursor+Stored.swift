import Identity
import JSON

extension JSONCursor {
  mutating func identifier() throws -> Identifier {
    guard let id = Identifier(try string()) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not a UUID"))
    }
    return id
  }
}

extension Optional {
  /// What a stored value cannot be without.
  func orMissing(_ name: StaticString) throws -> Wrapped {
    guard let value = self else {
      throw DecodingError.valueNotFound(Wrapped.self, .init(codingPath: [], debugDescription: "\(name) is missing"))
    }
    return value
  }
}
