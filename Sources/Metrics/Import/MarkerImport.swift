public import Tables

/// Something that happened at a moment of the show.
public struct MarkerRow: Sendable, Equatable {
  /// Nil for what was made out from another file.
  public let line: Int?
  /// Milliseconds since the epoch.
  public let at: Int64
  /// `product`, `luckyBag`, `flashSale`, `coupon`, `wecom`, `onShelf`, `offShelf`, `violation`, `alert`, `note` or
  /// `hostChange`.
  public let kind: String
  public let text: String?
}

/// Reads the curve's markers: time, kind, words.
public enum MarkerImport {
  private enum Column: String, FileColumn { case time, date, kind, text }

  private static let names: [String: Column] = [
    "时间": .time, "time": .time, "日期": .date, "类型": .kind, "kind": .kind, "标记": .kind, "说明": .text, "内容": .text,
    "text": .text,
  ]

  /// - Parameter start: the show's start, needed only where the file gives clock times without a date.
  /// - Parameter asks: what is missing of the columns that such a file must have is asked for (`Doubt.unmapped`) and no
  ///   reason to refuse it.
  public static func read(
    _ table: Table, start: Int64? = nil, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai,
    asks: Bool = false
  ) throws(TableFault) -> Import<[MarkerRow]> {
    var reader = RowReader(table, names, mapping: mapping)
    guard reader.has(.time), reader.has(.kind) else { return try reader.unmapped([], asks) }
    var markers: [MarkerRow] = []
    let times = reader.times(.time, start: start, zone: zone)
    for row in table.rows {
      reader.start(row)
      let day = reader.day(zone: zone, at: .date)
      guard let instant = reader.instant(.time, times, date: day),
        let kind = reader.requiredCode(.kind, Vocabulary.markerKinds)
      else { continue }
      markers.append(MarkerRow(line: row.line, at: instant, kind: kind, text: reader.text(.text, limit: 60)))
    }
    reader.doubtDay(markers.map(\.at), start)
    return reader.result(markers, accepted: markers.count)
  }
}
