/// What a viewer sees of a record's change: found out in one look at its two values.
public struct Sight: Sendable, Equatable {
  public let wasSeen: Bool
  public let isSeen: Bool
  /// Whether there is a difference to be seen between the two; nil: that can only be told by writing them.
  public let isAnew: Bool?
}
