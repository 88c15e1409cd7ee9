import Board
import DequeModule
import Identity
import Rows

// A log is loaded: from its checkpoint or from its beginning, stretch by stretch, so that a long one holds nobody up.
extension Node {
  mutating func load(_ id: Identifier, _ loaded: LoadedLog?) {
    guard let log = logs[id], !log.isLive else { return }
    if let loaded {
      // A kind this build does not know is a newer version's. The log is there, and cannot be read here.
      guard let kind = LogKind(rawValue: loaded.kind) else { return failToLoad(id, Refusal(.unavailable)) }
      guard loaded.organisation == log.organisation, kind == log.kind else { return failToLoad(id, .notFound) }
    }
    log.ledger = Ledger(id, log.kind, of: loaded)
    if let checkpoint = loaded?.checkpoint {
      do { try log.ledger.begin(with: checkpoint) } catch { return foldAnew(log, checkpoint) }
    }
    load(LogStretch(events: loaded?.events ?? []), into: log)
  }

  /// The checkpoint cannot be read. Every event is stored, so the log is folded from its beginning.
  private mutating func foldAnew(_ log: LiveLog, _ checkpoint: CheckpointRow) {
    effects.append(.report(.checkpointUnreadable(log: log.id, seq: checkpoint.seq)))
    effects.append(.dropCheckpoint(log.id))
    readOn(log)
  }

  /// A stretch of the log has come.
  mutating func load(_ stretch: LogStretch, into log: LiveLog) {
    let before = log.ledger.head
    do throws(FactFault) {
      guard try log.ledger.take(stretch, limits: limits) != nil else { return reload(log) }
    } catch {
      return giveUp(log, error)
    }
    if log.ledger.isWhole { return loaded(log) }
    // An answer to `.read` without news: an event is missing.
    if log.phase.isReading, log.ledger.head == before { return giveUp(log, .unreadable(field: "event")) }
    readOn(log)
  }

  private mutating func readOn(_ log: LiveLog) {
    log.phase.continueLoading()
    effects.append(.read(log.id, from: max(log.ledger.head, 1)))
  }

  private mutating func loaded(_ log: LiveLog) {
    log.ledger.complete()
    let wasReloaded = log.phase.finishLoading()
    let reviewed = log.kind == .directory && wasReloaded ? reviewRights(in: log) : []
    for following in log.followers.all { join(following) }
    for connection in reviewed { advance(connection) }
    settle(log)
    if log.kind == .channel { gather(log) }
    work(on: log)
  }

  /// The next event is not understood: nobody is served a state that may be wrong. Where a newer build wrote it,
  /// everyone is sent on. Else nobody can read it, and what else a connection follows goes on. Without its directory
  /// nothing of an organisation can be served.
  mutating func giveUp(_ log: LiveLog, _ fault: FactFault) {
    let seq = log.ledger.head + 1
    switch fault {
    case .newer(let layout):
      effects.append(.report(.eventNewer(log: log.id, seq: seq, layout: layout)))
      dismiss(log, Refusal(.unavailable), .shuttingDown)
    case .unreadable(let field):
      effects.append(.report(.eventUnreadable(log: log.id, seq: seq, field: field)))
      if log.kind != .directory { turnAway(log.followers.all, Refusal(.unreadable), from: log) }
      dismiss(log, Refusal(.unavailable, .unreadableLog), .internal)
    }
  }

  /// It cannot be loaded.
  mutating func failToLoad(_ id: Identifier, _ refusal: Refusal) {
    guard let log = logs[id], !log.isLive else { return }
    dismiss(log, refusal, .databaseUnavailable)
  }

  /// Nobody who follows the log or waits at it can be served.
  private mutating func dismiss(_ log: LiveLog, _ refusal: Refusal, _ code: CloseCode) {
    if refusal.code == .notFound { turnAway(log.followers.all, refusal, from: log) }
    for following in log.followers.all {
      close(following.connection, code, "log not available", after: limits.farewell)
    }
    logs[log.id] = nil
    waiting.remove(log.id)
    for waiter in log.waiters.takeAll() { refuse(waiter, refusal, code) }
    while let request = log.waiters.line.popFirst() { answer(request, in: nil, .refused(refusal)) }
  }

  /// Their subscriptions end; what else their connections follow goes on.
  private mutating func turnAway(_ followings: [Following], _ refusal: Refusal, from log: LiveLog) {
    for following in followings {
      say(ServerFrame.refused(log: log.id.description, refusal), to: following.connection)
      following.connection.followings.removeAll { $0 === following }
      leave(following)
      release(following.connection)
    }
  }

  /// What is in memory cannot be trusted: the log is loaded anew and everyone gets a fresh page.
  mutating func reload(_ log: LiveLog) {
    log.waiters.line.prepend(contentsOf: log.ledger.takeBack(inFlight: true))
    log.waiters.forgetAbsences()
    waiting.insert(log.id)
    log.phase.reload()
    for following in log.followers.all {
      log.followers.rest(following, at: log.ledger.head)
      following.state = .joining(nil)
    }
    effects.append(.load(log.id))
  }

  /// The log was taken back under this node, or went on from somewhere else.
  mutating func rewound(_ log: LiveLog) {
    effects.append(.report(.logRewound(log: log.id, head: log.ledger.head)))
    reload(log)
  }
}
