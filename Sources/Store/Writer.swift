internal import Identity
internal import Postgres
internal import Rows
internal import ServiceLoop

/// One append on its way, answered exactly once.
@ServiceLoop final class AppendTicket {
  let append: Append
  let then: @ServiceLoop (AppendOutcome.Result) -> Void
  /// PostgreSQL refused a batch this was in because of somebody's data: from now on it goes alone.
  var goesAlone = false
  /// It has been sent and may have been committed: it must not be given up unanswered for.
  var isDoubtful = false
  /// A batch this was in failed because a command of it was stored already: from now on such are looked for first.
  var isSuspect = false

  init(_ append: Append, then: @escaping @ServiceLoop (AppendOutcome.Result) -> Void) {
    self.append = append
    self.then = then
  }
}

/// One connection that appends. While a batch commits, the next gathers: group commit.
///
/// An append is safe to repeat: it moves the log from the head it was decided on, once. So whatever may or may not
/// have been committed is simply sent again. Its row lock waits until the lost session's transaction has ended; if
/// that was committed, the head has moved and the repetition loses, and the rows found under its commands are, to the
/// tag, its own: committed. If the repetition comes first, the straggler loses instead. The repetition's own commit
/// also proves that a standby, where one is required, has everything before it.
///
/// What may be stored already is looked for only when there is reason to: a resent command is, as a rule, recognised
/// before it comes here, so the batch that fails over one is sent again, carefully.
@ServiceLoop final class Writer {
  /// A batch is bounded, so that a large import does not hold up everyone behind it for long.
  private static let mostEvents = 2000
  private static let mostBytes = 2 << 20
  nonisolated static let settings = [
    // G1, whatever the server's default is.
    "synchronous_commit": "on",
    // A statement planned while the tables were empty must not scan them once they are full; and it is planned
    // once. Left to itself PostgreSQL plans every batch of a few rows anew, because a plan for one row looks cheaper
    // than the general one for ten; the planning then costs more than half of the running.
    "enable_seqscan": "off", "plan_cache_mode": "force_generic_plan",
    // With scans forbidden a statement's cost looks so high that PostgreSQL would compile it, which takes seconds.
    "jit": "off",
    // The locks of a node that vanished in the middle of a batch are released soon.
    "tcp_keepalives_idle": "10", "tcp_keepalives_interval": "3", "tcp_keepalives_count": "3",
    "idle_in_transaction_session_timeout": "10s", "lock_timeout": "10s",
  ]

  /// Called when ``isHealthy`` may have changed.
  var onHealth: (() -> Void)?
  /// Called when a batch has been committed.
  var onCommit: (() -> Void)?
  /// Called with every new connection, before anything is sent on it.
  var onConnected: ((PostgresConnection) -> Void)?
  private let connection: PostgresConnection
  private let statements: StatementCatalogue
  private let loop: EventLoop
  private var waiting: [AppendTicket] = []
  private var inFlight: [AppendTicket] = []
  private var faults = 0
  private var isPausing = false
  private var isClosed = false

  init(loop: EventLoop, address: DatabaseAddress, name: String, statements: StatementCatalogue) {
    self.loop = loop
    self.statements = statements
    connection = PostgresConnection(loop: loop, address: address, name: name, settings: Self.settings)
    connection.onStateChanged = { [weak self] state in self?.changed(state) }
  }

  var isHealthy: Bool { connection.isConnected && faults == 0 }
  /// Why it is not healthy, for the operator; nil while it is.
  private(set) var fault: PostgresFault?

  func open() { connection.open() }

  /// Appends that were never sent are answered `unavailable`; what became of the others is not known, and not said.
  func close() {
    isClosed = true
    connection.close()
    let abandoned = waiting
    waiting = []
    for ticket in abandoned where !ticket.isDoubtful { ticket.then(.unavailable) }
  }

  /// Together, so that the first does not go alone.
  func submit(_ tickets: [AppendTicket]) {
    waiting.append(contentsOf: tickets)
    sendNext()
  }

  private func changed(_ state: PostgresConnection.State) {
    switch state {
    case .connected:
      if faults == 0 { fault = nil }
      onConnected?(connection)
      sendNext()
    case .lost(let fault): self.fault = fault
    }
    onHealth?()
  }

  /// Writes a row of the server's own, behind what is in flight.
  func pulse(then: @escaping @ServiceLoop (PostgresFault?) -> Void) {
    connection.execute(statements[.pulse]) { result in
      if case .failure(let fault) = result { then(fault) } else { then(nil) }
    }
  }

  // MARK: Sending

  private func sendNext() {
    guard inFlight.isEmpty, !waiting.isEmpty, !isPausing, connection.isConnected else { return }
    inFlight = takeBatch().sorted { $0.append.log < $1.append.log }
    let isCareful = inFlight.contains { $0.isDoubtful || $0.isSuspect }
    let steps = AppendSteps(inFlight, carefully: isCareful, statements)
    connection.transaction(steps.steps) { [self] result in answered(result.map { $0[steps.answer] }, isCareful) }
  }

