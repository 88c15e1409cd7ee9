import Board
import DequeModule
import Identity
import Rows

// Events of other nodes: this node hears of them, reads them and releases them. It also checks that what is here is
// what is stored.
extension Node {
  /// Someone tells where a log stands. That is compared with what is known here.
  mutating func hear(_ told: Standing) {
    guard let log = logs[told.log], log.isLive else { return }
    if let known = log.ledger.tail.tag(at: told.head), known != told.tag { return read(log, because: .doubt) }
    hear(of: told.log, told.head)
  }

  /// A head someone told of. An append under way will find out by itself.
  mutating func hear(of id: Identifier, _ head: Int64) {
    guard let log = logs[id], log.isLive, head > log.ledger.head else { return }
    log.ledger.hinted = max(log.ledger.hinted, head)
    if log.ledger.inFlight == nil { read(log) }
  }

  /// The database has told where logs stand. One that stands before where it stood when that was asked was rewound.
  mutating func hear(of asked: [Identifier], _ told: [Standing]) {
    let standings = Dictionary(told.map { ($0.log, $0) }, uniquingKeysWith: { $1 })
    for id in asked {
      guard let log = logs[id] else { continue }
      let standing = standings[id] ?? Standing(log: id, head: 0, tag: 0)
      if standing.head < log.ledger.polled { read(log, because: .doubt) } else { hear(standing) }
    }
  }

  /// Reads what is stored from the log's head on, as soon as that can be: the database must be there, and what is in
  /// flight is stored only if the log still stands where it stands here.
  mutating func read(_ log: LiveLog, because cause: LogPhase.Cause = .news) {
    log.phase.fallBehind(cause)
    retry(log)
  }

  /// What could not be read before may be readable now.
  mutating func retry(_ log: LiveLog) {
    guard isDatabaseAvailable, log.ledger.inFlight == nil, log.phase.beginReading() else { return }
    effects.append(.read(log.id, from: max(log.ledger.head, 1)))
  }

  mutating func catchUp(_ id: Identifier, _ stretch: LogStretch) {
    guard let log = logs[id], log.phase.isReading else { return }
    guard log.ledger.isContinued(by: stretch.events) else { return log.isLive ? rewound(log) : reload(log) }
    guard case .reading(let cause) = log.phase else { return load(stretch, into: log) }
    let hasNews = stretch.events.contains { $0.seq > log.ledger.head }
    if hasNews {
      log.waiters.line.prepend(contentsOf: log.ledger.takeBack())
      do throws(FactFault) {
        guard let entries = try log.ledger.take(stretch, limits: limits) else { return reload(log) }
        fanOut(log, entries)
      } catch {
        return giveUp(log, error)
      }
    } else if cause == .loss {
      // The database says that the log stands elsewhere, and shows nothing of it.
      return reload(log)
    } else {
      log.ledger.forgetAhead()
    }
    log.phase.endReading()
    // A long way is read in several stretches.
    if log.ledger.hinted > log.ledger.head, hasNews { read(log) } else { log.ledger.hinted = 0 }
    settle(log)
    work(on: log)
    if hasNews, log.kind == .directory, layout < Fact.newest { gatherChannels(of: log.id) }
  }

  mutating func failToRead(_ id: Identifier) {
    guard let log = logs[id], log.phase.isReading else { return }
    guard log.isLive else { return failToLoad(id, Refusal(.unavailable)) }
    log.phase.failReading()
    waiting.insert(id)
    // These clients have seen more than this node can show them, or ask for it. Another node may know more.
    for waiter in log.waiters.take(.sight) { refuse(waiter, Refusal(.unavailable), .databaseUnavailable) }
  }

  // MARK: The database goes and comes

  /// What has been gathered goes back to the line, where it waits for a while.
  mutating func loseDatabase() {
    isDatabaseAvailable = false
    for log in logs.values.sorted(by: { $0.id < $1.id }) where log.ledger.speculations.hasGathered {
      log.waiters.line.prepend(contentsOf: log.ledger.takeBack())
      waiting.insert(log.id)
      settle(log)
    }
  }

  mutating func regainDatabase() {
    isDatabaseAvailable = true
    nextPoll = now.monotonic
    for log in logs.values.sorted(by: { $0.id < $1.id }) {
      retry(log)
      work(on: log)
    }
  }
}
