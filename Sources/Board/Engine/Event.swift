public import Identity

/// One accepted command, one event, one row of the log.
public struct Event: Sendable {
  public let seq: Int64
  /// Random, stored with the event: tells a rewound log from the one a client saw.
  public let tag: UInt64
  /// The command's id.
  public let id: Identifier
  public let by: Identifier
  /// Milliseconds UTC; never runs backwards in a log.
  public let at: Int64
  public let op: String
  public let facts: [Fact]
  /// The words the facts refer to, by text id; a missing one has been erased or has expired.
  public let words: [String: String]

  public init(
    seq: Int64, tag: UInt64, id: Identifier, by: Identifier, at: Int64, op: String, facts: [Fact],
    words: [String: String]
  ) {
    self.seq = seq
    self.tag = tag
    self.id = id
    self.by = by
    self.at = at
    self.op = op
    self.facts = facts
    self.words = words
  }
}
