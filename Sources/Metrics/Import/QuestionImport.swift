public import Tables

/// A question as a user asked it. Neither redacted nor masked: that comes before anything is stored.
public struct QuestionRow: Sendable, Equatable {
  public let line: Int
  /// Milliseconds since the epoch; nil where the file does not say.
  public let askedAt: Int64?
  public let text: String
  /// `group`, `wecom`, `moments`, `comment`, `message` or `service`.
  public let source: String?
  public let group: String?
  public let user: String?
  public let product: String?
  public let category: String?
  /// `order`, `show` or `after`.
  public let urgency: String?
}

/// Reads a log of users' questions kept elsewhere.
public enum QuestionImport {
  private enum Column: String, FileColumn { case time, date, source, group, user, product, text, category, urgency }

  private static let names: [String: Column] = [
    "时间": .time, "日期": .date, "提问时间": .time, "time": .time, "来源": .source, "渠道": .source, "source": .source,
    "群": .group,
    "社群": .group, "group": .group, "昵称": .user, "用户": .user, "user": .user, "商品": .product, "链接号": .product,
    "product": .product, "问题": .text, "问题内容": .text, "text": .text, "分类": .category, "问题分类": .category,
    "category": .category, "紧急度": .urgency, "urgency": .urgency,
  ]

  /// - Parameter start: the show's start, needed only where the file gives clock times without a date.
  /// - Parameter asks: what is missing of the columns that such a file must have is asked for (`Doubt.unmapped`) and no
  ///   reason to refuse it.
  public static func read(
    _ table: Table, start: Int64? = nil, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai,
    asks: Bool = false
  ) throws(TableFault) -> Import<[QuestionRow]> {
    var reader = RowReader(table, names, mapping: mapping)
    guard reader.has(.text) else { return try reader.unmapped([], asks) }
    var questions: [QuestionRow] = []
    let times = reader.times(.time, start: start, zone: zone)
    for row in table.rows {
      reader.start(row)
      guard let text = reader.text(.text, limit: 500, multiline: true) else {
        reader.report(.missing, at: .text)
        continue
      }
      let day = reader.day(zone: zone, at: .date)
      let hasTime = reader.cell(.time)?.isNull == false
      questions.append(
        QuestionRow(
          line: row.line, askedAt: hasTime ? reader.instant(.time, times, date: day) : nil, text: text,
          source: reader.code(.source, Vocabulary.questionSources), group: reader.text(.group, limit: 20),
          user: reader.text(.user, limit: 40), product: reader.text(.product, limit: 40),
          category: reader.code(.category, Vocabulary.categories),
          urgency: reader.code(.urgency, Vocabulary.urgencies)))
    }
    reader.doubtDay(questions.compactMap(\.askedAt), start)
    return reader.result(questions, accepted: questions.count)
  }
}
