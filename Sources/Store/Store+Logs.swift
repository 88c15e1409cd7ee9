public import Identity
internal import Postgres
public import Rows

extension Store {
  /// Nil when there is no such log, or nothing in it. At most `limit` events; words that have expired are left out.
  public func load(_ log: Identifier, limit: Int, then: @escaping Answer<LoadedLog?>) {
    ask(.loadLog, [.id(log), .bigint(Int64(limit))], then: then, read: LoadedLog.init(rows:))
  }

  /// The events from `first` on, oldest first, at most `limit` of them.
  public func read(
    _ log: Identifier, from first: Int64, limit: Int, then: @escaping Answer<LogStretch>
  ) {
    let until = first.addingReportingOverflow(Int64(limit) - 1)
    let steps: [(StatementName, [Parameter])] = [
      (.readEvents, [.id(log), .bigint(first), .bigint(Int64(limit))]),
      // Seqs have no gaps, so these are the same stretch.
      (.readTexts, [.id(log), .bigint(first), .bigint(until.overflow ? .max : until.partialValue)]),
    ]
    ask(together: steps, then: then) { results in
      let events = results[0].map(EventRow.init(row:))
      let last = events.last?.seq ?? 0
      // An event that was committed between the two statements has its words in the second only.
      let texts = results[1].filter { $0.integer(0) <= last }
      return LogStretch(
        events: events,
        texts: texts.map { TextRow(id: $0.text(1), seq: $0.integer(0), body: $0.text(2), expires: nil) })
    }
  }

  /// The events that name a record, oldest first, at most `limit` of them.
  public func events(
    of record: String, in log: Identifier, limit: Int, then: @escaping Answer<[EventRow]>
  ) {
    ask(.eventsOfRecord, [.id(log), .text(record), .bigint(Int64(limit))], then: then) { $0.map(EventRow.init(row:)) }
  }

  /// Where commands are stored; those that are not are left out.
  public func find(_ commands: [Identifier], in log: Identifier, then: @escaping Answer<[StoredCommand]>) {
    let logs = repeatElement(log, count: commands.count)
    ask(.findCommands, [.ids(logs), .ids(commands)], then: then) { $0.map(StoredCommand.init(row:)) }
  }

  /// The poll. Logs that do not exist are left out.
  public func heads(of logs: [Identifier], then: @escaping Answer<[Standing]>) {
    ask(.heads, [.ids(logs)], then: then) { $0.map(Standing.init(row:)) }
  }

  /// Keeps the newest; answers whether it was this one. Nothing is kept of an event the log does not have, nor of a
  /// state that goes back to one it does not have: `base`, where the log stood when it was loaded.
  public func writeCheckpoint(_ checkpoint: CheckpointRow, on base: Standing, then: @escaping Answer<Bool>) {
    let parameters: [Parameter] = [
      .id(base.log), .bigint(checkpoint.seq), .bigint(Int64(bitPattern: checkpoint.tag)), .bigint(checkpoint.at),
      .bytea(checkpoint.body), .bigint(base.head), .bigint(Int64(bitPattern: base.tag)),
    ]
    ask(.writeCheckpoint, parameters, then: then) { $0.affected > 0 }
  }

  /// The log is folded from its beginning the next time.
  public func dropCheckpoint(_ log: Identifier, then: @escaping Answer<Bool>) {
    ask(.dropCheckpoint, [.id(log)], then: then) { $0.affected > 0 }
  }
}

extension LoadedLog {
  /// The rows of `load_log.sql`, part by part.
  init?(rows: Rows) {
    guard let log = rows.first, log.integer(0) == 0, log.integer(1) > 0 else { return nil }
    var checkpoint: CheckpointRow?
    var events: [EventRow] = []
    var texts: [TextRow] = []
    for row in rows.dropFirst() {
      switch row.integer(0) {
      case 1:
        checkpoint = CheckpointRow(seq: row.integer(1), tag: row.tag(2), at: row.integer(5), body: row.bytes(7))
      case 2:
        events.append(
          EventRow(
            seq: row.integer(1), tag: row.tag(2), command: row.id(3), actor: row.id(4), at: row.integer(5),
            op: row.text(6), body: row.bytes(7)))
      default:
        let expires = row.integer(5)
        texts.append(
          TextRow(
            id: row.text(6), seq: row.integer(1), body: row.text(7), expires: expires == 0 ? nil : expires))
      }
    }
    self.init(
      organisation: log.id(4), kind: log.text(6),
      standing: Standing(log: log.id(3), head: log.integer(1), tag: log.tag(2)), checkpoint: checkpoint, events: events,
      texts: texts)
  }
}

extension EventRow {
  /// A row of `read_events.sql`.
  init(row: Row) {
    self.init(
      seq: row.integer(0), tag: row.tag(1), command: row.id(2), actor: row.id(3), at: row.integer(4), op: row.text(5),
      body: row.json(6))
  }
}
