public import Board
public import Identity

/// One node's live state: connections, logs, and what is under way between them. Pure: time comes with the inputs,
/// randomness from `generator`, everything to be done leaves as effects.
///
/// Belongs to one thread. The effects of a call must be carried out, in order, before the next input of a connection
/// they name.
public struct Node: ~Copyable {
  let limits: Limits
  var generator: any RandomNumberGenerator & Sendable

  public init(limits: Limits = Limits(), generator: any RandomNumberGenerator & Sendable) {
    self.limits = limits
    self.generator = generator
  }

  public mutating func receive(_ input: Input, now: Instant, _ effects: inout [Effect]) {
  }

  /// The member's rights now; nil while the directory is not in memory, and for a stranger.
  public func actor(_ member: Identifier, in organisation: Identifier) -> Actor? { nil }
}
