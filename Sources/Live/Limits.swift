/// What one client may cost, and how much a node keeps in memory. Times in milliseconds, sizes in bytes.
public struct Limits: Sendable {
  /// A message from a client.
  public var message = 64 * 1024
  /// Commands of one connection that wait for their answer.
  public var inFlight = 32
  /// Messages a second, for a connection and for a member over all connections; and how many may come at once.
  public var rate = 20
  public var burst = 60
  /// Refusals for `rate` (one a second is forgiven) after which the connection is closed.
  public var strikes = 120
  /// Logs one connection may follow: each channel's, and what is looked at.
  public var subscriptions = 160
  /// Connections of one member: tabs and devices.
  public var connections = 24
  /// Messages that may come before `hello` has been answered.
  public var backlog = 64

  public var hello: Int64 = 5_000
  /// The heartbeat. Clients are told it in seconds; the transport keeps it.
  public var heartbeat: Int64 = 25_000
  /// How long a command may wait for its turn (the database being away, or another log) before it is refused.
  public var patience: Int64 = 10_000
  /// A choked connection that takes nothing for so long is closed.
  public var stall: Int64 = 30_000
  public var presence: Int64 = 30_000
  public var presencePause: Int64 = 500
  /// How often a node tells the others of everyone who is with it, and for how long they take its word.
  public var presenceRoll: Int64 = 20_000
  public var presenceElsewhere: Int64 = 45_000
  /// For how long somebody who has fallen silent counts as present where a command asks.
  public var presenceMemory: Int64 = 60_000
  public var pollEvery: Int64 = 1_000
  /// A log nobody follows leaves memory after so long.
  public var idle: Int64 = 60_000
  /// Spread of the advice in `bye` when everyone is sent away.
  public var farewell: Int64 = 5_000
  /// How long a node without a database keeps its people, when other nodes were heard of this shortly before.
  public var seclusion: Int64 = 15_000
  public var neighbourhood: Int64 = 60_000

  public var tailEvents = 1024
  public var tailBytes = 1 << 20
  /// A part of a page.
  public var part = 256 * 1024
  /// Events joined for a connection that lags behind.
  public var chunk = 64 * 1024
  /// Answers kept for a choked connection.
  public var held = 64 * 1024
  public var lostRaces = 5
  /// A checkpoint is written after so many events, and, when a log leaves memory, after so many at least.
  public var checkpointEvery: Int64 = 300
  public var checkpointAtRest: Int64 = 20

  public init() {}
}
