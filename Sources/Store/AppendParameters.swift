internal import Identity
internal import Postgres
internal import Rows

/// The parameters of the statements of an append: appends of many logs, turned into columns. What stands beside the
/// events is nil when there is nothing of it.
enum AppendParameters {
  /// The logs that may not exist yet.
  static func create(_ appends: [Append]) -> [Parameter]? {
    let new = appends.filter { $0.head == 0 }
    guard !new.isEmpty else { return nil }
    return [.ids(new.map(\.log)), .ids(new.map(\.organisation)), .texts(new.map(\.kind))]
  }

  /// The moves of the logs, and the events.
  static func append(_ appends: [Append]) -> [Parameter] {
    let moves: [Parameter] = [
      .ids(appends.map(\.log)), .bigints(appends.map(\.head)), .bigints(appends.map(\.standing.head)),
      .bigints(appends.map { Int64(bitPattern: $0.standing.tag) }), .jsons(appends.map(\.summary)),
    ]
    let rows = appends.flatMap(\.events)
    return moves + [
      .ids(appends.flatMap { repeatElement($0.log, count: $0.events.count) }), .bigints(rows.map(\.seq)),
      .bigints(rows.map { Int64(bitPattern: $0.tag) }), .ids(rows.map(\.command)), .ids(rows.map(\.actor)),
      .bigints(rows.map(\.at)), .texts(rows.map(\.op)), .jsons(rows.map(\.body)),
      .bigints(appends.map { Int64(bitPattern: $0.tag) }),
    ]
  }

  static func texts(_ appends: [Append]) -> [Parameter]? {
    // `on conflict do update` takes a row once, so the last value of a batch counts. Words erased by the
    // same batch were never kept.
    columns(appends) { append in
      lastOfEach(append.texts, \.id).filter { !append.erased.contains($0.id) }
    } parameters: { rows in
      [.texts(rows.map(\.id)), .bigints(rows.map(\.seq)), .texts(rows.map(\.body)), .bigints(rows.map(\.expires))]
    }
  }

  static func erased(_ appends: [Append]) -> [Parameter]? {
    columns(appends, \.erased) { [.texts($0)] }
  }

  static func series(_ appends: [Append]) -> [Parameter]? {
    columns(appends) {
      lastOfEach($0.series, \.id)
    } parameters: { rows in
      [.texts(rows.map(\.id)), .jsonbs(rows.map(\.body))]
    }
  }

  static func pending(_ appends: [Append]) -> [Parameter]? {
    // An act that is settled by the same batch was never pending.
    columns(appends) { append in
      append.pending.filter { !append.settled.contains($0.act) }
    } parameters: { rows in
      [
        .ids(rows.map(\.act)), .ids(rows.map(\.target)), .texts(rows.map(\.targetKind)), .texts(rows.map(\.op)),
        .jsonbs(rows.map(\.args)), .ids(rows.map(\.member)), .texts(rows.map(\.settle)), .bigints(rows.map(\.at)),
      ]
    }
  }

  static func settled(_ appends: [Append]) -> [Parameter]? {
    columns(appends, \.settled) { [.ids($0)] }
  }

  static func emptied(_ appends: [Append]) -> [Parameter]? {
    columns(appends, \.emptied) { [.texts($0.map(\.record)), .bigints($0.map(\.before))] }
  }

  /// The logs of which something is emptied.
  static func outdated(_ appends: [Append]) -> [Parameter]? {
    columns(appends) {
      $0.emptied.isEmpty ? [] : [()]
    } parameters: { _ in
      []
    }
  }

  static func muted(_ appends: [Append]) -> [Parameter]? {
    columns(appends, \.muted) { [.ids($0)] }
  }

  /// Each row behind its log and the tag the log has once it has moved.
  private static func columns<Row>(
    _ appends: [Append], _ rows: (Append) -> [Row], parameters: ([Row]) -> [Parameter]
  ) -> [Parameter]? {
    var logs: [Identifier] = []
    var tags: [Int64] = []
    var all: [Row] = []
    for append in appends {
      let rows = rows(append)
      logs.append(contentsOf: repeatElement(append.log, count: rows.count))
      tags.append(contentsOf: repeatElement(Int64(bitPattern: append.standing.tag), count: rows.count))
      all.append(contentsOf: rows)
    }
    return all.isEmpty ? nil : [.ids(logs), .bigints(tags)] + parameters(all)
  }

  private static func lastOfEach<Row>(_ rows: [Row], _ id: (Row) -> String) -> [Row] {
    guard rows.count > 1 else { return rows }
    var seen: Set<String> = []
    return rows.reversed().filter { seen.insert(id($0)).inserted }.reversed()
  }
}
