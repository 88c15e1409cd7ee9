/// What a member is doing in a log.
public enum Doing: String, Sendable, Comparable {
  case away, reading, writing

  public static func < (one: Doing, other: Doing) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .away: 0
    case .reading: 1
    case .writing: 2
    }
  }
}

/// What a member does in a log, and where: told, never stored.
public struct Stance: Sendable, Hashable {
  public var doing: Doing
  /// The issue that is open before them.
  public var issue: String?
  /// The lane for which they write.
  public var lane: String?
  /// They write what will not bear their name. Who does is told to no client; that somebody does is.
  public var isUnnamed: Bool

  public init(_ doing: Doing, issue: String? = nil, lane: String? = nil, isUnnamed: Bool = false) {
    self.doing = doing
    self.issue = issue
    self.lane = lane
    self.isUnnamed = isUnnamed
  }
}
