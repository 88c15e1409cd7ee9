public import Board
public import Rows

extension Event {
  /// As it is stored in a log of that kind. `words`: by text id, of those that are kept beside the log.
  public init(_ row: EventRow, of kind: LogKind, words: [String: String] = [:]) throws(FactFault) {
    self.init(
      seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op,
      facts: try Event.decode(row.body, of: kind), words: words)
  }
}
