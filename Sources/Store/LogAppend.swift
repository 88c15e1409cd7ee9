public import Identity

/// What is to be appended to one log: all of it or nothing.
public struct LogAppend: Sendable {
  public var log: Identifier
  public var organisation: Identifier
  public var kind: String
  /// The head the events were decided on. At 0 the log need not exist yet.
  public var head: Int64
  /// The head's tag; 0 at 0.
  public var tag: UInt64
  /// Contiguous, from `head + 1`; never empty; no command twice.
  public var events: [EventRow]
  /// JSON, as of the last event.
  public var summary: [UInt8]
  public var texts: [TextRow]
  /// Words to be deleted for good, by text id.
  public var erased: [String]
  public var series: [SeriesRow]
  public var pending: [PendingRow]
  /// Remembered acts of this log that are hereby done.
  public var settled: [Identifier]
  /// Records whose words go out of the stored events; state snapshots from before go with them.
  public var emptied: [EmptiedRecord]
  /// Remembered acts of this log that lose their words.
  public var muted: [Identifier]

  public init(
    log: Identifier, organisation: Identifier, kind: String, head: Int64, tag: UInt64, events: [EventRow],
    summary: [UInt8],
    texts: [TextRow] = [], erased: [String] = [], series: [SeriesRow] = [], pending: [PendingRow] = [],
    settled: [Identifier] = [], emptied: [EmptiedRecord] = [], muted: [Identifier] = []
  ) {
    self.log = log
    self.organisation = organisation
    self.kind = kind
    self.head = head
    self.tag = tag
    self.events = events
    self.summary = summary
    self.texts = texts
    self.erased = erased
    self.series = series
    self.pending = pending
    self.settled = settled
    self.emptied = emptied
    self.muted = muted
  }

  var newHead: Int64 { head + Int64(events.count) }
  /// The tag of the last event, as PostgreSQL's bigint holds it.
  var newTag: Int64 { Int64(bitPattern: events.last?.tag ?? 0) }

  /// Whether it brings so much that it takes PostgreSQL several times as long as what people do by hand.
  /// An erasing looks at every event of its log.
  var isImport: Bool { texts.count >= 20 || size >= events.count << 12 || !emptied.isEmpty }

  /// Roughly what it weighs on the wire.
  var size: Int {
    events.reduce(summary.count) { $0 + $1.body.count + 100 } + series.reduce(0) { $0 + $1.body.count }
  }
}

/// One event of a log, as stored.
public struct EventRow: Sendable, Equatable {
  public var seq: Int64
  public var tag: UInt64
  public var command: Identifier
  public var actor: Identifier
  /// Milliseconds since 1970.
  public var at: Int64
  public var op: String
  /// JSON. Comes back byte by byte.
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

/// Erasable words an event refers to. The same id again replaces them.
public struct TextRow: Sendable, Equatable {
  public var id: String
  /// The event that brought them.
  public var seq: Int64
  public var body: String
  /// Milliseconds since 1970; nil keeps them.
  public var expires: Int64?

  public init(id: String, seq: Int64, body: String, expires: Int64?) {
    self.id = id
    self.seq = seq
    self.body = body
    self.expires = expires
  }
}

/// A record whose words are to be gone from the events before `seq`.
public struct EmptiedRecord: Sendable, Equatable {
  public var record: String
  public var before: Int64

  public init(record: String, before: Int64) {
    self.record = record
    self.before = before
  }
}

/// A minute series. The same id again replaces it.
public struct SeriesRow: Sendable, Equatable {
  public var id: String
  /// JSON.
  public var body: [UInt8]

  public init(id: String, body: [UInt8]) {
    self.id = id
    self.body = body
  }
}

/// An act another log must take because of an event of this one.
public struct PendingRow: Sendable, Equatable {
  public var act: Identifier
  public var target: Identifier
  public var targetKind: String
  public var op: String
  /// JSON.
  public var args: [UInt8]
  /// On whose behalf.
  public var member: Identifier
  /// The op by which this log is told the outcome; nil when it need not know.
  public var settle: String?
  /// Milliseconds since 1970.
  public var at: Int64

  public init(
    act: Identifier, target: Identifier, targetKind: String, op: String, args: [UInt8], member: Identifier,
    settle: String?, at: Int64
  ) {
    self.act = act
    self.target = target
    self.targetKind = targetKind
    self.op = op
    self.args = args
    self.member = member
    self.settle = settle
    self.at = at
  }
}
