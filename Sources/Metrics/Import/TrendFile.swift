internal import Tables

/// A minute trend while it is read.
struct TrendFile {
  struct Row {
    let instant: Int64
    let values: [Double?]
    let product: String?
  }

  enum Column: Hashable {
    case time, date, product
    case metric(String)
    /// Numbers of no known metric, by the column's place.
    case other(Int)
  }

  private struct Series {
    let column: Column
    let metric: Metric?
    let header: ColumnHeader
    let manner: Manner
    let isNamedCumulative: Bool
  }

  var reader: RowReader<Column>
  private let start: Int64?
  private let zone: Int
  private var series: [Series] = []

  init(_ table: Table, _ mapping: ColumnMapping, start: Int64?, zone: Int) {
    self.start = start
    self.zone = zone
    let platform = Platform.of(table)
    let hasTime = table.headers.contains { Self.fields[$0.key] == "time" }
    let notes = table.headers.map { Self.note($0, platform) }
    reader = RowReader(table, mapping: mapping) { index, header in
      if !hasTime, Self.buckets.contains(header.key) { return ColumnNote(.field("time")) }
      if let note = notes[index], !Self.isTotalBesideBuckets(index, table.headers, notes) { return note }
      return Self.isNumeric(table, index) ? ColumnNote(.series) : ColumnNote(.ignored(.unknown))
    }
    reader.platform = platform
    let places = table.headers.indices
    let found = reader.found
    let indices = found.reduce(into: [String: Int]()) { indices, column in
      if case .metric(let key) = column { indices[key] = reader.index(of: column) }
    }
    let columns = MetricColumns(table, table.rows, indices)
    for column in places.compactMap({ place in found.first { reader.index(of: $0) == place } }) {
      add(column, columns)
    }
  }

  private mutating func add(_ column: Column, _ columns: MetricColumns) {
    guard let header = reader.header(of: column), var note = reader[note: column] else { return }
    switch column {
    case .time, .date, .product: return
    case .other:
      series.append(
        Series(
          column: column, metric: nil, header: header, manner: Manner(unit: header.unit, marks: columns.marks),
          isNamedCumulative: header.key.hasPrefix(Self.cumulative)))
    case .metric(let key):
      guard let metric = Metric[key] else { return }
      let manner = columns.manner(metric, &note)
      reader[note: column] = note
      series.append(
        Series(
          column: column, metric: metric, header: header, manner: manner,
          isNamedCumulative: header.key.hasPrefix(Self.cumulative)))
    }
  }

  var isRecognised: Bool { reader.has(.time) && !series.isEmpty }

  /// Numbers of no known metric are no series yet where it is asked what the columns are: any of them may be the time.
  mutating func leaveUnknown() {
    for one in series where one.metric == nil { reader.leaveUnknown(one.column) }
  }

  // MARK: Columns

  private static let cumulative = "累计"

  private static let fields: [String: String] = [
    "时间": "time", "time": "time", "日期时间": "time", "分钟": "time", "时刻": "time", "日期": "date", "讲解商品": "product",
    "讲解中商品": "product", "当前讲解": "product",
  ]

  /// Where nothing else is the time.
  private static let buckets: Set<String> = ["时段", "时间段", "小时"]

  /// In a trend the same words count what came within a minute.
  private static let minuteNames: [String: String] = [
    "新增观看人数": "watch_uv", "进入人数": "watch_uv", "观看人数": "watch_uv", "新增观看人次": "watch_pv",
    "离开人数": "leave_uv", "在线人数": "online",
  ]

  private static func note(_ header: ColumnHeader, _ platform: Platform?) -> ColumnNote? {
    if let field = fields[header.key] { return ColumnNote(.field(field)) }
    let name = header.key.hasPrefix(cumulative) ? String(header.key.dropFirst(cumulative.count)) : header.key
    if let key = minuteNames[name] { return ColumnNote(.metric(key)).checked(header, platform) }
    if let note = platform?.note(header) { return note.checked(header, platform) }
    return Metric.named(name).map { ColumnNote(.metric($0.key)).checked(header, platform) }
  }

