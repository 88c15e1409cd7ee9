public import Identity
public import Postgres
public import Rows
public import ServiceLoop

/// What the database is asked for, by intention. Knows rows, not what their JSON means.
///
/// Lives on the service loop. Every call is answered once, later, on the loop. Reads and small writes fail at once when
/// there is no connection; appends wait and repeat themselves until PostgreSQL has said what became of them.
@ServiceLoop public final class Store {
  public typealias Answer<Value> = @ServiceLoop (Result<Value, PostgresFault>) -> Void

  /// ``isAvailable`` may have changed.
  public var onAvailabilityChanged: (@ServiceLoop (Bool) -> Void)?
  /// News of other nodes: logs whose heads moved, sessions that ended. Only hints: any may be lost or come twice.
  public var onHint: (@ServiceLoop (_ heads: [Standing], _ endedSessions: [Identifier]) -> Void)?
  /// The database is another one than before, or the same on another timeline: what was read of it may never have been.
  public var onReplaced: (@ServiceLoop (_ from: String, _ to: String) -> Void)?
  /// Facts of layouts up to this one can be read by every node there is. Told when it is first known, before anything
  /// is available, and when it has changed; `session` is one of a node that reads no newer one.
  public var onLayout: (@ServiceLoop (_ layout: Int, _ session: String) -> Void)?
  /// Who is with another node. Only hints, too.
  public var onSighted: (@ServiceLoop (_ node: String, [Sighting]) -> Void)?
  /// Another node is heard that was not, or not for a while.
  public var onNeighbour: (@ServiceLoop () -> Void)?
  /// Hints are being listened to from now on. What happened before is to be polled for at once.
  public var onListening: (@ServiceLoop () -> Void)?

  let loop: EventLoop
  let statements: StatementCatalogue
  private let desk: PostgresConnection
  /// What is looked for in a hundred thousand rows does not hold up who waits at the desk.
  let searcher: PostgresConnection
  private let writer: Writer
  /// One makes the largest transactions, and so costs PostgreSQL least; but imports have a connection of their own:
  /// what people do by hand does not wait behind hundreds of rows.
  private let importer: Writer
  private let hints: HintChannel
  private let readiness: Readiness
  private var deskFault: PostgresFault?
  private let identification: Identification
  private var isIdentified = false
  private var commonLayout = CommonLayout()
  private var logsInFlight: Set<Identifier> = []
  private var lastAvailability = false

  /// - Parameters:
  ///   - node: names this process among those that share the database; no `|` in it.
  ///   - layout: the newest layout of facts it reads, told to the others in the names of its sessions.
  public init(
    loop: EventLoop, address: DatabaseAddress, node: String, layout: Int, statements: StatementCatalogue
  ) {
    self.loop = loop
    self.statements = statements
    let name = "aftershow/\(layout) \(node)"
    writer = Writer(loop: loop, address: address, name: "\(name) writer", statements: statements)
    importer = Writer(loop: loop, address: address, name: "\(name) importer", statements: statements)
    desk = PostgresConnection(
      loop: loop, address: address, name: "\(name) desk", settings: ["synchronous_commit": "on"])
    searcher = PostgresConnection(loop: loop, address: address, name: "\(name) search", settings: Self.searching)
    hints = HintChannel(loop: loop, address: address, name: "\(name) hints", node: node, statements: statements)
    readiness = Readiness(loop: loop) { [weak writer] then in writer?.pulse(then: then) }
    identification = Identification(loop: loop, statement: statements[.identify])
    identification.onReplaced = { [weak self] from, to in self?.onReplaced?(from, to) }
    desk.onStateChanged = { [weak self] state in self?.deskChanged(state) }
    writer.onCommit = { [readiness] in readiness.committed() }
    for writer in everyWriter { writer.onConnected = { [identification] in identification.ask($0) } }
    for writer in everyWriter { writer.onHealth = { [weak self] in self?.availabilityMayHaveChanged() } }
    hints.onHint = { [weak self] heads, sessions in self?.onHint?(heads, sessions) }
    hints.onSighted = { [weak self] node, sightings in self?.onSighted?(node, sightings) }
    hints.onNeighbour = { [weak self] in self?.onNeighbour?() }
    hints.onListening = { [weak self] in self?.onListening?() }
  }

  /// Connects, and stays connected as far as the world allows. Once.
  public func open() {
    desk.open()
    searcher.open()
    for writer in everyWriter { writer.open() }
    hints.open()
  }

  /// Ends every session. The owner waits for its appends to be answered first; of those that were not, the ones never
  /// sent are answered ``AppendOutcome/Result/unavailable`` and the others not at all.
  public func close() {
    hints.close()
    for writer in everyWriter { writer.close() }
    searcher.close()
    desk.close()
  }

