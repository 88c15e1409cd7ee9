public import Identity
internal import Postgres
public import Rows

/// What stands beside the logs: words, minute series, acts that another log must take.
extension Store {
  /// Logs that keep words whose time has come by PostgreSQL's clock, at most 100 of those behind `last` in the order of
  /// their ids. The log forgets them by an event.
  public func logsWithExpiredTexts(
    after last: Identifier? = nil, then: @escaping Answer<[(log: Identifier, organisation: Identifier)]>
  ) {
    ask(.expiredTexts, [.id(last)], then: then) { rows in rows.map { (log: $0.id(0), organisation: $0.id(1)) } }
  }

  /// JSON; nil when there is no such series.
  public func series(_ series: String, of log: Identifier, then: @escaping Answer<[UInt8]?>) {
    ask(.series, [.id(log), .text(series)], then: then) { $0.first?.json(0) }
  }

  /// Acts that nobody has completed, the oldest first, of those requested by `before`: any node may complete them.
  /// The node that committed the request does so at once; leaving it a second avoids doing most of them twice.
  /// - Parameter last: the last of those asked for before; nil: from the oldest on.
  public func pendingActs(
    before: Int64 = .max, after last: UnfinishedAct? = nil, limit: Int, then: @escaping Answer<[UnfinishedAct]>
  ) {
    let place: [Parameter] = [.bigint(last?.row.at), .id(last?.row.act)]
    ask(.pendingActs, [.bigint(before)] + place + [.bigint(Int64(limit))], then: then) {
      $0.map(UnfinishedAct.init(row:))
    }
  }

  /// The act is done although nothing is appended to its log.
  public func forgetAct(_ act: Identifier, of log: Identifier, then: @escaping Answer<Bool>) {
    ask(.forgetAct, [.id(log), .id(act)], then: then) { $0.affected > 0 }
  }
}

extension UnfinishedAct {
  /// A row of `pending_acts.sql`.
  init(row: Row) {
    self.init(
      log: row.id(0), kind: row.text(1), organisation: row.id(2),
      row: PendingRow(
        act: row.id(3), target: row.id(4), targetKind: row.text(5), op: row.text(6), args: row.json(7),
        member: row.id(8), settle: row.optionalText(9), at: row.integer(10)))
  }
}
