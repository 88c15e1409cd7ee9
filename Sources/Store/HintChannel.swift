internal import Identity
internal import Postgres
internal import ServiceLoop

/// The session through which nodes wake each other: it listens, and notifies with `synchronous_commit` off, so that
/// the cluster-wide lock of a notification is never held during a flush. At most one notification every 3 ms; what
/// comes meanwhile is joined.
@ServiceLoop final class HintChannel {
  private static let pause: Int64 = 3

  var onHint: (([(log: Identifier, head: Int64)], [Identifier]) -> Void)?
  var onListening: (() -> Void)?
  private let loop: EventLoop
  private let node: String
  private let statements: StatementCatalogue
  private let connection: PostgresConnection
  private var heads: [Identifier: Int64] = [:]
  private var sessions: [Identifier] = []
  private var isNotifying = false
  private var isScheduled = false
  private var lastNotified: Int64

  init(loop: EventLoop, address: DatabaseAddress, node: String, statements: StatementCatalogue) {
    precondition(!node.contains("|"), "a node's name must not hold a bar")
    self.loop = loop
    self.node = node
    self.statements = statements
    lastNotified = loop.monotonic - Self.pause
    connection = PostgresConnection(
      loop: loop, address: address, name: "aftershow \(node) hints", settings: ["synchronous_commit": "off"])
    connection.onStateChanged = { [weak self] state in
      if state == .connected { self?.listen() }
    }
    connection.onNotification = { [weak self] _, payload in self?.received(payload) }
  }

  func open() { connection.open() }
  func close() { connection.close() }

  func moved(_ log: Identifier, _ head: Int64) {
    heads[log] = max(heads[log] ?? 0, head)
    notifySoon()
  }

  func ended(_ sessions: [Identifier]) {
    self.sessions.append(contentsOf: sessions)
    notifySoon()
  }

  /// First listen, then catch up: what commits in between is heard and found, never missed.
  private func listen() {
    connection.execute(statements[.listen]) { [self] result in
      guard case .success = result else { return }
      onListening?()
      notifySoon()
    }
  }

  private func received(_ payload: String) {
    guard let hint = HintPayload(payload), hint.node != node else { return }
    onHint?(hint.heads, hint.sessions)
  }

  private func notifySoon() {
    guard connection.isConnected, !isNotifying, !isScheduled, !(heads.isEmpty && sessions.isEmpty) else {
      // Without a connection nobody is told: the others poll every second. Ended sessions wait: few, and they matter.
      if !connection.isConnected { heads = [:] }
      return
    }
    guard loop.monotonic - lastNotified < Self.pause else { return notify() }
    isScheduled = true
    loop.schedule(after: .milliseconds(Self.pause)) { [self] in
      isScheduled = false
      if !isNotifying, connection.isConnected { notify() }
    }
  }

  private func notify() {
    let payloads = HintPayload.encode(node: node, heads: heads, sessions: sessions)
    guard !payloads.isEmpty else { return }
    heads = [:]
    sessions = []
    isNotifying = true
    lastNotified = loop.monotonic
    let statement = statements[.notify]
    connection.transaction(payloads.map { (statement, [.text($0)]) }) { [self] _ in
      isNotifying = false
      notifySoon()
    }
  }
}
