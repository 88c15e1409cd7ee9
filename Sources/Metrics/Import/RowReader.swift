internal import Tables

/// Reads the rows of a table by named columns, and keeps account of what could not be read.
struct RowReader<Column: Hashable> {
  let table: Table
  private let columns: [Column: Int]
  private(set) var problems: [Problem]
  private var row: Table.Row?

  /// The first header that names a column is that column.
  init(_ table: Table, naming: (ColumnHeader) -> Column?) {
    self.table = table
    problems = table.problems
    var columns: [Column: Int] = [:]
    for (index, header) in table.headers.enumerated() {
      if let column = naming(header), columns[column] == nil { columns[column] = index }
    }
    self.columns = columns
  }

  init(_ table: Table, _ names: [String: Column]) { self.init(table) { names[$0.key] } }

  func has(_ column: Column) -> Bool { columns[column] != nil }

  var found: [Column] { columns.sorted { $0.value < $1.value }.map(\.key) }

  func header(of column: Column) -> ColumnHeader? { columns[column].map { table.headers[$0] } }

  /// Headers of columns that stand for nothing and hold something.
  var ignored: [String] {
    let used = Set(columns.values)
    return table.headers.indices.filter { index in
      !used.contains(index) && table.rows.contains { !$0.cells[index].isNull }
    }.map { table.headers[$0].raw }
  }

  mutating func start(_ row: Table.Row) { self.row = row }

  /// The cell in that column of the current row, nil where the file has no such column.
  func cell(_ column: Column) -> Cell? {
    guard let row, let index = columns[column] else { return nil }
    return row.cells[index]
  }

  mutating func report(_ why: Problem.Why, at column: Column?) {
    guard let row else { return }
    let index = column.flatMap { columns[$0] }
    problems.append(
      Problem(
        line: row.line, column: index.map { $0 + 1 }, header: index.map { table.headers[$0].raw }, why: why,
        raw: index.map { row.cells[$0].raw } ?? ""))
  }

  /// What `body` makes of the cell; what it throws is reported, and the value is nil.
  mutating func read<Value>(_ column: Column, _ body: (Cell, ColumnHeader) throws(CellFault) -> Value?) -> Value? {
    guard let cell = cell(column), let header = header(of: column) else { return nil }
    do {
      return try body(cell, header)
    } catch {
      report(error.why, at: column)
      return nil
    }
  }

  /// The words of the cell on one line, cut where they are longer than `limit` code points.
  mutating func text(_ column: Column, limit: Int, multiline: Bool = false) -> String? {
    guard let text = cell(column)?.text.map({ Self.plain($0, multiline: multiline) }), !text.isEmpty else { return nil }
    guard text.unicodeScalars.count > limit else { return text }
    report(.tooLong, at: column)
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// The code that a word of the cell stands for; words that are not in the list are reported.
  mutating func code(_ column: Column, _ words: [String: String]) -> String? {
    guard let cell = cell(column), !cell.isNull else { return nil }
    if let code = words[ColumnHeader(cell.raw).key] { return code }
    report(.unknownWord, at: column)
    return nil
  }

  /// As `code`, where there must be one.
  mutating func requiredCode(_ column: Column, _ words: [String: String]) -> String? {
    if cell(column)?.isNull != false { report(.missing, at: column) }
    return code(column, words)
  }

  mutating func moment(_ column: Column, zone: Int) -> Moment? {
    read(column) { cell, _ throws(CellFault) in try cell.moment(offset: zone) }
  }

  func result<Content>(_ content: Content, accepted: Int) -> Import<Content> {
    Import(
      content: content, encoding: table.encoding, rows: table.rows.count, accepted: accepted, ignored: ignored,
      problems: problems.sorted { $0.line < $1.line })
  }

  /// Without control characters: line ends become LF or a space.
  private static func plain(_ text: String, multiline: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where multiline: scalars.append(scalar)
      case 0x09, 0x0A: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