  /// Whether reads are answered and appends committed at present.
  public var isAvailable: Bool { desk.isConnected && isIdentified && everyWriter.allSatisfy(\.isHealthy) }

  /// Since when no question has been answered and no connection made; nil while there is one.
  public var unreachedSince: Int64? { desk.isConnected ? nil : desk.lastHeard }

  /// When another node was last heard of.
  public var othersHeard: Int64? { hints.othersHeard }

  /// What is wrong with the database, for the operator: which connection, and why. Nil when nothing is known to be.
  public var trouble: (connection: String, fault: PostgresFault?)? {
    if !desk.isConnected { return ("desk", deskFault) }
    if !writer.isHealthy { return ("writer", writer.fault) }
    if !importer.isHealthy { return ("importer", importer.fault) }
    return readiness.fault.map { ("writer", $0) }
  }

  /// Whether what is submitted now would be committed: reads are answered, and a commit went through a moment ago or
  /// does now. Answers within two seconds.
  public func probe(then: @escaping @ServiceLoop (Bool) -> Void) {
    guard isAvailable else {
      loop.schedule(after: .zero) { then(false) }
      return
    }
    readiness.ask(then: then)
  }

  /// PostgreSQL's clock, as far as it has been told.
  public var clock: DatabaseClock? { identification.clock }

  /// Asks again which database this is and what time it is there; a new connection is asked by itself.
  public func identify(then: @escaping @ServiceLoop () -> Void = {}) {
    identification.ask(desk) { [weak self] in
      guard let self else { return }
      isIdentified = desk.isConnected
      availabilityMayHaveChanged()
      then()
    }
  }

  /// Asks again which layout of facts every node reads; a new connection is asked by itself.
  public func askLayout() {
    desk.execute(statements[.layouts]) { [weak self] result in
      guard let self, case .success(let rows) = result, let row = rows.first else { return }
      let layout = Int(row.integer(0))
      if commonLayout.hear(layout, at: loop.monotonic) { onLayout?(layout, row.text(1)) }
    }
  }

  private func deskChanged(_ state: PostgresConnection.State) {
    isIdentified = false
    switch state {
    case .connected:
      // Answered in this order: what may be written is known before anything is.
      askLayout()
      identify()
    case .lost(let fault): deskFault = fault
    }
    availabilityMayHaveChanged()
  }

  private var everyWriter: [Writer] { [writer, importer] }

  private func availabilityMayHaveChanged() {
    let availability = isAvailable
    guard availability != lastAvailability else { return }
    lastAvailability = availability
    onAvailabilityChanged?(availability)
  }

  // MARK: Appending

  /// Appends to several logs, each all or nothing and apart from the others, and answers for each as soon as it is
  /// known. They go in one transaction as far as there is room; what is asked for while it commits goes into the next.
  /// A log has one append in flight at a time.
  public func append(_ batch: [Append], each: @escaping @ServiceLoop (AppendOutcome) -> Void) {
    precondition(!batch.isEmpty, "nothing to append")
    var tickets: [AppendTicket] = []
    var imports: [AppendTicket] = []
    for append in batch {
      append.check()
      let log = append.log
      let isFree = logsInFlight.insert(log).inserted
      precondition(isFree, "a second append to one log")
      let ticket = AppendTicket(append) { [weak self] result in
        self?.logsInFlight.remove(log)
        each(AppendOutcome(log: log, result: result))
      }
      if append.isImport { imports.append(ticket) } else { tickets.append(ticket) }
    }
    writer.submit(tickets)
    importer.submit(imports)
  }

  // MARK: Asking

  func ask<Value>(
    _ name: StatementName, _ parameters: [Parameter], then: @escaping Answer<Value>,
    read: @escaping @ServiceLoop (Rows) -> Value
  ) {
    desk.execute(statements[name], parameters) { result in then(result.map(read)) }
  }

  func ask<Value>(
    together steps: [(StatementName, [Parameter])], then: @escaping Answer<Value>,
    read: @escaping @ServiceLoop ([Rows]) -> Value
  ) {
    desk.transaction(steps.map { (statements[$0.0], $0.1) }) { result in then(result.map(read)) }
  }

  // MARK: Hints

  /// Tells the other nodes, soon and together with others, that this node has moved a log.
  public func hint(_ head: Standing) { hints.moved(head) }

  /// Tells the other nodes who is with this one, if there are any.
  public func hint(_ sightings: [Sighting]) { hints.sighted(sightings) }

  /// Tells the other nodes that sessions have ended, so that they close their sockets. Ending a session does this by
  /// itself.
  public func hint(endedSessions: [Identifier]) { hints.ended(endedSessions) }
}
