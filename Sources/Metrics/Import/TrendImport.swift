public import Tables

/// A show minute by minute, and what was on sale when.
public struct Trend: Sendable, Equatable {
  public let series: MinuteSeries
  /// One marker of kind `product` wherever another product came on.
  public let talks: [MarkerRow]

  static let nothing = Trend(series: MinuteSeries(from: 0, offsets: [], columns: [], values: []), talks: [])
}

/// Reads the platform's minute trend: a time, then one column per series, perhaps the product being explained.
public enum TrendImport {
  /// - Parameter start: the show's start, needed only where the file gives clock times without a date. With it, rows of
  ///   other days are reported; a file that has only those is read whole, and doubted.
  /// - Parameter zone: seconds ahead of UTC.
  /// - Parameter asks: what is missing of the columns that such a file must have is asked for (`Doubt.unmapped`) and no
  ///   reason to refuse it.
  public static func read(
    _ table: Table, start: Int64? = nil, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai,
    asks: Bool = false
  ) throws(TableFault) -> Import<Trend> {
    var file = TrendFile(table, mapping, start: start, zone: zone)
    guard file.isRecognised else {
      file.leaveUnknown()
      return try file.reader.unmapped(.nothing, asks)
    }
    let rows = file.rows()
    guard let first = rows.first else { return try file.reader.unmapped(.nothing, asks) }
    let columns = file.columns(rows)
    let series = MinuteSeries(
      from: first.instant, offsets: rows.map { Int(($0.instant - first.instant) / 1000) }, columns: columns,
      values: columns.indices.map { column in rows.map { $0.values[column] } })
    return file.reader.result(Trend(series: series, talks: talks(rows)), accepted: rows.count)
  }

  private static func talks(_ rows: [TrendFile.Row]) -> [MarkerRow] {
    var talks: [MarkerRow] = []
    for row in rows {
      guard let product = row.product, product != talks.last?.text else { continue }
      talks.append(MarkerRow(line: nil, at: row.instant, kind: "product", text: product))
    }
    return talks
  }
}
