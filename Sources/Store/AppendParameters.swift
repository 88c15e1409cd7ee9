internal import Identity
internal import Postgres
internal import Rows

/// The parameters of the statements of a batch: appends of many logs, turned into columns. What stands beside the events
/// is nil when there is nothing of it. The appends stay in their tickets: each is large to copy, and asked a dozen times.
enum AppendParameters {
  /// The logs that may not exist yet.
  static func create(_ batch: [AppendTicket]) -> [Parameter]? {
    let new = batch.filter { $0.append.head == 0 }
    guard !new.isEmpty else { return nil }
    return [.ids(new.map(\.append.log)), .ids(new.map(\.append.organisation)), .texts(new.map(\.append.kind))]
  }

  /// The moves of the logs, and the events.
  static func append(_ batch: [AppendTicket]) -> [Parameter] {
    let moves: [Parameter] = [
      .ids(batch.map(\.append.log)), .bigints(batch.map(\.append.head)), .bigints(batch.map(\.append.standing.head)),
      .bigints(batch.map { Int64(bitPattern: $0.append.standing.tag) }), .jsons(batch.map(\.append.summary)),
    ]
    let rows = batch.flatMap(\.append.events)
    return moves + [
      .ids(batch.flatMap { repeatElement($0.append.log, count: $0.append.events.count) }), .bigints(rows.map(\.seq)),
      .bigints(rows.map { Int64(bitPattern: $0.tag) }), .ids(rows.map(\.command)), .ids(rows.map(\.actor)),
      .bigints(rows.map(\.at)), .texts(rows.map(\.op)), .jsons(rows.map(\.body)),
      .bigints(batch.map { Int64(bitPattern: $0.append.tag) }),
    ]
  }

  static func texts(_ batch: [AppendTicket]) -> [Parameter]? {
    // `on conflict do update` takes a row once, so the last value of a batch counts. Words erased by the
    // same batch were never kept.
    columns(batch) { append in
      lastOfEach(append.texts, \.id).filter { !append.erased.contains($0.id) }
    } parameters: { rows in
      [.texts(rows.map(\.id)), .bigints(rows.map(\.seq)), .texts(rows.map(\.body)), .bigints(rows.map(\.expires))]
    }
  }

  static func erased(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch, \.erased) { [.texts($0)] }
  }

  static func series(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch) {
      lastOfEach($0.series, \.id)
    } parameters: { rows in
      [.texts(rows.map(\.id)), .jsonbs(rows.map(\.body))]
    }
  }

  /// A row a log: its figures are one JSON array, which may be empty.
  static func figures(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch) {
      $0.figures.map { [$0] } ?? []
    } parameters: { rows in
      [.jsons(rows)]
    }
  }

  static func pending(_ batch: [AppendTicket]) -> [Parameter]? {
    // An act that is settled by the same batch was never pending.
    columns(batch) { append in
      append.pending.filter { !append.settled.contains($0.act) }
    } parameters: { rows in
      [
        .ids(rows.map(\.act)), .ids(rows.map(\.target)), .texts(rows.map(\.targetKind)), .texts(rows.map(\.op)),
        .jsonbs(rows.map(\.args)), .ids(rows.map(\.member)), .texts(rows.map(\.settle)), .bigints(rows.map(\.at)),
      ]
    }
  }

  static func settled(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch, \.settled) { [.ids($0)] }
  }

  static func emptied(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch, \.emptied) { [.texts($0.map(\.record)), .bigints($0.map(\.before))] }
  }

  /// The logs of which something is emptied.
  static func outdated(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch) {
      $0.emptied.isEmpty ? [] : [()]
    } parameters: { _ in
      []
    }
  }

  static func muted(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch, \.muted) { [.ids($0)] }
  }

  static func unfound(_ batch: [AppendTicket]) -> [Parameter]? {
    columns(batch, \.unfound) { [.texts($0)] }
  }

  /// Each row behind its log and the tag the log has once it has moved.
  private static func columns<Row>(
    _ batch: [AppendTicket], _ rows: (Append) -> [Row], parameters: ([Row]) -> [Parameter]
  ) -> [Parameter]? {
    var logs: [Identifier] = []
    var tags: [Int64] = []
    var all: [Row] = []
    for ticket in batch {
      let rows = rows(ticket.append)
      guard !rows.isEmpty else { continue }
      logs.append(contentsOf: repeatElement(ticket.append.log, count: rows.count))
      tags.append(contentsOf: repeatElement(Int64(bitPattern: ticket.append.standing.tag), count: rows.count))
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
