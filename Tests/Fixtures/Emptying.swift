import JSON

/// What `sql/statements/empty_events.sql` does to an event's body, for tests without a database.
public enum Emptying {
  private static let words = ["text", "title", "trigger", "due", "note"]

  /// The facts that name the record, by its id or as an object with that id, lose the words in their parts.
  public static func empty(_ body: [UInt8], of record: String) -> [UInt8] {
    guard let facts = try? JSONReader.parse(body).array else { return body }
    return JSON.array(facts.map { members(of: $0) { emptied($0, of: record) } }).bytes
  }

  private static func emptied(_ parts: JSON, of record: String) -> JSON {
    let isNamed = parts.object?.members.contains { ($0.value["id"] ?? $0.value).string == record } ?? false
    return isNamed ? members(of: parts) { part in part.object == nil ? part : wordless(part) } : parts
  }

  private static func wordless(_ part: JSON) -> JSON {
    var part = part.object ?? JSONObject()
    for word in words where part[word] != nil { part[word] = "" }
    if part["tags"] != nil { part["tags"] = [] }
    return .object(part)
  }

  private static func members(of json: JSON, _ change: (JSON) -> JSON) -> JSON {
    var object = json.object ?? JSONObject()
    for member in object.members { object[member.key] = change(member.value) }
    return .object(object)
  }
}
