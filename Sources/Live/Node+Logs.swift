import Board
import DequeModule
import Identity

// Logs come into memory and leave it.
extension Node {
  /// The log of that id, loading if it was not in memory.
  mutating func open(_ id: Identifier, of organisation: Identifier, _ kind: LogKind) -> LiveLog {
    if let log = logs[id] { return log }
    let log = LiveLog(id: id, organisation: organisation, kind: kind)
    log.idleSince = now.monotonic
    logs[id] = log
    effects.append(.load(id))
    return log
  }

  /// The log if the organisation has it. Its directory must be in memory.
  mutating func find(_ id: Identifier, of organisation: Identifier) -> LiveLog? {
    // A directory that names another's log does not make it its own.
    if let log = logs[id] { return log.organisation == organisation ? log : nil }
    return logs[organisation]?.kind(of: id).map { open(id, of: organisation, $0) }
  }

  mutating func resume(_ deferred: Deferred, in directory: LiveLog) {
    switch deferred {
    case .request(let request): enqueue(request, of: directory.organisation)
    case .look(let ticket, let log): look(ticket, directory.organisation, log)
    case .greeting(let id):
      guard let connection = connections[id] else { return }
      // Those resumed before it may have had something decided.
      if directory.isSettled { welcome(connection) } else { directory.deferred.append(deferred) }
    }
  }

  mutating func refuse(_ deferred: Deferred, _ refusal: Refusal, _ code: CloseCode) {
    switch deferred {
    case .request(let request): answer(request, in: nil, .refused(refusal))
    case .look(let ticket, _): effects.append(.looked(ticket, .failure(refusal)))
    case .greeting(let id):
      if let connection = connections[id] { close(connection, code, "directory not available", after: limits.farewell) }
    }
  }

  /// Logs nobody has needed for a while leave memory.
  mutating func unloadIdle() {
    var inUse = Set(attendances.values.map(\.organisation))
    for log in logs.values where log.kind != .directory { inUse.insert(log.organisation) }
    var idle: [LiveLog] = []
    for log in logs.values {
      let isNeeded = log.isBusy || log.kind == .directory && inUse.contains(log.organisation)
      if isNeeded {
        log.idleSince = nil
      } else if let since = log.idleSince {
        if now.monotonic - since >= limits.idle { idle.append(log) }
      } else {
        log.idleSince = now.monotonic
      }
    }
    for log in idle.sorted(by: { $0.id < $1.id }) { unload(log) }
  }

  private mutating func unload(_ log: LiveLog) {
    save(log, after: limits.snapshotAtRest)
    logs[log.id] = nil
    attended.remove(log.id)
  }

  /// A log in use is written after so many events, or half as many as it has records: encoding all of them must not
  /// become what a command costs. Reading that many events takes less than reading the records.
  mutating func saveInUse(_ log: LiveLog) {
    guard log.head - log.savedSeq >= limits.snapshotEvery else { return }
    save(log, after: Int64(log.fold.count / 2))
  }

  mutating func save(_ log: LiveLog, after events: Int64) {
    guard log.isLive, log.isSettled, !log.isDoubted, log.head - log.savedSeq >= events else { return }
    effects.append(.saveSnapshot(log.checkpoint()))
  }
}

extension LiveLog {
  /// Whether anyone follows it or waits for it, or something of it is under way.
  fileprivate var isBusy: Bool {
    !isLive || hasFollowers || !queue.isEmpty || !isSettled || isReading || mustRead || !needers.isEmpty
      || !lookers.isEmpty || !deferred.isEmpty || !sought.isEmpty
  }
}
