import Board
import DequeModule
import Identity

// Those who wait at a log get their turn, or are told that it will not come.
extension Node {
  /// The log may have become settled: whoever has waited for that has their turn.
  mutating func settle(_ log: LiveLog) {
    guard log.isLive, log.ledger.isSettled else { return }
    saveInUse(log)
    for waiter in log.waiters.take(.settling) { resume(waiter, at: log) }
    if !log.phase.isReading { admit(log) }
  }

  /// Those who wanted to see the newest state first.
  mutating func admit(_ log: LiveLog) {
    for waiter in log.waiters.take(.sight) { resume(waiter, at: log) }
  }

  /// One resumed before may have had something decided.
  private mutating func resume(_ waiter: Waiter, at log: LiveLog) {
    switch waiter {
    case .seeker(let request), .request(let request): enqueue(request, of: log.organisation)
    case .needer(let id): if let needer = logs[id] { work(on: needer) }
    case .joiner(let following): start(following)
    case .look(let ticket, let other): look(ticket, log.organisation, other)
    case .greeting, .looker:
      guard log.ledger.isSettled else { return log.waiters.add(waiter) }
      if case .greeting(let id) = waiter, let connection = connections[id] { welcome(connection) }
      if case .looker(let ticket) = waiter { show(log, to: ticket) }
    }
  }

  /// What they wait for will not come.
  mutating func refuse(_ waiter: Waiter, _ refusal: Refusal, _ code: CloseCode) {
    switch waiter {
    case .seeker(let request), .request(let request): answer(request, in: nil, .refused(refusal))
    case .looker(let ticket), .look(let ticket, _): effects.append(.looked(ticket, .failure(refusal)))
    case .joiner(let following): close(following.connection, code, "log not available", after: limits.farewell)
    case .greeting(let id):
      if let connection = connections[id] { close(connection, code, "directory not available", after: limits.farewell) }
    case .needer(let id):
      guard let needer = logs[id], let request = needer.waiters.line.popFirst() else { return }
      answer(request, in: needer, .refused(Refusal(.unavailable)))
      work(on: needer)
    }
  }

  /// Commands that have waited too long are refused; they may be sent again.
  mutating func expireWaiting() {
    let patience = isStopping ? limits.patience / 3 : limits.patience
    let deadline = now.monotonic - patience
    for id in waiting.sorted() {
      guard let log = logs[id] else {
        waiting.remove(id)
        continue
      }
      let late = log.waiters.line.filter { $0.arrived <= deadline }
      log.waiters.line.removeAll { $0.arrived <= deadline }
      for request in late { answer(request, in: log, .refused(Refusal(.unavailable))) }
      retry(log)
      work(on: log)
    }
  }
}
