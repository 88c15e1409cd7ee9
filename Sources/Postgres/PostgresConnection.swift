internal import CLibpq
internal import DequeModule
public import ServiceLoop

/// A session with PostgreSQL on the service loop: never blocks (but for the look-up of a host's name), sends in
/// pipeline mode, reconnects by itself.
///
/// It has one owner, who sets the callbacks, calls ``open()`` and, before letting go, ``close()``. Every call is
/// answered exactly once, on the loop, never before the call has returned.
@ServiceLoop public final class PostgresConnection {
  public enum State: Sendable, Equatable {
    case connected
    /// The reason, for the operator. The next attempt is made by itself.
    case lost(PostgresFault)
  }

  /// A payload notified on a channel this session listens to; also what it notified itself.
  public var onNotification: ((_ channel: String, _ payload: String) -> Void)?
  /// Called before the exchanges that were lost with the connection are answered.
  public var onStateChanged: ((State) -> Void)?
  public private(set) var isConnected = false

  let loop: EventLoop
  private let parameters: [(keyword: String, value: String)]
  private let patience: Int
  private var connection: OpaquePointer?
  private var socket: AdoptedSocket?
  private var timer: TimerToken?
  private var silenceTimer: TimerToken?
  /// ``EventLoop/monotonic`` when something last came, or was asked while nothing was owed.
  public private(set) var lastHeard: Int64
  private var isOpen = false
  private var attempts = 0
  private var expected: Deque<Expected> = []
  /// The session's statements by name, and why one could not be prepared.
  private var prepared: [String: PostgresFault?] = [:]
  private var isChoked = false

  /// - Parameters:
  ///   - name: what the server's list of sessions shows.
  ///   - settings: run-time parameters of the session, such as `synchronous_commit`; values without blanks.
  public init(loop: EventLoop, address: DatabaseAddress, name: String, settings: [String: String] = [:]) {
    self.loop = loop
    parameters = address.parameters(name: name, settings: settings)
    patience = address.patience
    lastHeard = loop.monotonic
  }

  /// Connects, and reconnects whenever the connection is lost, until ``close()``.
  public func open() {
    precondition(!isOpen, "open already")
    isOpen = true
    connect()
  }

