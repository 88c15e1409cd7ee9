public import Identity
public import JSON

/// What a client, or the server itself, asks of a log.
public struct Command: Sendable {
  /// Made by whoever asks; the same id takes effect once (G3).
  public let id: Identifier
  public let log: Identifier
  public let op: String
  public let args: JSON
  /// The `edited` value of the record an edit was made on.
  public let on: Int64?
  /// When it happened, if that was before it was sent; milliseconds UTC, already corrected for the clock offset.
  public let occurredAt: Int64?
  /// Whether whoever asks wants to be told what takes it back. It is not stored.
  public let asksUndo: Bool

  public init(
    id: Identifier, log: Identifier, op: String, args: JSON, on: Int64? = nil,
    occurredAt: Int64? = nil, asksUndo: Bool = false
  ) {
    self.id = id
    self.log = log
    self.op = op
    self.args = args
    self.on = on
    self.occurredAt = occurredAt
    self.asksUndo = asksUndo
  }
}
