internal import Identity
internal import Postgres
internal import Rows
internal import ServiceLoop

/// The session through which nodes wake each other: it listens, and notifies with `synchronous_commit` off, so that the
/// cluster-wide lock of a notification is never held during a flush. At most one notification every 3 ms; what comes
/// meanwhile is joined.
///
/// A node alone has nobody to wake, and wakes nobody: a notification costs PostgreSQL as much as a small commit. So
/// nodes say that they are there when they begin to listen, in answer to one not heard before, and now and then. A node
/// that is wrongly taken for gone learns by its poll, a little later, what it was not told.
@ServiceLoop final class HintChannel {
  private static let pause: Int64 = 3
  private static let presence: Int64 = 10_000
  private static let presenceChannel = "aftershow_presence"
  /// Three presences were missed.
  private static let absence: Int64 = 35_000

  var onHint: (([Standing], [Identifier]) -> Void)?
  var onSighted: ((_ node: String, [Sighting]) -> Void)?
  /// Another node is heard that was not, or not for a while.
  var onNeighbour: (() -> Void)?
  var onListening: (() -> Void)?
  private let loop: EventLoop
  /// Nodes may have been given one name: the end of it is random, so that none takes another's hints for its own.
  private let sender: String
  private let statements: StatementCatalogue
  private let connection: PostgresConnection
  private var heads: [Identifier: Standing] = [:]
  private var sessions: [Identifier] = []
  private var sightings: [Sighting] = []
  /// When each of the other nodes was last heard.
  private var others: [String: Int64] = [:]
  /// When any of them was.
  private(set) var othersHeard: Int64?
  private var owesPresence = false
  private var presenceTimer: TimerToken?
  private var isNotifying = false
  private var isScheduled = false
  private var lastNotified: Int64

  /// `name` is the session's, `node` the sender's.
  init(loop: EventLoop, address: DatabaseAddress, name: String, node: String, statements: StatementCatalogue) {
    precondition(!node.contains("|"), "a node's name must not hold a bar")
    self.loop = loop
    sender = "\(node)-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
    self.statements = statements
    lastNotified = loop.monotonic - Self.pause
    connection = PostgresConnection(
      loop: loop, address: address, name: name, settings: ["synchronous_commit": "off"])
    connection.onStateChanged = { [weak self] state in
      if state == .connected { self?.listen() }
    }
    connection.onNotification = { [weak self] channel, payload in
      channel == Self.presenceChannel ? self?.saw(payload) : self?.received(payload)
    }
  }

  func open() { connection.open() }

  func close() {
    if let presenceTimer { loop.cancel(presenceTimer) }
    presenceTimer = nil
    connection.close()
  }

  /// Of one log the last is told: it may have been rewound since the one before.
  func moved(_ head: Standing) {
    guard !isAlone else { return }
    heads[head.log] = head
    notifySoon()
  }

  func ended(_ sessions: [Identifier]) {
    self.sessions.append(contentsOf: sessions)
    notifySoon()
  }

  /// Who is with this node. Told with what else there is to tell.
  func sighted(_ sightings: [Sighting]) {
    guard !isAlone, connection.isConnected else { return }
    self.sightings += sightings
    notifySoon()
  }

  /// The session listens before the node catches up, so that what commits in between is not missed.
  private func listen() {
    connection.transaction([(statements[.listen], []), (statements[.listenPresence], [])]) { [self] result in
      guard case .success = result else { return }
      bePresent()
      onListening?()
    }
  }

  private func received(_ payload: String) {
    guard let hint = HintPayload(payload), hint.node != sender else { return }
    let isStranger = !isHeard(others[hint.node])
    others[hint.node] = loop.monotonic
    othersHeard = loop.monotonic
    if isStranger {
      bePresent()
      onNeighbour?()
    }
    if !hint.heads.isEmpty || !hint.sessions.isEmpty { onHint?(hint.heads, hint.sessions) }
  }

  /// What the node behind it says of presence counts once the node was heard: then it is told of everyone.
  private func saw(_ payload: String) {
    guard let seen = PresencePayload(payload), seen.node != sender else { return }
    onSighted?(seen.node, seen.sightings)
  }

  // MARK: Presence

  private var isAlone: Bool { !others.values.contains(where: isHeard) }

  private func isHeard(_ time: Int64?) -> Bool { time.map { loop.monotonic - $0 < Self.absence } ?? false }

  private func bePresent() {
    owesPresence = true
    notifySoon()
    if let presenceTimer { loop.cancel(presenceTimer) }
    presenceTimer = loop.schedule(after: .milliseconds(Self.presence)) { [self] in
      presenceTimer = nil
      others = others.filter { isHeard($0.value) }
      if connection.isConnected { bePresent() }
    }
  }

  // MARK: Notifying

  private func notifySoon() {
    guard connection.isConnected, !isNotifying, !isScheduled, hasNews else {
      // Without a connection heads are not told, because the others poll every second. Ended sessions wait for one.
      if !connection.isConnected { (heads, sightings) = ([:], []) }
      return
    }
    guard loop.monotonic - lastNotified < Self.pause else { return notify() }
    isScheduled = true
    loop.schedule(after: .milliseconds(Self.pause)) { [self] in
      isScheduled = false
      if !isNotifying, connection.isConnected { notify() }
    }
  }

  private var hasNews: Bool { owesPresence || !heads.isEmpty || !sessions.isEmpty || !sightings.isEmpty }

  private func notify() {
    guard hasNews else { return }
    var steps: [(Statement, [Parameter])] = []
    if owesPresence || !heads.isEmpty || !sessions.isEmpty {
      steps += HintPayload.encode(node: sender, heads: heads.values, sessions: sessions).map {
        (statements[.notify], [.text($0)])
      }
    }
    steps += PresencePayload.encode(node: sender, sightings).map { (statements[.notifyPresence], [.text($0)]) }
    heads = [:]
    sessions = []
    sightings = []
    owesPresence = false
    isNotifying = true
    lastNotified = loop.monotonic
    connection.transaction(steps) { [self] _ in
      isNotifying = false
      notifySoon()
    }
  }
}
