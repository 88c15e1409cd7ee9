import Foundation
public import Identity

extension LogFold {
  /// The state as JSON, to be stored beside the log and loaded instead of its events. Erasable words are not in it.
  public func encode() -> [UInt8] {
    do {
      return Array(try JSONEncoder().encode(Array(shelves.records)))
    } catch {
      // Records hold texts, whole numbers and finite doubles only.
      preconditionFailure("a record that JSON cannot hold")
    }
  }

  /// The way back. `words`: the log's texts that still exist, by text id.
  public init(decoding state: [UInt8], log: Identifier, kind: LogKind, words: [String: String])
    throws
  {
    self.init(log: log, kind: kind)
    for record in try JSONDecoder().decode([Record].self, from: Data(state)) {
      if case .question(var question) = record {
        question.fill(from: words)
        shelves[record.key] = .question(question)
      } else {
        shelves[record.key] = record
      }
    }
  }
}
