public import Identity
public import Postgres

/// What became of one log's part of an append.
public struct LogOutcome: Sendable, Equatable {
  public enum Result: Sendable, Equatable {
    /// On disk.
    case committed
    /// Nothing was written: the head had moved, or some of the commands are in the log already.
    case lost(duplicates: [StoredCommand])
    /// Nothing was written and nothing will be: PostgreSQL does not take these rows (JSON it cannot hold, say).
    case rejected(PostgresFault)
    /// Nothing was written and nothing will be: the store was closed before it could be tried.
    case unavailable
  }

  public let log: Identifier
  public let result: Result
}

/// Where a command is stored.
public struct StoredCommand: Sendable, Equatable {
  public let log: Identifier
  public let command: Identifier
  public let seq: Int64
  public let tag: UInt64
  public let actor: Identifier
}
