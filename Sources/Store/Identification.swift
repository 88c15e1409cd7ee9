internal import Postgres
internal import ServiceLoop

/// Which database this is, and what time it is there: asked at every new connection, and now and then.
@ServiceLoop final class Identification {
  /// It is another one than before, or the same on another timeline.
  var onReplaced: ((_ from: String, _ to: String) -> Void)?
  private(set) var clock: DatabaseClock?
  private let loop: EventLoop
  private let statement: Statement
  /// System identifier and timeline.
  private var known: String?

  init(loop: EventLoop, statement: Statement) {
    self.loop = loop
    self.statement = statement
  }

  /// `then` comes when it is known, or cannot be.
  func ask(_ connection: PostgresConnection, then: @escaping @ServiceLoop () -> Void = {}) {
    connection.execute(statement) { [weak self] result in
      if case .success(let rows) = result, let row = rows.first { self?.heard(row) }
      then()
    }
  }

  private func heard(_ row: Row) {
    clock = DatabaseClock(told: row.integer(2), heard: loop.monotonic)
    let told = "\(row.text(0))/\(row.text(1))"
    guard let known, known != told else {
      known = told
      return
    }
    self.known = told
    onReplaced?(known, told)
  }
}
