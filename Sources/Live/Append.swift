public import Board
public import Identity

/// Events to be committed to one log, all or none, if its head still is `head` under that tag.
public struct Append: Sendable {
  public let log: Identifier
  public let organisation: Identifier
  public let kind: LogKind
  /// The head the events were decided on. At 0 the log's row may not exist yet.
  public let head: Int64
  /// The head's tag; 0 at 0.
  public let tag: UInt64
  /// Contiguous, from `head + 1`. Never empty.
  public let rows: [AppendRow]
  /// The small JSON beside the log's row, as of the last of `rows`.
  public let summary: [UInt8]
}

/// One event with all that is written beside it in the same statement.
public struct AppendRow: Sendable {
  public let seq: Int64
  public let tag: UInt64
  public let command: Identifier
  public let actor: Identifier
  public let at: Int64
  public let op: String
  /// JSON of the facts.
  public let body: [UInt8]
  /// By text id.
  public let words: [String: Words]
  /// Text ids of words to be deleted.
  public let erased: [String]
  /// JSON by series id.
  public let series: [String: [UInt8]]
  /// Acts to be remembered until another log has taken them.
  public let pending: [PendingAct]
  /// Remembered acts of this log that are hereby done.
  public let settles: [Identifier]
  /// Records whose words go out of the stored events, and state snapshots from before with them.
  public let emptied: [Emptied]
  /// Remembered acts of this log that lose their words.
  public let muted: [Identifier]
}

/// What became of one log's part of a batch.
public struct AppendOutcome: Sendable {
  public enum Result: Sendable {
    case committed
    /// Nothing was written: the head had moved, or some of the commands are in the log already.
    case lost(duplicates: [Duplicate])
    /// Nothing was written and nothing will be: the database does not take one of these rows, now or ever.
    case rejected
    /// Nothing was written and nothing will be: the database stayed away.
    case unavailable
  }

  public let log: Identifier
  public let result: Result

  public init(log: Identifier, result: Result) {
    self.log = log
    self.result = result
  }
}

/// A command that is in the log already.
public struct Duplicate: Sendable {
  public let command: Identifier
  public let seq: Int64
  public let actor: Identifier

  public init(command: Identifier, seq: Int64, actor: Identifier) {
    self.command = command
    self.seq = seq
    self.actor = actor
  }
}
