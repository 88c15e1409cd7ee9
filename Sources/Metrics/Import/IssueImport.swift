public import Tables

/// A mistake, a puzzle or an experience, as a file has it.
public struct IssueRow: Sendable, Equatable {
  public let line: Int
  /// `operations`, `host`, `floor`, `backstage` or `private`.
  public let role: String
  /// `mistake`, `puzzle` or `experience`.
  public let kind: String
  public let text: String
  /// Seconds from the show's start.
  public let offset: Int?
  /// The key of the metric it is about.
  public let metric: String?
}

/// Reads issues: role, kind, words, and perhaps the minute of the show and a metric.
public enum IssueImport {
  private enum Column: String, FileColumn { case role, kind, text, minute, metric }

  private static let names: [String: Column] = [
    "岗位": .role, "role": .role, "类型": .kind, "kind": .kind, "内容": .text, "text": .text, "播中分钟": .minute, "分钟": .minute,
    "指标": .metric, "metric": .metric,
  ]

  public static func read(_ table: Table, mapping: ColumnMapping = [:]) throws(TableFault) -> Import<[IssueRow]> {
    var reader = RowReader(table, names, mapping: mapping)
    guard reader.has(.role), reader.has(.kind), reader.has(.text) else { throw .unrecognised }
    var issues: [IssueRow] = []
    for row in table.rows {
      reader.start(row)
      let role = reader.requiredCode(.role, Vocabulary.roles)
      let kind = reader.requiredCode(.kind, Vocabulary.issueKinds)
      let text = reader.text(.text, limit: 500, multiline: true)
      if text == nil { reader.report(.missing, at: .text) }
      guard let role, let kind, let text else { continue }
      issues.append(
        IssueRow(
          line: row.line, role: role, kind: kind, text: text, offset: offset(&reader), metric: metric(&reader)))
    }
    return reader.result(issues, accepted: issues.count)
  }

  /// `27` is minutes, `0:27:00` a show time.
  private static func offset(_ reader: inout RowReader<Column>) -> Int? {
    let seconds = reader.read(.minute) { cell, _ throws(CellFault) in try cell.duration(.minute)?.value }
    guard let seconds else { return nil }
    guard seconds < 7 * 86400 else {
      reader.report(.outOfRange, at: .minute)
      return nil
    }
    return Int(seconds.rounded())
  }

  private static func metric(_ reader: inout RowReader<Column>) -> String? {
    guard let cell = reader.cell(.metric), !cell.isNull else { return nil }
    if let metric = Metric.named(cell.raw) { return metric.key }
    reader.report(.unknownWord, at: .metric)
    return nil
  }
}
