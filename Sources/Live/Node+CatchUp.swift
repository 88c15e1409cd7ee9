import Board
import DequeModule
import Identity

// Events of other nodes: heard of, read, released. And whether what is here is what is stored.
extension Node {
  /// Where a log stands, as someone told: what is known here is compared.
  mutating func hear(_ told: Standing) {
    guard let log = logs[told.log], log.isLive else { return }
    if let known = log.tail.tag(at: told.head), known != told.tag { return doubt(log) }
    hear(of: told.log, told.head)
  }

  /// A head someone told of. An append under way will find out by itself.
  mutating func hear(of id: Identifier, _ head: Int64) {
    guard let log = logs[id], log.isLive, head > log.head, head > log.hinted || log.inFlight == nil else { return }
    log.hinted = max(log.hinted, head)
    if log.inFlight == nil { read(log) }
  }

  /// The database has told where logs stand. One that stands before where it stood when that was asked was rewound.
  mutating func hear(of asked: [Identifier], _ told: [Standing]) {
    let standings = Dictionary(told.map { ($0.log, $0) }, uniquingKeysWith: { $1 })
    for id in asked {
      guard let log = logs[id] else { continue }
      let standing = standings[id] ?? Standing(log: id, head: 0, tag: 0)
      if standing.head < log.polled { doubt(log) } else { hear(standing) }
    }
  }

  /// What is here may not be what is stored: that is read from this log's head on before anything more is decided.
  mutating func doubt(_ log: LiveLog) {
    guard log.isLive else { return }
    log.isDoubted = true
    // What is in flight is stored only if the log still stands where it stands here.
    if log.inFlight == nil { read(log) }
  }

  mutating func read(_ log: LiveLog) {
    guard !log.isReading else { return }
    log.isReading = isDatabaseAvailable
    log.mustRead = !isDatabaseAvailable
    guard isDatabaseAvailable else { return }
    effects.append(.read(log.id, from: max(log.head, 1)))
  }

  mutating func catchUp(_ id: Identifier, _ stored: [StoredEvent]) {
    guard let log = logs[id], log.isReading else { return }
    guard log.isContinued(by: stored) else {
      log.isReading = false
      return log.isLive ? rewound(log) : reload(log)
    }
    guard log.isLive else { return load(stored, into: log) }
    log.isReading = false
    let hasNews = stored.contains { $0.seq > log.head }
    if hasNews {
      log.queue.prepend(contentsOf: log.takeBack())
      do {
        guard let entries = try log.take(stored, limits: limits) else { return reload(log) }
        fanOut(log, entries)
      } catch {
        return giveUp(log)
      }
    } else if log.wasLost {
      // The database says that the log stands elsewhere, and shows nothing of it.
      return reload(log)
    } else {
      log.forgetAhead()
    }
    log.wasLost = false
    log.isDoubted = false
    // A long way is read in several stretches.
    if log.hinted > log.head, hasNews { read(log) } else { log.hinted = 0 }
    settle(log)
    work(on: log)
  }

  mutating func failToRead(_ id: Identifier) {
    guard let log = logs[id], log.isReading else { return }
    log.isReading = false
    guard log.isLive else { return failToLoad(id, Refusal(.unavailable)) }
    log.mustRead = true
    waiting.insert(id)
    // They have seen more than this node can show them: another one may be better off.
    for following in log.takeJoiners() {
      close(following.connection, .databaseUnavailable, "log not available", after: limits.farewell)
    }
    for ticket in log.takeLookers() { effects.append(.looked(ticket, .failure(Refusal(.unavailable)))) }
    for deferred in log.takeDeferred() {
      if case .greeting = deferred { refuse(deferred, Refusal(.unavailable), .databaseUnavailable) }
    }
  }

  // MARK: The database goes and comes

  /// What has been gathered goes back to the line, where it waits for a while.
  mutating func loseDatabase() {
    isDatabaseAvailable = false
    for log in logs.values.sorted(by: { $0.id < $1.id }) where log.hasGathered {
      log.queue.prepend(contentsOf: log.takeBack())
      waiting.insert(log.id)
      settle(log)
    }
  }

  mutating func regainDatabase() {
    isDatabaseAvailable = true
    nextPoll = now.monotonic
    for log in logs.values.sorted(by: { $0.id < $1.id }) {
      if log.mustRead { read(log) }
      work(on: log)
    }
  }
}
