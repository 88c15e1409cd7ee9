import Board
import Identity

// The orderly stop: what was accepted is committed and answered, then everyone is sent away.
extension Node {
  mutating func finish() {
    guard !hasStopped, isQuiet else { return }
    hasStopped = true
    for connection in connections.values.sorted(by: { $0.id < $1.id }) { sendAway(connection) }
    for log in logs.values.sorted(by: { $0.id < $1.id }) { save(log, after: limits.snapshotAtRest) }
    effects.append(.stopped)
  }

  /// Not all at once to the next node: each is given another delay.
  mutating func sendAway(_ connection: Connection) {
    let after = Int64.random(in: 0...limits.farewell, using: &generator)
    close(connection, .shuttingDown, "server shutting down", after: after)
  }
}
