public import Identity

/// What is to be appended to one log, all of it or nothing, if the log still ends with the event it was decided on.
public struct Append: Sendable, Equatable {
  public var log: Identifier
  public var organisation: Identifier
  public var kind: String
  /// The head the events were decided on. At 0 the log need not exist yet.
  public var head: Int64
  /// The head's tag; 0 when the head is 0.
  public var tag: UInt64
  /// Contiguous, from `head + 1`; never empty; no command twice.
  public var events: [EventRow]
  /// JSON, as of the last event: what a lobby lists.
  public var summary: [UInt8]
  public var texts: [TextRow] = []
  /// Words to be deleted for good, by text id.
  public var erased: [String] = []
  public var series: [SeriesRow] = []
  /// A show's figures as of the last event, all of them: a JSON array. Nil: those that stand beside the log are right.
  public var figures: [UInt8]?
  /// What search finds of the records that changed, as of the last event. Those in `unfound` go in this transaction;
  /// the rest is written soon after it (`Store.keep(_:)`).
  public var searchRows: [SearchRow] = []
  /// Records whose words search must not find any more once this is committed.
  public var unfound: [String] = []
  public var pending: [PendingRow] = []
  /// Remembered acts of this log that are done with this append.
  public var settled: [Identifier] = []
  /// Records whose words go out of the stored events; checkpoints from before go with them.
  public var emptied: [EmptiedRow] = []
  /// Remembered acts of this log that lose their words.
  public var muted: [Identifier] = []

  public init(
    log: Identifier, organisation: Identifier, kind: String, head: Int64, tag: UInt64, events: [EventRow],
    summary: [UInt8]
  ) {
    self.log = log
    self.organisation = organisation
    self.kind = kind
    self.head = head
    self.tag = tag
    self.events = events
    self.summary = summary
  }

  /// Where the log stands when it has moved.
  public var standing: Standing {
    Standing(log: log, head: head + Int64(events.count), tag: events.last?.tag ?? tag)
  }
}

/// What became of one log's part of an append.
public struct AppendOutcome: Sendable, Equatable {
  public enum Result: Sendable, Equatable {
    /// It is on disk.
    case committed
    /// Nothing was written: the head had moved, or some of the commands are in the log already.
    case lost(duplicates: [StoredCommand])
    /// Nothing was written and nothing will be: PostgreSQL does not take these rows, now or ever (JSON it cannot hold,
    /// say). Its SQLSTATE.
    case rejected(code: String)
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

/// Where a command is stored.
public struct StoredCommand: Sendable, Equatable {
  public let log: Identifier
  public let command: Identifier
  public let seq: Int64
  public let tag: UInt64
  public let actor: Identifier

  public init(log: Identifier, command: Identifier, seq: Int64, tag: UInt64, actor: Identifier) {
    self.log = log
    self.command = command
    self.seq = seq
    self.tag = tag
    self.actor = actor
  }
}
