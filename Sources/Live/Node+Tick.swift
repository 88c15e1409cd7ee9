import Board
import DequeModule
import Identity

// Time passes.
extension Node {
  mutating func tick() {
    for id in newcomers.sorted() {
      guard let connection = connections[id], case .greeting(let deadline) = connection.stage else { continue }
      if deadline <= now.monotonic { close(connection, .noHello, "no hello") }
    }
    for id in choked.sorted() {
      guard let connection = connections[id], let since = connection.chokedSince else { continue }
      if now.monotonic - since > limits.stall { close(connection, .slow, "nothing read for too long") }
    }
    expireWaiting()
    tellPresence()
    guard now.monotonic >= nextPoll else { return }
    nextPoll = now.monotonic + limits.pollEvery
    unloadIdle()
    poll()
  }

  /// Commands that have waited too long are refused; they may be sent again.
  private mutating func expireWaiting() {
    let patience = isStopping ? limits.patience / 3 : limits.patience
    let deadline = now.monotonic - patience
    for id in waiting.sorted() {
      guard let log = logs[id] else {
        waiting.remove(id)
        continue
      }
      let late = log.queue.filter { $0.arrived <= deadline }
      log.queue.removeAll { $0.arrived <= deadline }
      for request in late { answer(request, in: log, .refused(Refusal(.unavailable))) }
      if log.mustRead, isDatabaseAvailable { read(log) }
      work(on: log)
    }
  }

  private mutating func poll() {
    guard isDatabaseAvailable else { return }
    let live = logs.values.filter(\.isLive)
    for log in live { log.polled = log.head }
    if !live.isEmpty { effects.append(.poll(live.map(\.id).sorted())) }
  }
}
