internal import Identity
internal import Postgres
internal import Rows

/// What one batch asks of the database in one transaction: its rows always, what stands beside them when there is any.
struct AppendSteps {
  private(set) var steps: [(Statement, [Parameter])] = []
  /// Which step answers the logs that moved.
  let answer: Int

  /// - Parameters:
  ///   - batch: one append for each log, in the order of the logs' ids, in which they are locked.
  ///   - carefully: some of it may be stored already, or on its way by a session that was lost.
  init(_ batch: [AppendTicket], carefully: Bool, _ statements: StatementCatalogue) {
    if let new = AppendParameters.create(batch) { steps.append((statements[.createLogs], new)) }
    answer = steps.count
    steps.append((statements[carefully ? .appendCarefully : .append], AppendParameters.append(batch)))
    let beside: [(StatementName, [Parameter]?)] = [
      (.keepTexts, AppendParameters.texts(batch)), (.eraseTexts, AppendParameters.erased(batch)),
      (.keepSeries, AppendParameters.series(batch)), (.keepFigures, AppendParameters.figures(batch)),
      (.rememberActs, AppendParameters.pending(batch)),
      (.settleActs, AppendParameters.settled(batch)), (.muteActs, AppendParameters.muted(batch)),
      (.emptyEvents, AppendParameters.emptied(batch)), (.outdateCheckpoints, AppendParameters.outdated(batch)),
      (.forgetSearch, AppendParameters.unfound(batch)),
    ]
    for case (let name, let parameters?) in beside { steps.append((statements[name], parameters)) }
  }
}
