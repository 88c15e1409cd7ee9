import Board
import DequeModule
import Identity

// Events of other nodes: heard of, read, released.
extension Node {
  /// A head someone told of. An append under way will find out by itself.
  mutating func hear(of id: Identifier, _ head: Int64) {
    guard let log = logs[id], log.isLive, head > log.head, head > log.hinted || log.inFlight == nil else { return }
    log.hinted = max(log.hinted, head)
    if log.inFlight == nil { read(log) }
  }

  mutating func read(_ log: LiveLog) {
    guard !log.isReading else { return }
    log.isReading = isDatabaseAvailable
    log.mustRead = !isDatabaseAvailable
    guard isDatabaseAvailable else { return }
    effects.append(.read(log.id, after: log.head))
  }

  mutating func catchUp(_ id: Identifier, _ stored: [StoredEvent]) {
    guard let log = logs[id], log.isLive, log.isReading else { return }
    log.isReading = false
    if stored.contains(where: { $0.seq > log.head }) {
      log.queue.prepend(contentsOf: log.takeBack())
      do {
        guard let entries = try log.take(stored, limits: limits) else { return reload(log) }
        fanOut(log, entries)
      } catch {
        // An event this version cannot read: everyone is sent where there may be a newer one.
        log.stage = .loading
        return failToLoad(id, Refusal(.unavailable), .internal)
      }
    } else if log.wasLost {
      // The database has another log than we: an older one was restored.
      return reload(log)
    } else {
      log.forgetAhead()
    }
    log.wasLost = false
    // A long way is read in several stretches.
    if log.hinted > log.head, !stored.isEmpty { read(log) } else { log.hinted = 0 }
    settle(log)
    work(on: log)
  }

  mutating func failToRead(_ id: Identifier) {
    guard let log = logs[id], log.isReading else { return }
    log.isReading = false
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
