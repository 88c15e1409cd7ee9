import Board
import Identity
import JSON
import ServiceLoop
import Store

// Deletes words whose time has come, and sessions and links nobody can use any more. That cannot be undone, so
// PostgreSQL's clock decides, and a node whose own clock differs deletes nothing.
extension Stage {
  static let sweep = Duration.seconds(3600)

  func sweep() {
    guard store.isAvailable, !isStopping else { return }
    guard clocksAgree else { return Journal.write(.error, "sweep.omitted", ["reason": "clock.differs"]) }
    sweepFigures()
    sweepSearch()
    sweepWords(after: nil)
    store.sweepPeople(now: now) { _ in }
  }

  /// All logs that are due, some at a time: each must be in memory to forget.
  private func sweepWords(after last: Identifier?) {
    store.logsWithExpiredTexts(after: last) { [weak self] result in
      guard let self, case .success(let due) = result, let end = due.last?.log else { return }
      var left = due.count
      for (log, organisation) in due {
        forgetExpiredWords(of: log, in: organisation) { [weak self] in
          left -= 1
          if left == 0 { self?.sweepWords(after: end) }
        }
      }
    }
  }

  /// An event like any other, so that every node and every client forgets with the database.
  private func forgetExpiredWords(
    of log: Identifier, in organisation: Identifier, then: @escaping @ServiceLoop () -> Void
  ) {
    guard let time = databaseTime, clocksAgree, !isStopping else { return }
    let command = Command(
      id: CommandID.fresh(at: now), log: log, op: "questions.expire", args: ["by": .number(.int(time))])
    submit(command, by: .server(for: organisation), in: organisation) { result in
      if case .failure(let refusal) = result {
        Journal.write(.warning, "words.kept", ["log": "\(log)", "code": refusal.code.rawValue])
      }
      then()
    }
  }
}
