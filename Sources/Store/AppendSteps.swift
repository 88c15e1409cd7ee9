internal import Identity
internal import Postgres
internal import Rows

/// What one batch asks of the database in one transaction: its rows always, what stands beside them when there is any.
struct AppendSteps {
  private(set) var steps: [(Statement, [Parameter])] = []
  /// Which step answers the logs that moved.
  let answer: Int

  /// - Parameters:
  ///   - appends: one for each log, in the order of the logs' ids, in which they are locked.
  ///   - carefully: some of it may be stored already, or on its way by a session that was lost.
  init(_ appends: [Append], carefully: Bool, _ statements: StatementCatalogue) {
    if let new = AppendParameters.create(appends) { steps.append((statements[.createLogs], new)) }
    answer = steps.count
    steps.append((statements[carefully ? .appendCarefully : .append], AppendParameters.append(appends)))
    let beside: [(StatementName, [Parameter]?)] = [
      (.keepTexts, AppendParameters.texts(appends)), (.eraseTexts, AppendParameters.erased(appends)),
      (.keepSeries, AppendParameters.series(appends)), (.rememberActs, AppendParameters.pending(appends)),
      (.settleActs, AppendParameters.settled(appends)), (.muteActs, AppendParameters.muted(appends)),
      (.emptyEvents, AppendParameters.emptied(appends)), (.outdateCheckpoints, AppendParameters.outdated(appends)),
    ]
    for case (let name, let parameters?) in beside { steps.append((statements[name], parameters)) }
  }
}