  private func takeBatch() -> [AppendTicket] {
    var count = 0
    var events = 0
    var bytes = 0
    for ticket in waiting {
      if ticket.goesAlone && count > 0 { break }
      events += ticket.append.events.count
      bytes += ticket.append.size
      if count > 0 && (events > Self.mostEvents || bytes > Self.mostBytes) { break }
      count += 1
      if ticket.goesAlone { break }
    }
    defer { waiting.removeFirst(count) }
    return Array(waiting.prefix(count))
  }

  private func answered(_ result: Result<Rows, PostgresFault>, _ wasCareful: Bool) {
    let batch = inFlight
    inFlight = []
    switch result {
    case .success(let moved):
      recovered()
      onCommit?()
      settle(batch, moved: Set(moved.map { $0.id(0) }))
    case .failure(let fault) where fault.code == .uniqueViolation && !wasCareful:
      for ticket in batch { ticket.isSuspect = true }
      again(batch, after: nil)
    case .failure(let fault) where fault.isOfTheData:
      // One of them, and one only as a rule: tried alone, it harms nobody else.
      if batch.count == 1, !batch[0].isDoubtful { return reject(batch[0], fault) }
      if batch.count == 1 { return verify(batch, otherwise: fault) }
      for ticket in batch { ticket.goesAlone = true }
      again(batch, after: nil)
    case .failure(let fault):
      if fault.code == .outcomeUnknown { for ticket in batch { ticket.isDoubtful = true } }
      again(batch, after: fault)
    }
    sendNext()
  }

  private func settle(_ batch: [AppendTicket], moved: Set<Identifier>) {
    verify(batch.filter { !moved.contains($0.append.log) }, otherwise: nil)
    for ticket in batch where moved.contains(ticket.append.log) { ticket.then(.committed) }
  }

  // MARK: What was lost, and to whom

  /// Appends that did not move their log: stored already by a session that was lost, or by somebody else, or not.
  private func verify(_ tickets: [AppendTicket], otherwise fault: PostgresFault?) {
    guard !tickets.isEmpty else { return }
    var logs: [Identifier] = []
    var commands: [Identifier] = []
    for ticket in tickets {
      logs.append(contentsOf: repeatElement(ticket.append.log, count: ticket.append.events.count))
      commands.append(contentsOf: ticket.append.events.map(\.command))
    }
    connection.execute(statements[.findCommands], [.ids(logs), .ids(commands)]) { [self] result in
      switch result {
      case .success(let rows):
        let stored = Dictionary(grouping: rows.map(StoredCommand.init(row:)), by: \.log)
        for ticket in tickets {
          ticket.then(Self.outcome(of: ticket, stored: stored[ticket.append.log] ?? [], otherwise: fault))
        }
      case .failure(let fault):
        again(tickets, after: fault)
        sendNext()
      }
    }
    sendNext()
  }

  private static func outcome(
    of ticket: AppendTicket, stored: [StoredCommand], otherwise fault: PostgresFault?
  ) -> AppendOutcome.Result {
    let places = Dictionary(stored.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })
    // Tags are random: the same command at the same place with the same tag is this very append.
    let isOurs = ticket.append.events.allSatisfy { event in
      places[event.command].map { $0.seq == event.seq && $0.tag == event.tag } ?? false
    }
    if isOurs { return .committed }
    if let fault { return .rejected(code: fault.code.rawValue) }
    return .lost(duplicates: stored)
  }

  private func reject(_ ticket: AppendTicket, _ fault: PostgresFault) {
    recovered()
    ticket.then(.rejected(code: fault.code.rawValue))
    sendNext()
  }

  // MARK: Trying again

  private func again(_ tickets: [AppendTicket], after fault: PostgresFault?) {
    if isClosed {
      for ticket in tickets where !ticket.isDoubtful { ticket.then(.unavailable) }
      return
    }
    waiting.insert(contentsOf: tickets, at: 0)
    // A lost connection comes back by its own back-off; anything else that keeps failing is given time.
    guard let fault, fault.code != .notConnected, connection.isConnected else { return }
    // Behind a full disk or a standby that is gone come time-outs of locks: the first reason is the one worth telling.
    if self.fault == nil || !fault.isTransient { self.fault = fault }
    faults = min(faults + 1, 7)
    isPausing = true
    loop.schedule(after: .milliseconds(Int.random(in: 1...(5 << faults)))) { [self] in
      isPausing = false
      sendNext()
    }
    onHealth?()
  }

  private func recovered() {
    guard faults > 0 else { return }
    faults = 0
    fault = nil
    onHealth?()
  }
}

extension StoredCommand {
  /// A row of `find_commands.sql`.
  init(row: Row) {
    self.init(log: row.id(0), command: row.id(1), seq: row.integer(2), tag: row.tag(3), actor: row.id(4))
  }
}
