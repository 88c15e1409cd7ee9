public import Identity

/// What the operator must know. Nobody was served a state that may be wrong because of it.
public enum Trouble: Sendable, Equatable {
  /// The checkpoint after event `seq` cannot be read. It is dropped, and the log folded from its beginning.
  case checkpointUnreadable(log: Identifier, seq: Int64)
  /// Event `seq` cannot be read, or is missing: its log is not served. `field`: the kind of fact, with the part that is
  /// missing where that is known.
  case eventUnreadable(log: Identifier, seq: Int64, field: String)
  /// Event `seq` is of a newer build, by that layout: whoever is here for its log is sent where that may run.
  case eventNewer(log: Identifier, seq: Int64, layout: Int)
  /// PostgreSQL refuses what a command led to, with that SQLSTATE. No command that is accepted should lead to such
  /// rows: the fault is ours.
  case appendRejected(log: Identifier, code: String)
  /// What was in memory up to event `head` is not what is stored: the log is loaded anew.
  case logRewound(log: Identifier, head: Int64)
}
