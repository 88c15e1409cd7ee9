internal import ServiceLoop

/// What was asked for in one breath: its statements are one transaction, ended by one Sync.
@ServiceLoop final class Exchange {
  let steps: [(statement: Statement, parameters: [Parameter])]
  private let then: @ServiceLoop (Result<[Rows], PostgresFault>) -> Void
  private(set) var results: [Rows] = []
  private var fault: PostgresFault?
  private var isCommitDoubtful = false

  init(
    _ steps: [(Statement, [Parameter])], then: @escaping @ServiceLoop (Result<[Rows], PostgresFault>) -> Void
  ) {
    self.steps = steps
    self.then = then
  }

  func received(_ rows: Rows) { results.append(rows) }

  /// The first fault tells; the statements behind it are skipped by the server.
  func failed(_ fault: PostgresFault) { self.fault = self.fault ?? fault }

  /// The server warned while this was its business. At commit that means: committed here, perhaps not on the standby.
  func warned() { isCommitDoubtful = true }

  /// The Sync's answer has come.
  func finished() {
    if let fault { return then(.failure(fault)) }
    then(isCommitDoubtful ? .failure(PostgresFault(.outcomeUnknown)) : .success(results))
  }

  /// No answer will come. A statement refused before that has rolled the whole back already, so that is known.
  func abandoned(_ code: PostgresFault.Code) {
    if let fault, !fault.endsConnection { return then(.failure(fault)) }
    then(.failure(PostgresFault(code)))
  }
}

/// What the server owes, in order.
enum Expected {
  case preparation(Statement)
  case preparationSync
  case step(Exchange)
  case sync(Exchange)
}
