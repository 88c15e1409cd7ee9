import Board
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
    expireTimers()
    poll()
  }

  private mutating func poll() {
    guard isDatabaseAvailable else { return }
    let live = logs.values.filter(\.isLive)
    for log in live { log.ledger.polled = log.ledger.head }
    if !live.isEmpty { effects.append(.poll(live.map(\.id).sorted())) }
  }
}
