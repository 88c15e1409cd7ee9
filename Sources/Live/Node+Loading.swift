import Board
import DequeModule
import Identity

// A log is loaded: from its checkpoint or from its beginning, stretch by stretch, so that a long one holds nobody up.
extension Node {
  mutating func load(_ id: Identifier, _ loaded: Loaded?) {
    guard let log = logs[id], !log.isLive else { return }
    if let loaded, loaded.organisation != log.organisation || loaded.kind != log.kind {
      return failToLoad(id, .notFound)
    }
    do {
      try log.begin(with: loaded?.snapshot, of: loaded)
      load(loaded?.events ?? [], into: log)
    } catch {
      foldAnew(log, loaded)
    }
  }

  /// The checkpoint cannot be read, and need not be: every event is there.
  private mutating func foldAnew(_ log: LiveLog, _ loaded: Loaded?) {
    effects.append(.report(.checkpointUnreadable(log: log.id, seq: loaded?.snapshot?.seq ?? 0)))
    effects.append(.dropSnapshot(log.id))
    do {
      try log.begin(with: nil, of: loaded)
    } catch {
      preconditionFailure("nothing cannot be read")
    }
    readOn(log)
  }

  /// A stretch of the log has come.
  mutating func load(_ stored: [StoredEvent], into log: LiveLog) {
    let before = log.head
    do {
      guard try log.take(stored, limits: limits) != nil else { return reload(log) }
    } catch {
      return giveUp(log)
    }
    if log.isWhole { return loaded(log) }
    // An answer to `.read` without news: an event is missing.
    if log.isReading, log.head == before { return giveUp(log) }
    readOn(log)
  }

  private mutating func readOn(_ log: LiveLog) {
    log.isReading = true
    effects.append(.read(log.id, from: max(log.head, 1)))
  }

  private mutating func loaded(_ log: LiveLog) {
    log.isReading = false
    log.complete()
    let reviewed = log.kind == .directory && log.isReloading ? reviewRights(in: log) : []
    log.isReloading = false
    for following in log.followings.values.flatMap(\.self).sorted(by: { $0.connection.id < $1.connection.id }) {
      join(following)
    }
    for connection in reviewed { advance(connection) }
    settle(log)
    work(on: log)
  }

  /// An event this version cannot read: nobody is served a state that may be wrong; everyone is sent where there may be a
  /// newer version.
  mutating func giveUp(_ log: LiveLog) {
    effects.append(.report(.eventUnreadable(log: log.id, seq: log.head + 1)))
    log.stage = .loading
    failToLoad(log.id, Refusal(.unavailable), .internal)
  }

  /// Nobody who waits for the log can be served.
  mutating func failToLoad(_ id: Identifier, _ refusal: Refusal, _ code: CloseCode = .databaseUnavailable) {
    guard let log = logs[id], !log.isLive else { return }
    let followings = log.followings.values.flatMap(\.self).sorted { $0.connection.id < $1.connection.id }
    for following in followings {
      if refusal.code == .notFound {
        say(ServerFrame.refused(log: id.description, refusal), to: following.connection)
        following.connection.followings.removeAll { $0 === following }
        leave(following)
        release(following.connection)
      } else {
        close(following.connection, code, "log not available", after: limits.farewell)
      }
    }
    logs[id] = nil
    waiting.remove(id)
    for deferred in log.deferred { refuse(deferred, refusal, code) }
    for ticket in log.lookers { effects.append(.looked(ticket, .failure(refusal))) }
    for request in log.sought { answer(request, in: nil, .refused(refusal)) }
    while !log.queue.isEmpty { answer(log.queue.removeFirst(), in: nil, .refused(refusal)) }
    for needer in log.needers.sorted() {
      guard let needer = logs[needer], let request = needer.queue.first else { continue }
      needer.queue.removeFirst()
      answer(request, in: needer, .refused(Refusal(.unavailable)))
      work(on: needer)
    }
  }

  /// What is in memory cannot be trusted: the log is loaded anew and everyone gets a snapshot.
  mutating func reload(_ log: LiveLog) {
    log.queue.prepend(contentsOf: log.takeBack(inFlight: true))
    // What the database said of the log that was is not true of the one that comes.
    for request in log.queue { request.absentUpTo = nil }
    for request in log.sought { request.absentUpTo = nil }
    waiting.insert(log.id)
    log.stage = .loading
    log.isReloading = true
    log.isReading = false
    log.mustRead = false
    log.wasLost = false
    for following in log.followings.values.flatMap(\.self) {
      log.rest(following)
      following.state = .joining(nil)
    }
    effects.append(.load(log.id))
  }

  /// The log was taken back under this node, or went on from somewhere else.
  mutating func rewound(_ log: LiveLog) {
    effects.append(.report(.logRewound(log: log.id, head: log.head)))
    reload(log)
  }
}
