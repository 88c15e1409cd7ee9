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
  private enum Column: Hashable { case time, kind, text }

  private static let names: [String: Column] = [
    "时间": .time, "time": .time, "类型": .kind, "kind": .kind, "标记": .kind, "说明": .text, "内容": .text, "text": .text,
  ]

  /// - Parameter start: the show's start, needed only where the file gives clock times without a date.
  public static func read(_ table: Table, start: Int64? = nil, zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<[MarkerRow]>
  {
    var reader = RowReader(table, names)
    guard reader.has(.time), reader.has(.kind) else { throw .unrecognised }
    var markers: [MarkerRow] = []
    for row in table.rows {
      reader.start(row)
      guard let instant = reader.instant(.time, start: start, zone: zone),
        let kind = reader.requiredCode(.kind, Vocabulary.markerKinds)
      else { continue }
      markers.append(MarkerRow(line: row.line, at: instant, kind: kind, text: reader.text(.text, limit: 60)))
    }
    return reader.result(markers, accepted: markers.count)
  }
}
