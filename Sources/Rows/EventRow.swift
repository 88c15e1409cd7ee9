public import Identity

/// One event of a log, as stored.
public struct EventRow: Sendable, Equatable {
  public var seq: Int64
  public var tag: UInt64
  public var command: Identifier
  public var actor: Identifier
  /// Milliseconds since 1970.
  public var at: Int64
  public var op: String
  /// JSON of the facts. Comes back byte by byte.
  public var body: [UInt8]

  public init(
    seq: Int64, tag: UInt64, command: Identifier, actor: Identifier, at: Int64, op: String, body: [UInt8]
  ) {
    self.seq = seq
    self.tag = tag
    self.command = command
    self.actor = actor
    self.at = at
    self.op = op
    self.body = body
  }
}
