public import Tables

/// A show as one row of a file has it.
public struct ShowRow: Sendable, Equatable {
  public let line: Int
  public let title: String?
  /// Nil only in a summary, where the show is known anyway. `hasTime` is false where a book keeps dates only.
  public let start: Moment?
  /// Milliseconds since the epoch.
  public let end: Int64?
  public let readings: Readings
  public let note: String?

  /// A stream that was started by mistake: it lasted less than a minute.
  public var isFalseStart: Bool { readings["duration_sec"].map { $0 < 60 } ?? false }
}

/// What a column of a list of shows holds.
public enum ShowColumn: Sendable, Hashable {
  case title, start, end
  /// Start and end in one cell.
  case period
  case note
  /// A metric, and how the column writes it if it is a ratio.
  case metric(String, RatioStyle = .percent)

  /// What a header stands for by itself, without a team's own mapping.
  public init?(_ header: ColumnHeader) {
    if let column = Self.names[header.key] {
      self = column
    } else if let metric = Metric.named(header) {
      self = .metric(metric.key)
    } else {
      return nil
    }
  }

  private static let names: [String: ShowColumn] = [
    "直播主题": .title, "直播名称": .title, "直播标题": .title, "主题": .title, "场次": .title, "title": .title,
    "开播时间": .start, "开始时间": .start, "直播开始时间": .start, "日期": .start, "直播日期": .start, "start": .start,
    "结束时间": .end, "下播时间": .end, "直播结束时间": .end, "end": .end, "直播时间": .period, "直播时段": .period,
    "备注": .note, "note": .note,
  ]
}
