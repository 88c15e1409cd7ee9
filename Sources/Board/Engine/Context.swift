public import Identity

/// All a decision may know besides the state: no clock, no randomness, no I/O inside.
public struct Context: Sendable {
  public let actor: Actor
  /// The node's clock, milliseconds UTC; never before the log's last event.
  public let now: Int64
  /// A fresh random id from which the ids of new records are made.
  public let fresh: Identifier
  /// The seq the event will get if the command is accepted: the new `edited` of what it touches.
  public let seq: Int64
  /// Settled states of other logs the command reads (see `LogFold.needs`), by log.
  public let others: [Identifier: LogFold]
  /// Members who were in this log within the last minute, at whatever node; nobody unless the act asks
  /// (`Act.asksPresence`). nil: the node has not listened for so long, and anybody may be here.
  public let present: Set<Identifier>?

  public init(
    actor: Actor, now: Int64, fresh: Identifier, seq: Int64, others: [Identifier: LogFold] = [:],
    present: Set<Identifier>? = []
  ) {
    self.actor = actor
    self.now = now
    self.fresh = fresh
    self.seq = seq
    self.others = others
    self.present = present
  }

  /// Whether `member` is in this log, as far as can be told.
  func mayBePresent(_ member: Identifier) -> Bool { present?.contains(member) ?? true }
}
