public import Identity
import JSON

extension LogFold {
  /// The state as JSON, to be stored beside the log and loaded instead of its events. Erasable words are not in it, nor
  /// what follows from other records.
  public func encode() -> [UInt8] {
    var json = JSONWriter()
    json.reserve(count * 512)
    json.beginArray()
    do {
      for record in shelves.stored { try record.write(into: &json) }
    } catch {
      // What a record holds encodes without a condition.
      preconditionFailure("a record that JSON cannot hold")
    }
    json.endArray()
    return json.bytes
  }

  /// The way back. `words`: the log's texts that still exist, by text id.
  public init(decoding state: [UInt8], log: Identifier, kind: LogKind, words: [String: String])
    throws
  {
    self.init(log: log, kind: kind)
    var cursor = JSONCursor(state)
    var records: [Record] = []
    try cursor.elements { cursor in
      try cursor.entries { name, cursor in records.append(try Record(stored: name, &cursor, words: words)) }
    }
    try cursor.end()
    shelves.fill(records)
    for channel in all(Channel.self) { shelves[RecordKey(.channel, channel.id)] = channel.placed(in: log).record }
    if let latest = LatestNumbers(of: all(Numbers.self)) { shelves[RecordKey(.latest, "latest")] = latest.record }
    if let counted { shelves[RecordKey(.progress, counted.id)] = counted.record }
  }
}

extension Record {
  /// As the synthesized conformance describes it.
  fileprivate func write(into json: inout JSONWriter) throws {
    switch self {
    case .issue(let issue): try json.stored("issue", "_0", issue.writeStored)
    case .ballot(let ballot): json.stored("ballot", "_0", ballot.writeStored)
    case .question(let question): try json.stored("question", "_0", question.writeStored)
    default: try json.encode(self)
    }
  }

  /// The record under its case's name.
  fileprivate init(stored name: String, _ cursor: inout JSONCursor, words: [String: String]) throws {
    switch name {
    case "issue": self = .issue(try cursor.only { try Issue(stored: &$0) })
    case "ballot": self = .ballot(try cursor.only { try Ballot(stored: &$0) })
    case "question":
      var question = try cursor.only { try Question(stored: &$0) }
      question.fill(from: words)
      self = .question(question)
    default:
      var object = JSONObject()
      object[name] = try cursor.value()
      self = try JSON.object(object).decoded()
    }
  }
}

extension JSONCursor {
  private enum Label: String, CaseIterable { case only = "_0" }
  private static let labels = JSONWords<Label>()

  /// The one value of a case without a label.
  fileprivate mutating func only<Value>(_ read: (inout JSONCursor) throws -> Value) throws -> Value {
    var value: Value?
    try members(Self.labels) { _, cursor in value = try read(&cursor) }
    return try value.orMissing("_0")
  }
}
