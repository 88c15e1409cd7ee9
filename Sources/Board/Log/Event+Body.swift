import Foundation

extension Event {
  /// The body of the event's row: JSON with sorted keys, the same bytes for the same facts.
  public static func encode(_ facts: [Fact]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(facts))
    } catch {
      // Facts hold texts, whole numbers and finite doubles only: arguments are checked before they come here.
      preconditionFailure("a fact that JSON cannot hold")
    }
  }

  /// The facts of a stored body.
  public static func decode(_ body: [UInt8]) throws -> [Fact] {
    try JSONDecoder().decode([Fact].self, from: Data(body))
  }
}
