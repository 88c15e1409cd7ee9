import Metrics
import Tables

/// What a file says of one kind of thing: of the show's numbers, say. Read, and not yet compared with anything.
struct FilePart: Sendable {
  let kind: ImportFile
  /// Of a workbook, those it was read from.
  let sheets: [String]
  /// The line of the first one's header.
  let header: Int
  let encoding: TextEncoding
  let platform: Platform?
  let rows: Int
  let accepted: Int
  let columns: [ColumnReading]
  let left: [LeftLine]
  let problems: [Problem]
  let doubts: [Doubt]
  let content: Content
  /// Of a summary: all rows of the sheet that has several, or is in doubt, of which one is the show at hand.
  let choices: [ShowRow]
  /// What was decided of its columns, now or before.
  let mapping: ColumnMapping
  /// Header keys of the columns whose meaning the channel remembers.
  let remembered: Set<String>

  enum Content: Sendable {
    case summary([ShowRow])
    case list([ShowRow])
    case trend(Trend)
    case markers([MarkerRow])
    case goals([GoalRow])
    case questions([QuestionRow])
  }

  init<Read>(
    _ kind: ImportFile, _ file: Import<Read>, _ sheets: [String], header: Int, _ decided: Decided,
    choices: [ShowRow] = [], _ content: (Read) -> Content
  ) {
    self.kind = kind
    self.sheets = sheets.filter { !$0.isEmpty }
    self.header = header
    encoding = file.encoding
    platform = decided.platform
    rows = file.rows
    accepted = file.accepted
    columns = file.columns
    left = file.left
    problems = file.problems
    doubts = file.doubts
    self.content = content(file.content)
    self.choices = choices
    let keys = Set(file.columns.map(\.header.key))
    mapping = decided.mapping.filter { keys.contains($0.key) }
    remembered = decided.remembered.intersection(keys)
  }

  /// What columns mean because somebody said so.
  struct Decided {
    /// Whose words the file has.
    let platform: Platform?
    let mapping: ColumnMapping
    /// Header keys of those that the channel remembers.
    let remembered: Set<String>
  }

  /// Of a summary of one sheet: the line of the show at hand, with whose cells the samples begin. Nil where the names
  /// stand beside their values.
  var line: Int? {
    guard doubts.isEmpty, sheets.count < 2, case .summary(let rows) = content, let line = rows.first?.line else {
      return nil
    }
    return line > header ? line : nil
  }

  /// Of a summary the show at hand, with the false starts before it where somebody wants them in it.
  func show(mergingFalseStarts merges: Bool) -> ShowRow? {
    guard case .summary(let rows) = content, let row = rows.first else { return nil }
    if !merges || choices.isEmpty { return row }
    return choices.mergingFalseStarts().first { $0.line == row.line } ?? row
  }

  /// A column that nothing says for sure what it is.
  var isUnsure: Bool { columns.contains { $0.certainty == .unsure } }

  /// Lines with something on them of which nothing can be stored, and why; each once.
  var bad: [Problem] {
    var lines: Set<Int> = []
    switch content {
    // What is no show at hand is left without a fault.
    case .summary: return []
    case .trend:
      let time = columns.first { $0.meaning == .field("time") }?.index
      return problems.filter { $0.column == time.map { $0 + 1 } && lines.insert($0.line).inserted }
    case .list(let rows): lines = Set(rows.map(\.line))
    case .markers(let rows): lines = Set(rows.compactMap(\.line))
    case .goals(let rows): lines = Set(rows.map(\.line))
    case .questions(let rows): lines = Set(rows.map(\.line))
    }
    let first = columns.isEmpty ? 0 : header
    return problems.filter { $0.line > first && lines.insert($0.line).inserted }
  }
}
