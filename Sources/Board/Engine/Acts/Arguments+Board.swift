import Identity
import JSON

extension Arguments {
  /// The UUID of a log or a member.
  mutating func identifier(_ field: String) throws -> Identifier {
    guard let value = Identifier(try id(field)) else { throw Refusal.invalid(field, .invalid) }
    return value
  }

  mutating func identifiers(_ field: String, _ count: ClosedRange<Int>) throws -> [Identifier] {
    var result: [Identifier] = []
    for (index, text) in try ids(field, count).enumerated() {
      // An id in capitals is the same id.
      guard let value = Identifier(text), !result.contains(value) else {
        throw Refusal.invalid("\(field)[\(index)]", .invalid)
      }
      result.append(value)
    }
    return result
  }

  /// Milliseconds UTC.
  mutating func time(_ field: String) throws(ArgumentFault) -> Int64 {
    Int64(try int(field, Bounds.times))
  }

  mutating func optionalTime(_ field: String) throws(ArgumentFault) -> Int64? {
    try optionalInt(field, Bounds.times).map(Int64.init)
  }
}
