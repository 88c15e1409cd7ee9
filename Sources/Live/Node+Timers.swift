import Board
import Identity

// A room's time runs out: whichever node sees it says so, by the same command, and the log takes it once.
extension Node {
  mutating func expireTimers() {
    guard isDatabaseAvailable, !isStopping else { return }
    for log in logs.values.sorted(by: { $0.id < $1.id }) where log.kind == .room && log.phase == .current {
      guard !log.isExpiring, let expiry = log.ledger.fold.expiry, expiry.at <= now.wall else { continue }
      log.isExpiring = true
      enqueue(
        Submission(
          command: expiry.command, asker: .server(.server(for: expiry.member)), origin: .expiry,
          arrived: now.monotonic),
        of: log.organisation)
    }
  }
}
