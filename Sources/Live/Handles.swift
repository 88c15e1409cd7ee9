/// A WebSocket connection, numbered by the transport; never used twice in a node's life.
public struct ConnectionID: Sendable, Hashable, Comparable {
  public let number: UInt64
  public init(_ number: UInt64) { self.number = number }

  public static func < (one: ConnectionID, other: ConnectionID) -> Bool { one.number < other.number }
}

/// An append under way, numbered by the node.
public struct BatchID: Sendable, Hashable {
  public let number: UInt64
  public init(_ number: UInt64) { self.number = number }
}

/// Who waits for the answer to something not asked over a WebSocket; numbered by whoever asks.
public struct Ticket: Sendable, Hashable {
  public let number: UInt64
  public init(_ number: UInt64) { self.number = number }
}

/// The node's two clocks, both in milliseconds: UTC for people, and one that never jumps for deadlines.
public struct Instant: Sendable, Hashable {
  public let wall: Int64
  public let monotonic: Int64

  public init(wall: Int64, monotonic: Int64) {
    self.wall = wall
    self.monotonic = monotonic
  }
}
