import Board
import Identity

// A room's time runs out: whichever node sees it says so, by the same command, and the log takes it once.
extension Node {
  mutating func expireTimers() {
    guard isDatabaseAvailable, !isStopping else { return }
    let rooms = logs.values.filter { log in
      guard log.kind == .room, log.phase == .current, !log.isExpiring else { return false }
      return log.ledger.fold.runsOutAt.map { $0 <= now.wall } ?? false
    }
    for log in rooms.sorted(by: { $0.id < $1.id }) {
      guard let expiry = log.ledger.fold.expiry else { continue }
      log.isExpiring = true
      enqueue(
        Submission(
          command: expiry.command, asker: .server(.server(for: expiry.member)), origin: .expiry,
          arrived: now.monotonic),
        of: log.organisation)
    }
  }
}
