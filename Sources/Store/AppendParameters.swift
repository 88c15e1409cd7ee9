internal import Identity
internal import Postgres

/// The parameters of `append.sql` and `create_logs.sql`: appends of many logs, turned into columns.
enum AppendParameters {
  static func append(_ appends: [LogAppend]) -> [Parameter] {
    moves(appends) + events(appends) + texts(appends) + series(appends) + pending(appends) + settled(appends)
      + erased(appends)
  }

  /// The logs that may not exist yet; nil when all do.
  static func create(_ appends: [LogAppend]) -> [Parameter]? {
    let new = appends.filter { $0.head == 0 }
    guard !new.isEmpty else { return nil }
    return [.ids(new.map(\.log)), .ids(new.map(\.organisation)), .texts(new.map(\.kind))]
  }

  private static func moves(_ appends: [LogAppend]) -> [Parameter] {
    [
      .ids(appends.map(\.log)), .bigints(appends.map(\.head)), .bigints(appends.map(\.newHead)),
      .bigints(appends.map { Int64(bitPattern: $0.events.last?.tag ?? 0) }), .jsonbs(appends.map(\.summary)),
    ]
  }

  private static func events(_ appends: [LogAppend]) -> [Parameter] {
    let (logs, rows) = columns(appends, \.events)
    return [
      logs, .bigints(rows.map(\.seq)), .bigints(rows.map { Int64(bitPattern: $0.tag) }), .ids(rows.map(\.command)),
      .ids(rows.map(\.actor)), .bigints(rows.map(\.at)), .texts(rows.map(\.op)), .jsonbs(rows.map(\.body)),
    ]
  }

  private static func texts(_ appends: [LogAppend]) -> [Parameter] {
    // `on conflict do update` takes a row once: the last word of a batch is the one that counts.
    // Words erased by the same batch were never kept; SQL would not see the row it is to delete.
    let (logs, rows) = columns(appends) { append in
      lastOfEach(append.texts, \.id).filter { !append.erased.contains($0.id) }
    }
    return [
      logs, .texts(rows.map(\.id)), .bigints(rows.map(\.seq)), .texts(rows.map(\.body)), .bigints(rows.map(\.expires)),
    ]
  }

  private static func series(_ appends: [LogAppend]) -> [Parameter] {
    let (logs, rows) = columns(appends) { lastOfEach($0.series, \.id) }
    return [logs, .texts(rows.map(\.id)), .jsonbs(rows.map(\.body))]
  }

  private static func pending(_ appends: [LogAppend]) -> [Parameter] {
    // An act that is settled by the same batch was never pending; SQL would not see the row it is to delete.
    let (logs, rows) = columns(appends) { append in append.pending.filter { !append.settled.contains($0.act) } }
    return [
      logs, .ids(rows.map(\.act)), .ids(rows.map(\.target)), .texts(rows.map(\.targetKind)), .texts(rows.map(\.op)),
      .jsonbs(rows.map(\.args)), .ids(rows.map(\.member)), .texts(rows.map(\.settle)), .bigints(rows.map(\.at)),
    ]
  }

  private static func settled(_ appends: [LogAppend]) -> [Parameter] {
    let (logs, acts) = columns(appends, \.settled)
    return [logs, .ids(acts)]
  }

  private static func erased(_ appends: [LogAppend]) -> [Parameter] {
    let (logs, texts) = columns(appends, \.erased)
    return [logs, .texts(texts)]
  }

  private static func columns<Row>(
    _ appends: [LogAppend], _ rows: (LogAppend) -> [Row]
  ) -> (logs: Parameter, rows: [Row]) {
    var logs: [Identifier] = []
    var all: [Row] = []
    for append in appends {
      let rows = rows(append)
      logs.append(contentsOf: repeatElement(append.log, count: rows.count))
      all.append(contentsOf: rows)
    }
    return (.ids(logs), all)
  }

  private static func lastOfEach<Row>(_ rows: [Row], _ id: (Row) -> String) -> [Row] {
    guard rows.count > 1 else { return rows }
    var seen: Set<String> = []
    return rows.reversed().filter { seen.insert(id($0)).inserted }.reversed()
  }
}
