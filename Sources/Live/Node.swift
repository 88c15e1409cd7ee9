import Board
import DequeModule
import Identity
import Rows

/// One node's live state: connections, logs, and what is under way between them. Pure: time comes with the inputs,
/// randomness from `generator`, everything to be done leaves as effects.
///
/// Belongs to one thread. The effects of a call are to be carried out in their order. What they bring about (a pipe
/// that chokes, an answer of the database) is told by later calls, never during one.
public struct Node: ~Copyable {
  private(set) var limits: Limits
  var generator: any RandomNumberGenerator & Sendable

  var connections: [ConnectionID: Connection] = [:]
  var attendances: [Identifier: Attendance] = [:]
  var logs: [Identifier: LiveLog] = [:]

  /// The call at hand.
  var now = Instant(wall: 0, monotonic: 0)
  var effects: [Effect] = []
  /// Connections with frames to be sent at its end.
  var speakers: [Connection] = []
  /// Someone has not been given everything.
  var mustWake = false

  /// Connections that have not said hello.
  var newcomers: Set<ConnectionID> = []
  var choked: Set<ConnectionID> = []
  /// Connections that are free and have not been given everything.
  var lagging: Set<ConnectionID> = []
  /// Logs that may have something to append.
  var gathered: Set<Identifier> = []
  /// Logs whose commands wait.
  var waiting: Set<Identifier> = []
  /// Who is where; of every log of which that is known, whether it is in memory or not.
  var presences: [Identifier: Presence] = [:]
  /// Since when it is heard what the other nodes say of that; nil: it is not.
  var hearsSince: Int64?
  /// When the other nodes are next told of everyone who is here.
  var nextRoll: Int64 = .min
  /// Acts across logs on their way.
  var acting: Set<Identifier> = []

  var batches: UInt64 = 0
  var nextPoll: Int64 = .min
  /// The newest layout of facts that every node reads.
  var layout = 1
  var isDatabaseAvailable = true
  var isStopping = false
  var hasStopped = false

  public init(limits: Limits = Limits(), generator: any RandomNumberGenerator & Sendable) {
    self.limits = limits
    self.generator = generator
  }

  /// `effects` are appended to.
  public mutating func receive(_ input: Input, now: Instant, _ effects: inout [Effect]) {
    swap(&self.effects, &effects)
    self.now = now
    handle(input)
    hearsSince = isDatabaseAvailable ? hearsSince ?? now.monotonic : nil
    if isStopping { finish() }
    flush()
    if mustWake {
      mustWake = false
      self.effects.append(.wake)
    }
    swap(&self.effects, &effects)
  }

  private mutating func handle(_ input: Input) {
    switch input {
    case .connected(let id, let session, let listsElsewhere): connect(id, session, listsElsewhere)
    case .message(let id, let bytes): hear(id, bytes)
    case .choked(let id): choke(id)
    case .drained(let id): drain(id)
    case .disconnected(let id): if let connection = connections[id] { drop(connection) }
    case .loaded(let id, let loaded): load(id, loaded)
    case .loadFailed(let id): failToLoad(id, Refusal(.unavailable))
    case .caughtUp(let id, let events): catchUp(id, events)
    case .readFailed(let id): failToRead(id)
    case .found(let id, let commands, let duplicates): find(commands, duplicates, in: id)
    case .appended(let batch, let outcomes): for outcome in outcomes { finish(batch, outcome) }
    case .heads(let standings): for standing in standings { hear(standing) }
    case .sighted(let node, let sightings): take(sightings, of: node)
    case .neighbour: greetNode()
    case .polled(let asked, let standings): hear(of: asked, standings)
    case .pending(let acts): for act in acts { begin(act) }
    case .submit(let ticket, let organisation, let actor, let command):
      submit(ticket, organisation, actor, command)
    case .look(let ticket, let organisation, let log): look(ticket, organisation, log)
    case .sessionEnded(let session): end(session)
    case .databaseAvailable(let isAvailable): isAvailable ? regainDatabase() : loseDatabase()
    case .unreached(let since, let othersHeard): leaveToOthers(since, othersHeard)
    case .databaseReplaced:
      for log in logs.values.sorted(by: { $0.id < $1.id }) { read(log, because: .doubt) }
    case .layout(let layout): take(layout: layout)
    case .limits(let rate, let burst): (limits.rate, limits.burst) = (rate, burst)
    case .tick: tick()
    case .roundEnded: endRound()
    case .stopping: isStopping = true
    case .outOfTime: for connection in everyone { sendAway(connection) }
    }
  }

  /// Whether nobody waits for an answer.
  var isQuiet: Bool {
    logs.values.allSatisfy { $0.waiters.isEmpty && $0.ledger.isSettled }
  }
}
