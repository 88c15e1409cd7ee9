public import Board

/// A command took effect, or changes nothing.
public struct Acknowledgement: Sendable, Equatable {
  /// The event's number; the log's head when nothing changed.
  public let seq: Int64
  /// The command had taken effect before.
  public let wasKnown: Bool
  /// What takes it back, where that was asked for and there is such a thing.
  public let undo: Opposite?

  public init(seq: Int64, wasKnown: Bool, undo: Opposite? = nil) {
    self.seq = seq
    self.wasKnown = wasKnown
    self.undo = undo
  }
}
