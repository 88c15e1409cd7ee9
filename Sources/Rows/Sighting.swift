public import Identity

/// What one node tells the others of a member in a log.
public struct Sighting: Sendable, Hashable {
  public let log: Identifier
  public let member: Identifier
  /// Nil: that node has nobody of that name there any longer.
  public let stance: Stance?
  /// How long ago that node last heard of them, in milliseconds.
  public let age: Int64

  public init(log: Identifier, member: Identifier, stance: Stance?, age: Int64) {
    self.log = log
    self.member = member
    self.stance = stance
    self.age = age
  }
}
