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

  public init(line: Int, title: String?, start: Moment?, end: Int64?, readings: Readings, note: String? = nil) {
    self.line = line
    self.title = title
    self.start = start
    self.end = end
    self.readings = readings
    self.note = note
  }

  /// A stream that was started by mistake: it lasted less than a minute.
  public var isFalseStart: Bool { readings["duration_sec"].map { $0 < 60 } ?? false }
}

/// What a column of a list of shows holds.
public enum ShowColumn: Sendable, Hashable {
  case title, start, end, date
  /// Start and end in one cell.
  case period
  case note
  /// What makes a row a product and no show.
  case product
  case metric(String)

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
    "直播主题": .title, "直播名称": .title, "直播标题": .title, "主题": .title, "场次": .title, "场次名称": .title, "直播场次": .title,
    "title": .title, "开播时间": .start, "开始时间": .start, "直播开始时间": .start, "上播时间": .start, "start": .start,
    "starttime": .start, "日期": .date, "直播日期": .date, "date": .date, "结束时间": .end, "下播时间": .end, "关播时间": .end,
    "直播结束时间": .end, "end": .end, "endtime": .end, "直播时间": .period, "直播时段": .period, "备注": .note, "note": .note,
    "商品名称": .product, "商品标题": .product, "商品": .product, "productname": .product,
  ]
}

extension ShowColumn: FileColumn {
  private static let fields: [String: ShowColumn] = [
    "title": .title, "start": .start, "end": .end, "date": .date, "period": .period, "note": .note, "product": .product,
  ]

  init?(_ meaning: ColumnReading.Meaning, at _: Int) {
    switch meaning {
    case .metric(let key) where Metric[key] != nil: self = .metric(key)
    case .field(let name):
      guard let column = Self.fields[name] else { return nil }
      self = column
    default: return nil
    }
  }

  var meaning: ColumnReading.Meaning {
    if case .metric(let key) = self { return .metric(key) }
    return .field(Self.fields.first { $0.value == self }?.key ?? "")
  }
}
