/// A record an event touched, before and after: enough to send it, and to take it back.
public struct Change: Sendable {
  public let key: RecordKey
  public let before: Record?
  public let after: Record?

  public init(key: RecordKey, before: Record?, after: Record?) {
    self.key = key
    self.before = before
    self.after = after
  }
}

extension Change {
  /// Whether totals of the vote that were told are secret again: the vote goes on.
  public var hidesTotals: Bool {
    guard case .issue(let issue)? = before, case .issue(let hidden)? = after else { return false }
    return issue.votes != nil && hidden.votes == nil
  }
}

extension Change {
  /// Whether a show's newest numbers are others now.
  public var changesFigures: Bool { key.kind == .latest }
}

/// A record's kind (as on the wire: `issue`, `solution` …) and id.
public struct RecordKey: Sendable, Hashable, Comparable {
  public let kind: RecordKind
  public let id: String

  public init(_ kind: RecordKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  public static func < (one: RecordKey, other: RecordKey) -> Bool {
    one.kind == other.kind ? one.id < other.id : one.kind.rawValue < other.kind.rawValue
  }
}