  /// Ends the session. What is in flight is answered with ``PostgresFault/Code/outcomeUnknown``.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    tearDown()
    abandonAll()
  }

  // MARK: Asking

  /// One statement, a transaction of its own.
  public func execute(
    _ statement: Statement, _ parameters: [Parameter] = [],
    then: @escaping @ServiceLoop (Result<Rows, PostgresFault>) -> Void
  ) {
    transaction([(statement, parameters)]) { result in
      // One statement, one result: an exchange succeeds only when each of its steps has.
      then(result.map { $0[0] })
    }
  }

  /// Several statements before one Sync: committed together or not at all. Each sees what those before it did.
  public func transaction(
    _ steps: [(Statement, [Parameter])], then: @escaping @ServiceLoop (Result<[Rows], PostgresFault>) -> Void
  ) {
    precondition(!steps.isEmpty, "nothing to do")
    let exchange = Exchange(steps, then: then)
    guard isConnected, let connection else {
      loop.schedule(after: .zero) { exchange.abandoned(.notConnected) }
      return
    }
    if expected.isEmpty { lastHeard = loop.monotonic }
    guard send(exchange, on: connection) else {
      return loseLater(PostgresFault(.outcomeUnknown, connection: connection))
    }
    flush()
    watchSilence()
  }

  /// A server that is there and says nothing (stopped, or frozen with its machine) is as good as gone: TCP would keep
  /// it for ever. Silent for longer than any lock is waited for, the connection is given up; what was in flight has an
  /// unknown outcome.
  private func watchSilence() {
    guard silenceTimer == nil, !expected.isEmpty else { return }
    let limit = Int64(patience) * 4_000
    let silence = loop.monotonic - lastHeard
    silenceTimer = loop.schedule(after: .milliseconds(max(1, limit - silence))) { [weak self] in
      guard let self else { return }
      silenceTimer = nil
      guard isConnected, !expected.isEmpty else { return }
      if loop.monotonic - lastHeard < limit { return watchSilence() }
      lose(PostgresFault(.outcomeUnknown, message: "nothing came for \(limit / 1000) s"))
    }
  }

  /// Statements not yet known to the session are prepared first, before a Sync of their own: behind a failing
  /// statement the server would skip the preparation, too.
  private func send(_ exchange: Exchange, on connection: OpaquePointer) -> Bool {
    var isSent = true
    for step in exchange.steps where prepared[step.statement.name] == nil {
      prepared[step.statement.name] = .some(nil)
      isSent = isSent && PQsendPrepare(connection, step.statement.name, step.statement.text, 0, nil) == 1
      isSent = isSent && PQpipelineSync(connection) == 1
      expected.append(.preparation(step.statement))
      expected.append(.preparationSync)
    }
    for step in exchange.steps {
      isSent =
        isSent
        && BoundValues(step.parameters).withPointers { count, values, lengths, formats in
          PQsendQueryPrepared(connection, step.statement.name, count, values, lengths, formats, 1)
        } == 1
      expected.append(.step(exchange))
    }
    isSent = isSent && PQpipelineSync(connection) == 1
    expected.append(.sync(exchange))
    return isSent
  }

  private func flush() {
    guard let connection else { return }
    switch PQflush(connection) {
    case 0: isChoked = false
    case 1:
      isChoked = true
      socket?.wantsWritable()
    default: loseLater(PostgresFault(.outcomeUnknown, connection: connection))
    }
  }

  // MARK: Hearing

  private func readable() {
    guard let connection else { return }
    guard isConnected else { return advanceConnecting() }
    lastHeard = loop.monotonic
    guard PQconsumeInput(connection) == 1 else {
      // What came before the end is still worth hearing: a refusal is better than an unknown outcome. Hearing it may
      // end the connection, and the words of the fault with it: they are taken first.
      let fault = PostgresFault(.unreachable, connection: connection)
      hear(connection)
      if self.connection == connection { lose(fault) }
      return
    }
    if isChoked { flush() }
    hear(connection)
  }

  private func writable() {
    if isConnected { flush() } else { advanceConnecting() }
  }

  /// Takes every result that is complete. A callback may close this connection or lose it: then `connection` is
  /// another, or none, and must not be touched again.
  private func hear(_ connection: OpaquePointer) {
    while self.connection == connection, let next = expected.first, PQisBusy(connection) == 0 {
      // Null ends the results of one statement; after a Sync's there is none.
      guard let result = PQgetResult(connection) else {
        switch next {
        case .preparation, .step: expected.removeFirst()
        case .preparationSync, .sync: return lose(PostgresFault(.unreachable, connection: connection))
        }
        continue
      }
      take(result, for: next)
    }
    while self.connection == connection, let notification = PQnotifies(connection) {
      let channel = String(cString: notification.pointee.relname)
      let payload = String(cString: notification.pointee.extra)
      PQfreemem(notification)
      onNotification?(channel, payload)
    }
  }

  private func take(_ result: OpaquePointer, for next: Expected) {
    let status = PQresultStatus(result)
    if status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK {
      let rows = Rows(result)
      if case .step(let exchange) = next { exchange.received(rows) }
      return
    }
    defer { PQclear(result) }
    switch (status, next) {
    case (PGRES_PIPELINE_SYNC, .sync(let exchange)):
      expected.removeFirst()
      exchange.finished()
    case (PGRES_PIPELINE_SYNC, _):
      expected.removeFirst()
    case (PGRES_PIPELINE_ABORTED, _):
      // Behind a failed statement, whose fault the exchange has.
      break
    case (_, .preparation(let statement)):
      prepared[statement.name] = .some(PostgresFault(result: result))
    case (_, .step(let exchange)), (_, .sync(let exchange)):
      exchange.failed(explain(PostgresFault(result: result), of: exchange))
    case (_, .preparationSync):
      break
    }
  }

  /// A statement that could not be prepared is unknown when used: what is worth telling is why. It is prepared anew
  /// the next time.
  private func explain(_ fault: PostgresFault, of exchange: Exchange) -> PostgresFault {
    guard fault.code.rawValue == "26000", exchange.results.count < exchange.steps.count else { return fault }
    let statement = exchange.steps[exchange.results.count].statement
    guard case .some(.some(let reason)) = prepared[statement.name] else { return fault }
    prepared[statement.name] = nil
    return reason
  }

  /// Notices come in the order of the results, so a warning is about what is expected first.
  func noticed(severity: String) {
    guard severity == "WARNING" else { return }
    switch expected.first {
    case .step(let exchange), .sync(let exchange): exchange.warned()
    case .preparation, .preparationSync, nil: break
    }
  }

  // MARK: Connecting

  private func connect() {
    guard isOpen else { return }
    attempts += 1
    connection = withKeywords(parameters) { PQconnectStartParams($0, $1, 0) }
    guard let connection, PQstatus(connection) != CONNECTION_BAD else {
      return loseLater(PostgresFault(.unreachable, connection: connection))
    }
    // Unretained: the adopted socket's closures hold this object until `tearDown`, which ends the PGconn.
    PQsetNoticeReceiver(connection, noticeReceived, Unmanaged.passUnretained(self).toOpaque())
    timer = loop.schedule(after: .seconds(patience)) { [self] in
      timer = nil
      lose(PostgresFault(.unreachable, message: "no answer in \(patience) s"))
    }
    // "As if PQconnectPoll had returned PGRES_POLLING_WRITING", says libpq's manual of the beginning.
    watch(connection, forWriting: true)
  }

  private func advanceConnecting() {
    guard let connection else { return }
    switch PQconnectPoll(connection) {
    case PGRES_POLLING_OK: connected(connection)
    case PGRES_POLLING_READING: watch(connection, forWriting: false)
    case PGRES_POLLING_WRITING: watch(connection, forWriting: true)
    default: lose(PostgresFault(.unreachable, connection: connection))
    }
  }

  /// Adopts the socket anew at every step: libpq may have gone on to another host with another socket, even one of the
  /// same number.
  private func watch(_ connection: OpaquePointer, forWriting: Bool) {
    socket?.close()
    do throws(LoopFault) {
      socket = try loop.adopt(
        descriptor: PQsocket(connection), readable: { [self] in readable() }, writable: { [self] in writable() })
    } catch {
      return loseLater(PostgresFault(.unreachable, message: error.description))
    }
    if forWriting { socket?.wantsWritable() }
  }

  private func connected(_ connection: OpaquePointer) {
    watch(connection, forWriting: false)
    guard socket != nil, PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else {
      return loseLater(PostgresFault(.unreachable, connection: connection))
    }
    if let timer { loop.cancel(timer) }
    timer = nil
    attempts = 0
    isConnected = true
    onStateChanged?(.connected)
  }

  // MARK: Losing

  /// From within a call of the owner, whose answer must not come before the call returns.
  private func loseLater(_ fault: PostgresFault) {
    let lost = connection
    loop.schedule(after: .zero) { [self] in
      if isOpen, connection == lost { lose(fault) }
    }
  }

  private func lose(_ fault: PostgresFault) {
    guard isOpen else { return }
    tearDown()
    // Half of the delay is random, so that many sessions do not return in the same instant.
    let delay = min(2000, 25 << min(attempts, 7))
    timer = loop.schedule(after: .milliseconds(Int.random(in: delay / 2...delay))) { [self] in
      timer = nil
      connect()
    }
    onStateChanged?(.lost(fault))
    abandonAll()
  }

  private func tearDown() {
    if let timer { loop.cancel(timer) }
    timer = nil
    if let silenceTimer { loop.cancel(silenceTimer) }
    silenceTimer = nil
    // First the loop's duplicate, then libpq's own.
    socket?.close()
    socket = nil
    PQfinish(connection)
    connection = nil
    isConnected = false
    isChoked = false
    prepared = [:]
  }

  private func abandonAll() {
    let owed = expected
    expected = []
    for expected in owed {
      if case .sync(let exchange) = expected { exchange.abandoned(.outcomeUnknown) }
    }
  }
}
