import JSON

extension Event {
  /// The body of the event's row: JSON, as the facts' `Codable` conformances describe it.
  public static func encode(_ facts: [Fact]) -> [UInt8] {
    var json = JSONWriter()
    json.reserve(512)
    json.beginArray()
    do {
      for fact in facts { try fact.write(into: &json) }
    } catch {
      // What a fact holds encodes without a condition.
      preconditionFailure("a fact that JSON cannot hold")
    }
    json.endArray()
    return json.bytes
  }

  /// The facts of a stored body, of an event of such a log.
  public static func decode(_ body: [UInt8], of log: LogKind) throws(FactFault) -> [Fact] {
    guard let facts = (try? JSONReader.parse(body))?.array else { throw .unreadable(field: "body") }
    return try facts.map { json throws(FactFault) in try Fact(stored: json, in: log) }
  }
}
