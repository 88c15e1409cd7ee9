public import Identity
public import JSON

/// What an accepted command leads to. No facts: nothing changes, and it is acknowledged at the current head.
public struct Decision: Sendable {
  public var facts: [Fact]
  /// Words kept beside the log so that they can be erased: by text id.
  public var words: [String: Words]
  /// Text ids of words to be deleted in the same transaction.
  public var erased: [String]
  /// Minute series kept beside the log, loaded when looked at: JSON by series id.
  public var series: [String: [UInt8]]
  /// Acts that must follow in another log.
  public var pending: [PendingAct]
  /// Records whose words go out of the stored events, in the same transaction, and with them every checkpoint from
  /// before.
  public var emptied: [Emptied]
  /// Acts of this log, still on their way, that are not to carry their words any further.
  public var muted: [Identifier]

  public init(
    facts: [Fact], words: [String: Words] = [:], erased: [String] = [],
    series: [String: [UInt8]] = [:],
    pending: [PendingAct] = [], emptied: [Emptied] = [], muted: [Identifier] = []
  ) {
    self.facts = facts
    self.words = words
    self.erased = erased
    self.series = series
    self.pending = pending
    self.emptied = emptied
    self.muted = muted
  }
}

/// A record whose words are to be gone from the events before `seq`.
public struct Emptied: Sendable, Equatable {
  public let record: String
  public let before: Int64

  public init(_ record: String, before seq: Int64) {
    self.record = record
    before = seq
  }
}

/// Redacted words and when they are to be forgotten (milliseconds UTC).
public struct Words: Sendable, Equatable {
  public let text: String
  public let expires: Int64?

  public init(text: String, expires: Int64?) {
    self.text = text
    self.expires = expires
  }
}

/// An act another log must take because of an event of this one. Completed by any node, once:
/// the command's id is derived from the event's.
public struct PendingAct: Sendable, Equatable {
  /// The id of the command in the target log, `source command id.derived(step: 1…)`; of an act that undoes what an
  /// earlier one made, that act's `id.derived(step: 5)`.
  public let id: Identifier
  public let target: Identifier
  public let targetKind: LogKind
  public let op: String
  public let args: JSON
  /// On whose behalf.
  public let member: Identifier
  /// The op by which the source log is told the outcome (`promotion.settle` …), with `{act, accepted, code?}` and
  /// id `id.derived(step: 255)`; nil when it need not know.
  public let settle: String?

  public init(
    id: Identifier, target: Identifier, targetKind: LogKind, op: String, args: JSON,
    member: Identifier, settle: String?
  ) {
    self.id = id
    self.target = target
    self.targetKind = targetKind
    self.op = op
    self.args = args
    self.member = member
    self.settle = settle
  }
}
