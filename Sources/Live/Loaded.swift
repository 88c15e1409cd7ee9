public import Board
public import Identity

/// A log as the database holds it: the newest state snapshot and the first of the events after it.
public struct Loaded: Sendable {
  public let organisation: Identifier
  public let kind: LogKind
  public let snapshot: StateSnapshot?
  /// Contiguous, after the snapshot (from 1 when there is none), up to the head or not so far: the rest is read.
  public let events: [StoredEvent]
  public let head: Int64
  /// The words still kept of the whole log, by text id.
  public let words: [String: String]

  public init(
    organisation: Identifier, kind: LogKind, snapshot: StateSnapshot?, events: [StoredEvent], head: Int64,
    words: [String: String]
  ) {
    self.organisation = organisation
    self.kind = kind
    self.snapshot = snapshot
    self.events = events
    self.head = head
    self.words = words
  }
}

/// The folded state after event `seq`, without erasable words.
public struct StateSnapshot: Sendable {
  public let seq: Int64
  public let tag: UInt64
  /// When event `seq` happened.
  public let at: Int64
  public let body: [UInt8]

  public init(seq: Int64, tag: UInt64, at: Int64, body: [UInt8]) {
    self.seq = seq
    self.tag = tag
    self.at = at
    self.body = body
  }
}

/// One row of the event table.
public struct StoredEvent: Sendable {
  public let seq: Int64
  public let tag: UInt64
  public let command: Identifier
  public let actor: Identifier
  public let at: Int64
  public let op: String
  public let body: [UInt8]
  /// The words kept of this event (in `Loaded` those of the whole log may stand in `Loaded.words` instead).
  public let words: [String: String]

  public init(
    seq: Int64, tag: UInt64, command: Identifier, actor: Identifier, at: Int64, op: String, body: [UInt8],
    words: [String: String] = [:]
  ) {
    self.seq = seq
    self.tag = tag
    self.command = command
    self.actor = actor
    self.at = at
    self.op = op
    self.body = body
    self.words = words
  }
}
