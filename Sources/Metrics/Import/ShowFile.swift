internal import Tables

/// A table of shows while it is read.
struct ShowFile {
  var reader: RowReader<ShowColumn>
  private let zone: Int
  private let rows: [Table.Row]
  private let totals: [Table.Row]
  private var metrics: [(column: ShowColumn, metric: Metric, manner: Manner)] = []
  private var order: DateOrder?

  init(_ table: Table, _ mapping: ColumnMapping, _ zone: Int) {
    self.zone = zone
    let platform = Platform.of(table)
    let notes = ShowHeaders(table, platform).notes
    var reader = RowReader<ShowColumn>(table, mapping: mapping) { index, _ in notes[index] }
    reader.platform = platform
    let words = table.headers.indices.filter(reader.mayHoldTotal)
    var rows: [Table.Row] = []
    var totals: [Table.Row] = []
    for row in table.rows {
      if words.contains(where: { TotalLine.isNamed(row.cells[$0].raw) }) {
        totals.append(row)
      } else {
        rows.append(row)
      }
    }
    (self.reader, self.rows, self.totals) = (reader, rows, totals)
    order = decidedOrder(platform)
    decideManners()
  }

  var hasMetrics: Bool { !metrics.isEmpty }

  /// How many columns are any of a show's.
  var understood: Int { reader.found.count }

  /// Every line adds up others.
  var hasTotalsOnly: Bool { rows.isEmpty && !totals.isEmpty }

  var hasStart: Bool { reader.has(.start) || reader.has(.period) || reader.has(.date) }

  /// A sheet that names the show and its times is about a show, though it has no numbers.
  var isRecognised: Bool { hasMetrics || (reader.has(.title) && (reader.has(.start) || reader.has(.period))) }

  /// `商品` beside a show's title may be what was sold most.
  var isProductList: Bool {
    guard let header = reader.header(of: .product) else { return false }
    return header.key != "商品" || !reader.has(.title)
  }

  // MARK: Columns

  private func decidedOrder(_ platform: Platform?) -> DateOrder? {
    let columns: [ShowColumn] = [.start, .end, .date, .period]
    for column in columns { if let chosen = reader.choice(of: column)?.style.order { return chosen } }
    if let order = platform?.order { return order }
    let dates = columns.compactMap { reader.index(of: $0) }.flatMap { index in
      rows.prefix(MetricColumns.judged).compactMap { $0.cells[index].dayAndMonth }
    }
    if dates.contains(where: { $0.0 > 12 }) { return .dayFirst }
    return dates.contains { $0.1 > 12 } ? .monthFirst : nil
  }

  private mutating func decideManners() {
    var indices: [String: Int] = [:]
    for column in reader.found {
      if case .metric(let key) = column { indices[key] = reader.index(of: column) }
    }
    let columns = MetricColumns(reader.table, rows.isEmpty ? totals : rows, indices)
    for column in reader.found {
      guard case .metric(let key) = column, let metric = Metric[key], var note = reader[note: column] else { continue }
      let spans = key == "duration_sec" ? rows.prefix(MetricColumns.judged).map { span($0) } : []
      metrics.append((column, metric, columns.manner(metric, &note, spans: spans)))
      reader[note: column] = note
    }
  }

  private func span(_ row: Table.Row) -> Double? {
    var quiet = reader
    quiet.start(row)
    let times = ShowTimes(&quiet, zone, order)
    guard let start = times.start, start.hasTime, let end = times.end, end > start.instant else { return nil }
    return Double(end - start.instant) / 1000
  }

  // MARK: Rows

  /// The shows of the rows that are no totals. Their false starts are among them, to be left or merged on request.
  mutating func shows(needsStart: Bool) -> [ShowRow] {
    reader.left += totals.map { LeftLine(line: $0.line, why: .total) }
    var shows: [ShowRow] = []
    var known: Set<ShowIdentity> = []
    for row in rows {
      reader.start(row)
      guard let show = show(row, needsStart) else { continue }
      if let start = show.start, start.hasTime,
        !known.insert(ShowIdentity(start: start.instant, title: show.title)).inserted
      {
        reader.report(.duplicate, at: reader.has(.start) ? .start : .period)
      } else {
        shows.append(show)
      }
    }
    return shows
  }

  private struct ShowIdentity: Hashable {
    let start: Int64
    let title: String?
  }

  /// The show that a list of products adds up to: its total line, of several the first.
  mutating func total() -> [ShowRow] {
    guard let total = totals.first else { return [] }
    reader.left += rows.map { LeftLine(line: $0.line, why: .product) }
    reader.start(total)
    return [ShowRow(line: total.line, title: nil, start: nil, end: nil, readings: Readings(readings()))]
  }

  /// Shows the cells of the row on that line before those of others.
  mutating func lead(with line: Int) {
    guard let row = (rows + totals).first(where: { $0.line == line }) else { return }
    var alone = self
    alone.reader = reader.unread
    alone.reader.start(row)
    _ = alone.show(row, false)
    reader.lead(with: row, as: alone.reader)
  }

  private mutating func show(_ row: Table.Row, _ needsStart: Bool) -> ShowRow? {
    let before = reader.problems.count
    let times = ShowTimes(&reader, zone, order)
    if needsStart, times.start == nil {
      if reader.problems.count == before { reader.report(.missing, at: times.column) }
      return nil
    }
    var byMetric = readings()
    var end = times.end
    if let start = times.start, start.hasTime {
      if let end, byMetric["duration_sec"] == nil {
        byMetric["duration_sec"] = Reading(Double(end - start.instant) / 1000, isDerived: true)
      } else if end == nil, let duration = byMetric["duration_sec"]?.value {
        end = start.instant + Int64((duration * 1000).rounded())
      }
    }
    return ShowRow(
      line: row.line, title: reader.text(.title, limit: 60), start: times.start, end: end,
      readings: Readings(byMetric), note: reader.text(.note, limit: 200))
  }

  private mutating func readings() -> [String: Reading] {
    var byMetric: [String: Reading] = [:]
    for (column, metric, manner) in metrics {
      let reading = reader.read(column) { cell, _ throws(CellFault) in try metric.reading(cell, manner) }
      guard let reading else { continue }
      guard metric.isPossible(reading.value) else {
        reader.report(.outOfRange, at: column)
        continue
      }
      reader.show(.number(reading.value), at: column)
      byMetric[metric.key] = reading
    }
    return byMetric
  }
}

extension RowReader<ShowColumn> {
  /// A line that adds up others says so where a show has its name, its day or anything in words.
  fileprivate func mayHoldTotal(_ index: Int) -> Bool {
    for column in found where self.index(of: column) == index {
      switch column {
      case .metric, .note: return false
      default: return true
      }
    }
    return true
  }
}

extension Metric {
  var isMoney: Bool { unit == .yuan || unit == .yuanPerHour }
}
