public import Identity
import JSON

extension LogFold {
  /// The state as JSON, to be stored beside the log and loaded instead of its events. Erasable words are not in it.
  public func encode() -> [UInt8] {
    var json = JSONWriter()
    json.reserve(count * 512)
    json.beginArray()
    do {
      for record in shelves.records { try record.write(into: &json) }
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
    for record in try JSON.decode([Record].self, from: state) {
      if case .question(var question) = record {
        question.fill(from: words)
        shelves[record.key] = .question(question)
      } else {
        shelves[record.key] = record
      }
    }
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
}
