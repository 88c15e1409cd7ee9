public import Tables

/// A source of exports, and what it calls things. Data, not code: a new word is a line of its table.
public struct Platform: Sendable, Equatable {
  /// Stable: it stands in answers.
  public let key: String
  public let zh: String
  /// By `ColumnHeader.key`.
  let words: [String: Word]
  /// The money its amounts are in, where it is not yuan and the file does not say so.
  let currency: Currency?
  /// How it writes dates that do not begin with the year.
  let order: DateOrder?

  /// What a header's word stands for, and what is behind it.
  struct Word: Sendable, Equatable {
    let meaning: ColumnReading.Meaning
    let definition: String?
  }

  public static func == (one: Platform, other: Platform) -> Bool { one.key == other.key }

  public static let all: [Platform] = [
    .compass, .liveCentre, .hourlyBoard, .sycm, .sycmProducts, .taobaoLive, .tiktok, .tiktokIndonesia, .tiktokCreator,
    .shopeeIndonesia, .channels,
  ]

  /// The platform most of whose words the headers are. Nil where fewer than two are any platform's own.
  public static func of(_ table: Table) -> Platform? {
    let keys = Set(table.headers.map(\.key))
    let counted = all.map { platform in (platform: platform, count: keys.count { platform.words[$0] != nil }) }
    return counted.reduce(nil as (platform: Platform, count: Int)?) { best, next in
      next.count > best?.count ?? 1 ? next : best
    }?.platform
  }

  func note(_ header: ColumnHeader) -> ColumnNote? {
    words[header.key].map { ColumnNote($0.meaning, definition: $0.definition) }
  }
}

extension Platform {
  /// A table of words, one a line: the header as the platform has it, what it means, and the definition behind it. A
  /// meaning is a metric's key, a field in brackets such as `[start]`, or `-` for what the catalogue has no metric for.
  init(_ key: String, _ zh: String, currency: String? = nil, order: DateOrder? = nil, _ table: String) {
    self.key = key
    self.zh = zh
    self.currency = currency.map { Currency(code: $0) }
    self.order = order
    words = table.split(separator: "\n").reduce(into: [:]) { words, line in
      let parts = line.split(separator: "|").map { Cell(String($0)).trimmed }
      words[ColumnHeader(parts[0]).key] = Word(
        meaning: Self.meaning(parts[1]), definition: parts.count > 2 ? parts[2] : nil)
    }
  }

  private static func meaning(_ text: String) -> ColumnReading.Meaning {
    if text == "-" { return .ignored(.noMetric) }
    if text.hasPrefix("[") { return .field(String(text.dropFirst().dropLast())) }
    return .metric(text)
  }
}
