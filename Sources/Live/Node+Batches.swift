import Board
import DequeModule
import Identity
import Rows

// Commit: what the round has gathered becomes one append; its outcome releases or takes back.
extension Node {
  mutating func endRound() {
    for id in lagging.sorted() {
      if let connection = connections[id] { advance(connection) }
    }
    guard isDatabaseAvailable else { return }
    let ready = gathered.sorted().compactMap { logs[$0] }.filter {
      $0.phase == .current && $0.ledger.inFlight == nil && $0.ledger.speculations.hasGathered
    }
    guard !ready.isEmpty else { return }
    batches += 1
    let batch = BatchID(batches)
    for log in ready { gathered.remove(log.id) }
    effects.append(.append(batch, ready.map { $0.ledger.depart(batch, of: $0.organisation) }))
  }

  mutating func finish(_ batch: BatchID, _ outcome: AppendOutcome) {
    guard let log = logs[outcome.log], log.ledger.inFlight?.batch == batch else { return }
    switch outcome.result {
    case .committed: committed(log)
    case .lost(let duplicates): lost(log, duplicates)
    case .rejected(let code): rejected(log, code)
    case .unavailable:
      log.waiters.line.prepend(contentsOf: log.ledger.takeBack(inFlight: true))
      settle(log)
      work(on: log)
    }
    retry(log)
  }

  private mutating func committed(_ log: LiveLog) {
    let done = log.ledger.commit(limits: limits)
    let requests = done.flatMap(\.speculation.requests)
    fanOut(log, done.map(\.entry), answering: requests.compactMap(\.connection))
    for (speculation, _) in done {
      answer(speculation.request, in: log, .stored(seq: speculation.event.seq, undo: speculation.undo))
      for rider in speculation.riders { answer(rider.request, in: log, rider.answer(to: speculation)) }
    }
    effects.append(.hint(log.ledger.standing))
    for (speculation, _) in done {
      for act in speculation.decision.pending { begin(act, source: log.id, organisation: log.organisation) }
    }
    if log.ledger.hinted > log.ledger.head { read(log) }
    settle(log)
    work(on: log)
  }

  private mutating func lost(_ log: LiveLog, _ duplicates: [StoredCommand]) {
    let requests = log.ledger.takeBack(inFlight: true, asLoss: duplicates.isEmpty)
    for duplicate in duplicates { log.ledger.note(duplicate) }
    let (tired, again) = (
      requests.filter { $0.losses >= limits.lostRaces }, requests.filter { $0.losses < limits.lostRaces }
    )
    log.waiters.line.prepend(contentsOf: again)
    waiting.insert(log.id)
    for request in tired { answer(request, in: log, .refused(Refusal(.busy))) }
    read(log, because: duplicates.isEmpty ? .loss : .news)
  }

  /// One of the rows cannot be stored. Of several commands each is then tried alone, and a lone one is refused.
  private mutating func rejected(_ log: LiveLog, _ code: String) {
    effects.append(.report(.appendRejected(log: log.id, code: code)))
    let isAlone = log.ledger.inFlight?.count == 1
    var requests = log.ledger.takeBack(inFlight: true)
    let culprit = isAlone ? requests.removeFirst() : nil
    for request in requests { request.goesAlone = true }
    log.waiters.line.prepend(contentsOf: requests)
    if let culprit { answer(culprit, in: log, .refused(Refusal(.invalid))) }
    settle(log)
    work(on: log)
  }
}
