/// What a viewer sees of a record's change: found out in one look at its two values.
public struct Sight: Sendable, Equatable {
  public let wasSeen: Bool
  public let isSeen: Bool
  /// Whether who sees both sees a difference; nil: that can only be told by writing them.
  public let isAnew: Bool?
}
