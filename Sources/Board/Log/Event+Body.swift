import JSON

extension Event {
  /// The body of the event's row: JSON, as the facts' `Codable` conformances describe it.
  public static func encode(_ facts: [Fact]) -> [UInt8] {
    var json = JSONWriter()
    json.reserve(512)
    do {
      try json.encode(facts)
    } catch {
      // What a fact holds encodes without a condition.
      preconditionFailure("a fact that JSON cannot hold")
    }
    return json.bytes
  }

  /// The facts of a stored body.
  public static func decode(_ body: [UInt8]) throws -> [Fact] { try JSON.decode(from: body) }
}