  /// A running total of what another column has by the minute: kept, and yet not that metric's series.
  private static func isTotalBesideBuckets(_ index: Int, _ headers: [ColumnHeader], _ notes: [ColumnNote?]) -> Bool {
    guard headers[index].key.hasPrefix(cumulative) else { return false }
    return notes.indices.contains { other in
      other != index && notes[other]?.meaning == notes[index]?.meaning && !headers[other].key.hasPrefix(cumulative)
    }
  }

  /// Every cell that says anything is a number.
  private static func isNumeric(_ table: Table, _ index: Int) -> Bool {
    guard !table.headers[index].key.isEmpty else { return false }
    let cells = table.rows.lazy.map { $0.cells[index] }.filter { !$0.isNull }
    return !cells.isEmpty && cells.allSatisfy { (try? $0.number()) != nil }
  }

  /// With the kind of each: what is a level by its nature, and of the others which are running totals.
  mutating func columns(_ rows: [Row]) -> [MinuteSeries.Column] {
    series.enumerated().map { place, series in
      let (kind, certainty) = kind(series, rows.map { $0.values[place] })
      reader[note: series.column]?.style.series = kind
      reader[note: series.column]?.weigh(certainty)
      return MinuteSeries.Column(metric: series.metric?.key, label: series.header.raw, kind: kind)
    }
  }

  private func kind(_ series: Series, _ values: [Double?]) -> (MinuteSeries.Kind, ColumnReading.Certainty) {
    if let chosen = reader.choice(of: series.column)?.style.series { return (chosen, .chosen) }
    switch series.metric?.unit {
    case .people? where series.metric?.key.hasSuffix("online") == true: return (.level, .known)
    case .ratio?, .seconds?, .minutes?, .factor?: return (.level, .known)
    default:
      return RunningTotal(values.compactMap(\.self)).kind(isNamed: series.isNamedCumulative)
    }
  }

  // MARK: Rows

  /// By time. Rows of other days are reported and left, unless there are no others.
  mutating func rows() -> [Row] {
    let times = reader.times(.time, start: start, zone: zone)
    var rows: [Row] = []
    var strangers: [(row: Table.Row, read: Row)] = []
    var seen: Set<Int64> = []
    for row in reader.table.rows {
      reader.start(row)
      if let time = reader.cell(.time), TotalLine.isNamed(time.raw) {
        reader.left.append(LeftLine(line: row.line, why: .total))
        continue
      }
      let day = reader.day(zone: zone, at: .date)
      guard let instant = reader.instant(.time, times, date: day) else { continue }
      guard seen.insert(instant).inserted else {
        reader.report(.duplicate, at: .time)
        continue
      }
      let values = series.map { value($0) }
      let read = Row(instant: instant, values: values, product: reader.text(.product, limit: 60))
      if let start, !TimeColumn.isNear(instant, start) { strangers.append((row, read)) } else { rows.append(read) }
    }
    if rows.isEmpty, !strangers.isEmpty {
      reader.doubts.append(.otherDay)
      rows = strangers.map(\.read)
    } else {
      for (row, _) in strangers {
        reader.start(row)
        reader.report(.otherDay, at: .time)
      }
    }
    return rows.sorted { $0.instant < $1.instant }
  }

  private mutating func value(_ series: Series) -> Double? {
    let value = reader.read(series.column) { cell, _ throws(CellFault) -> Double? in
      if let metric = series.metric { return try metric.reading(cell, series.manner)?.value }
      return try cell.number(series.manner.unit, marks: series.manner.marks)?.value
    }
    guard let value else { return nil }
    guard series.metric?.isPossible(value) != false else {
      reader.report(.outOfRange, at: series.column)
      return nil
    }
    reader.show(.number(value), at: series.column)
    return value
  }
}

extension TrendFile.Column: FileColumn {
  init?(_ meaning: ColumnReading.Meaning, at index: Int) {
    switch meaning {
    case .field("time"): self = .time
    case .field("date"): self = .date
    case .field("product"): self = .product
    case .metric(let key) where Metric[key] != nil: self = .metric(key)
    case .series: self = .other(index)
    default: return nil
    }
  }

  var meaning: ColumnReading.Meaning {
    switch self {
    case .time: .field("time")
    case .date: .field("date")
    case .product: .field("product")
    case .metric(let key): .metric(key)
    case .other: .series
    }
  }
}
