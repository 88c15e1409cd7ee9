public import Tables

/// Reads shows and their numbers: the platform's list (many rows) and its summary (one), and hand-kept books.
public enum ShowImport {
  /// Every row must say when its show began.
  /// - Parameter mapping: what the team decided columns to mean, by `ColumnHeader.key`; it overrules the names known.
  /// - Parameter zone: seconds ahead of UTC.
  public static func list(_ table: Table, mapping: [String: ShowColumn] = [:], zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<[ShowRow]>
  {
    try read(table, mapping, zone, needsStart: true)
  }

  /// A row without a start is the show at hand.
  public static func summary(_ table: Table, mapping: [String: ShowColumn] = [:], zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<[ShowRow]>
  {
    try read(table, mapping, zone, needsStart: false)
  }

  private static func read(_ table: Table, _ mapping: [String: ShowColumn], _ zone: Int, needsStart: Bool)
    throws(TableFault) -> Import<[ShowRow]>
  {
    var reader = RowReader(table) { mapping[$0.key] ?? ShowColumn($0) }
    let metrics = reader.found.compactMap { column in
      if case .metric(let key, let style) = column { (column, key, style) } else { nil }
    }
    guard !metrics.isEmpty, !needsStart || reader.has(.start) || reader.has(.period) else { throw .unrecognised }
    var shows: [ShowRow] = []
    for row in table.rows where !isTotal(row) {
      reader.start(row)
      guard let show = show(row, &reader, metrics, zone, needsStart) else { continue }
      let isKnown = shows.contains {
        $0.start?.instant == show.start?.instant && $0.start?.hasTime == true && $0.title == show.title
      }
      if isKnown { reader.report(.duplicate, at: .start) } else { shows.append(show) }
    }
    return reader.result(shows, accepted: shows.count)
  }

  /// Books end in a line that adds up the others.
  private static func isTotal(_ row: Table.Row) -> Bool {
    row.cells.first.map { ["合计", "总计", "汇总", "小计", "平均", "均值"].contains($0.trimmed) } ?? false
  }

  private static func show(
    _ row: Table.Row, _ reader: inout RowReader<ShowColumn>, _ metrics: [(ShowColumn, String, RatioStyle)], _ zone: Int,
    _ needsStart: Bool
  ) -> ShowRow? {
    let before = reader.problems.count
    let period = reader.read(.period) { cell, _ throws(CellFault) in try cell.interval(offset: zone) }
    let start = reader.moment(.start, zone: zone) ?? period?.start
    if needsStart, start == nil {
      if reader.problems.count == before { reader.report(.missing, at: reader.has(.start) ? .start : .period) }
      return nil
    }
    var byMetric: [String: Reading] = [:]
    for (column, key, style) in metrics {
      guard let metric = Metric[key] else { continue }
      let reading = reader.read(column) { cell, header throws(CellFault) in
        try metric.reading(cell, header, style: style)
      }
      guard let reading else { continue }
      if metric.isPossible(reading.value) { byMetric[key] = reading } else { reader.report(.outOfRange, at: column) }
    }
    var end = reader.moment(.end, zone: zone)?.instant ?? period?.end?.instant
    if let start, let given = end, given < start.instant {
      reader.report(.outOfRange, at: .end)
      end = nil
    }
    if let start, start.hasTime {
      if let end, byMetric["duration_sec"] == nil {
        byMetric["duration_sec"] = Reading(Double(end - start.instant) / 1000, isDerived: true)
      } else if end == nil, let duration = byMetric["duration_sec"]?.value {
        end = start.instant + Int64((duration * 1000).rounded())
      }
    }
    return ShowRow(
      line: row.line, title: reader.text(.title, limit: 60), start: start, end: end, readings: Readings(byMetric),
      note: reader.text(.note, limit: 200))
  }
}
