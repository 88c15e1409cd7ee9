import Identity
import JSON

extension Arguments {
  /// The UUID of a log or a member.
  mutating func identifier(_ field: String) throws -> Identifier {
    guard let value = Identifier(try id(field)) else { throw Refusal.invalid(field, .invalid) }
    return value
  }

  mutating func optionalIdentifier(_ field: String) throws -> Identifier? {
    json(field) == nil ? nil : try identifier(field)
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

  // What is optional in an edit, of whatever type: as it was when absent, none when it is an empty text.

  mutating func edited(_ field: String, _ limit: Int, was: String?) throws(ArgumentFault) -> String? {
    json(field) == nil ? was : try optionalText(field, 1...limit)
  }

  mutating func edited<Word>(_ field: String, was: Word?) throws(ArgumentFault) -> Word?
  where Word: RawRepresentable<String> & CaseIterable {
    if isCleared(field) { return nil }
    return try optionalOneOf(field) ?? was
  }

  mutating func edited(_ field: String, _ range: ClosedRange<Int>, was: Int?) throws(ArgumentFault) -> Int? {
    if isCleared(field) { return nil }
    return try optionalInt(field, range) ?? was
  }

  mutating func editedTime(_ field: String, was: Int64?) throws(ArgumentFault) -> Int64? {
    if isCleared(field) { return nil }
    return try optionalTime(field) ?? was
  }

  private mutating func isCleared(_ field: String) -> Bool { json(field)?.string == "" }
}
