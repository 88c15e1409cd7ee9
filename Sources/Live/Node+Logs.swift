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
    return logs[organisation]?.ledger.kind(of: id).map { open(id, of: organisation, $0) }
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
    save(log, after: limits.checkpointAtRest)
    logs[log.id] = nil
  }

  /// A log in use is written after so many events, or half as many as it has records: encoding all of them must not
  /// become what a command costs. Reading that many events takes less than reading the records.
  mutating func saveInUse(_ log: LiveLog) {
    guard log.ledger.head - log.ledger.savedSeq >= limits.checkpointEvery else { return }
    save(log, after: Int64(log.ledger.fold.count / 2))
  }

  mutating func save(_ log: LiveLog, after events: Int64) {
    guard log.phase.isTrusted, log.ledger.isSettled, log.ledger.head - log.ledger.savedSeq >= events else { return }
    effects.append(.saveCheckpoint(log.ledger.checkpoint()))
  }
}
