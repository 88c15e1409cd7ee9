public import Identity

// What stands beside the events of a log, and comes and goes with them in one transaction.

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

/// A record whose words are to be gone from the events before `seq`.
public struct EmptiedRow: Sendable, Equatable {
  public var record: String
  public var before: Int64

  public init(record: String, before seq: Int64) {
    self.record = record
    before = seq
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
  /// The member on whose behalf it is asked.
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

/// A pending act with the log that asked for it.
public struct UnfinishedAct: Sendable, Equatable {
  /// The log that asked, and its kind.
  public let log: Identifier
  public let kind: String
  public let organisation: Identifier
  public let row: PendingRow

  public init(log: Identifier, kind: String, organisation: Identifier, row: PendingRow) {
    self.log = log
    self.kind = kind
    self.organisation = organisation
    self.row = row
  }
}
