import Board
import Identity

// Everyone is sent away: because the node stops, or because others can serve them better.
extension Node {
  /// The orderly stop: what was accepted is committed and answered first.
  mutating func finish() {
    guard !hasStopped, isQuiet else { return }
    hasStopped = true
    for connection in everyone { sendAway(connection) }
    for log in logs.values.sorted(by: { $0.id < $1.id }) { save(log, after: limits.checkpointAtRest) }
    effects.append(.stopped)
  }

  /// The database cannot be reached from here. A node alone keeps its people: they have nowhere better to go.
  mutating func leaveToOthers(_ since: Int64, _ othersHeard: Int64?) {
    guard let othersHeard, since - othersHeard <= limits.neighbourhood else { return }
    guard now.monotonic - since >= limits.seclusion else { return }
    for connection in everyone { sendAway(connection, .databaseUnavailable, "database not reached") }
  }

  var everyone: [Connection] { connections.values.sorted { $0.id < $1.id } }

  /// Each connection gets another delay, so that they do not all reach the next node at once.
  mutating func sendAway(
    _ connection: Connection, _ code: CloseCode = .shuttingDown, _ reason: String = "server shutting down"
  ) {
    close(connection, code, reason, after: Int64.random(in: 0...limits.farewell, using: &generator))
  }
}
