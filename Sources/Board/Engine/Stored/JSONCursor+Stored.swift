import Identity
import JSON

extension JSONCursor {
  mutating func identifier() throws -> Identifier { try string { Identifier(utf8: $0) } }
}

extension Optional {
  /// What a stored value cannot be without.
  @inline(__always)
  func orMissing(_ name: StaticString) throws -> Wrapped {
    guard let value = self else {
      throw DecodingError.valueNotFound(Wrapped.self, .init(codingPath: [], debugDescription: "\(name) is missing"))
    }
    return value
  }
}
