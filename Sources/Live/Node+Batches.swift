import Board
import DequeModule
import Identity

// Commit: what the round has gathered becomes one append; its outcome releases or takes back.
extension Node {
  mutating func endRound() {
    for id in lagging.sorted() {
      if let connection = connections[id] { advance(connection) }
    }
    guard isDatabaseAvailable else { return }
    let ready = gathered.sorted().compactMap { logs[$0] }.filter {
      $0.hasGathered && $0.inFlight == nil && !$0.isReading && !$0.mustRead
    }
    guard !ready.isEmpty else { return }
    batches += 1
    let batch = BatchID(batches)
    for log in ready { gathered.remove(log.id) }
    effects.append(.append(batch, ready.map { $0.dispatch(batch) }))
  }

  mutating func finish(_ batch: BatchID, _ outcome: AppendOutcome) {
    guard let log = logs[outcome.log], log.inFlight?.batch == batch else { return }
    switch outcome.result {
    case .committed: committed(log)
    case .lost(let duplicates): lost(log, duplicates)
    case .rejected: rejected(log)
    case .unavailable:
      log.queue.prepend(contentsOf: log.takeBack(inFlight: true))
      settle(log)
      work(on: log)
    }
    if log.isDoubted, log.isLive { read(log) }
  }

  private mutating func committed(_ log: LiveLog) {
    let done = log.commit(limits: limits)
    let requests = done.flatMap(\.speculation.requests)
    fanOut(log, done.map(\.entry), answering: requests.compactMap(\.connection))
    for (speculation, _) in done {
      answer(speculation.request, in: log, .stored(seq: speculation.event.seq))
      for rider in speculation.riders { answer(rider.request, in: log, rider.answer(to: speculation)) }
    }
    effects.append(.hint(log.standing))
    for (speculation, _) in done {
      for act in speculation.decision.pending { begin(act, source: log.id, organisation: log.organisation) }
    }
    if log.hinted > log.head { read(log) }
    settle(log)
    work(on: log)
    if log.queue.isEmpty { log.isCautious = false }
  }

  private mutating func lost(_ log: LiveLog, _ duplicates: [Duplicate]) {
    let requests = log.takeBack(inFlight: true, asLoss: duplicates.isEmpty)
    for duplicate in duplicates { log.note(duplicate) }
    log.wasLost = duplicates.isEmpty
    let (tired, again) = (
      requests.filter { $0.losses >= limits.lostRaces }, requests.filter { $0.losses < limits.lostRaces }
    )
    log.queue.prepend(contentsOf: again)
    waiting.insert(log.id)
    for request in tired { answer(request, in: log, .refused(Refusal(.busy))) }
    read(log)
  }

  /// One of the rows cannot be stored. Alone, it is refused; of several, each is tried alone.
  private mutating func rejected(_ log: LiveLog) {
    let isAlone = log.inFlight?.count == 1
    var requests = log.takeBack(inFlight: true)
    let culprit = isAlone ? requests.removeFirst() : nil
    log.isCautious = !requests.isEmpty
    log.queue.prepend(contentsOf: requests)
    if let culprit { answer(culprit, in: log, .refused(Refusal(.invalid))) }
    settle(log)
    work(on: log)
  }

  /// The log may have become settled: whoever has waited for that has their turn.
  mutating func settle(_ log: LiveLog) {
    guard log.isLive, log.isSettled else { return }
    saveInUse(log)
    let needers = log.needers.sorted()
    log.needers = []
    for needer in needers {
      if let needer = logs[needer] { work(on: needer) }
    }
    if !log.isReading { admit(log) }
  }

  /// Those who wanted to see the newest state first.
  mutating func admit(_ log: LiveLog) {
    show(log)
    for following in log.takeJoiners() { start(following) }
    for deferred in log.takeDeferred() { resume(deferred, in: log) }
  }
}
