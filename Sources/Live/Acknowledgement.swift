/// A command took effect, or changes nothing.
public struct Acknowledgement: Sendable, Equatable {
  /// The event's number; the log's head when nothing changed.
  public let seq: Int64
  /// The command had taken effect before.
  public let wasKnown: Bool

  public init(seq: Int64, wasKnown: Bool) {
    self.seq = seq
    self.wasKnown = wasKnown
  }
}
