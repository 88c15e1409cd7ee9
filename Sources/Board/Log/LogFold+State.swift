public import Identity
import JSON

extension LogFold {
  /// The state as JSON, to be stored beside the log and loaded instead of its events. Erasable words are not in it.
  public func encode() -> [UInt8] {
    var json = JSONWriter()
    json.reserve(count * 512)
    do {
      try json.encode(Array(shelves.records))
    } catch {
      // What a record holds encodes without a condition.
      preconditionFailure("a record that JSON cannot hold")
    }
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
