public import Tables

/// A show minute by minute, and what was on sale when.
public struct Trend: Sendable, Equatable {
  public let series: MinuteSeries
  /// One marker of kind `product` wherever another product came on.
  public let talks: [MarkerRow]
}

/// Reads the platform's minute trend: a time, then one column per series, perhaps the product being explained.
public enum TrendImport {
  private enum Column: Hashable {
    case time, product
    case series(Int)
  }

  /// - Parameter start: the show's start, needed only where the file gives clock times without a date.
  /// - Parameter zone: seconds ahead of UTC.
  public static func read(_ table: Table, start: Int64? = nil, zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<Trend>
  {
    let columns = self.columns(table)
    var reader = RowReader(table) { header -> Column? in
      switch header.key {
      case "时间", "time", "日期时间", "分钟": .time
      case "讲解商品", "讲解中商品", "当前讲解": .product
      default: columns.firstIndex { $0.label == header.raw }.map { .series($0) }
      }
    }
    guard reader.has(.time), !columns.isEmpty else { throw .unrecognised }
    var rows: [(instant: Int64, values: [Double?], product: String?)] = []
    var seen: Set<Int64> = []
    for row in table.rows {
      reader.start(row)
      guard let instant = reader.instant(.time, start: start, zone: zone) else { continue }
      guard seen.insert(instant).inserted else {
        reader.report(.duplicate, at: .time)
        continue
      }
      let values = columns.indices.map { value(.series($0), columns[$0], &reader) }
      rows.append((instant, values, reader.text(.product, limit: 60)))
    }
    rows.sort { $0.instant < $1.instant }
    guard let first = rows.first else { throw .unrecognised }
    let series = MinuteSeries(
      from: first.instant, offsets: rows.map { Int(($0.instant - first.instant) / 1000) }, columns: columns,
      values: columns.indices.map { column in rows.map { $0.values[column] } })
    var talks: [MarkerRow] = []
    for row in rows {
      guard let product = row.product, product != talks.last?.text else { continue }
      talks.append(MarkerRow(line: nil, at: row.instant, kind: "product", text: product))
    }
    return reader.result(Trend(series: series, talks: talks), accepted: rows.count)
  }

  /// Known series, and unknown columns in which every cell that says anything is a number.
  private static func columns(_ table: Table) -> [MinuteSeries.Column] {
    table.headers.enumerated().compactMap { index, header in
      if let known = known(header) { return known }
      let cells = table.rows.map { $0.cells[index] }.filter { !$0.isNull }
      guard !cells.isEmpty, !header.key.isEmpty, cells.allSatisfy({ (try? $0.number()) != nil }) else { return nil }
      return MinuteSeries.Column(metric: nil, label: header.raw, kind: .perBucket)
    }
  }

  private static let minuteNames: [String: String] = [
    "新增观看人数": "watch_uv", "进入人数": "watch_uv", "观看人数": "watch_uv", "新增观看人次": "watch_pv",
    "离开人数": "leave_uv", "在线人数": "online",
  ]

  private static func known(_ header: ColumnHeader) -> MinuteSeries.Column? {
    let isCumulative = header.key.hasPrefix("累计")
    let name = isCumulative ? String(header.key.dropFirst(2)) : header.key
    guard let key = minuteNames[name] ?? Metric.named(name)?.key else { return nil }
    let kind: MinuteSeries.Kind =
      switch Metric[key]?.unit {
      case .people? where key.hasSuffix("online"): .level
      case .ratio?, .seconds?, .minutes?, .factor?: .level
      default: isCumulative ? .cumulative : .perBucket
      }
    return MinuteSeries.Column(metric: key, label: header.raw, kind: kind)
  }

  private static func value(_ column: Column, _ series: MinuteSeries.Column, _ reader: inout RowReader<Column>)
    -> Double?
  {
    let metric = series.metric.flatMap { Metric[$0] }
    let value = reader.read(column) { cell, header throws(CellFault) in
      if let metric { try metric.reading(cell, header)?.value } else { try cell.number(header.unit)?.value }
    }
    guard let value else { return nil }
    if metric?.isPossible(value) == false {
      reader.report(.outOfRange, at: column)
      return nil
    }
    return value
  }
}
