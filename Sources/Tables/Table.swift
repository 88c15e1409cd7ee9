/// A file or a paste of cells as headers and rows. What the cells mean is the importers' business.
public struct Table: Sendable {
  public let encoding: TextEncoding
  public let delimiter: Delimiter
  public let headers: [ColumnHeader]
  /// The rows with anything in them; each has as many cells as there are headers.
  public let rows: [Row]
  /// What was wrong with the text itself: quotes, characters, cells beyond the last header.
  public let problems: [Problem]

  public struct Row: Sendable, Equatable {
    /// The line of the file the row starts on, from 1.
    public let line: Int
    public let cells: [Cell]
  }

  public static let maxRows = 20_000
  public static let maxColumns = 200

  /// Reads CSV, TSV or semicolon-separated text, in UTF-8 or GB18030.
  ///
  /// A banner line above the header is skipped, a header of two rows (merged groups above names) is joined, and below
  /// such a header the blanks of a merged first column are filled.
  public init(reading bytes: [UInt8]) throws(TableFault) {
    let (text, encoding) = try TextEncoding.decode(bytes)
    try self.init(Array(text.utf8), encoding)
  }

  /// Reads cells pasted from a spreadsheet (TAB-separated), or a file's text.
  public init(pasted text: String) throws(TableFault) { try self.init(Array(text.utf8), .utf8) }

  private init(_ utf8: [UInt8], _ encoding: TextEncoding) throws(TableFault) {
    let delimiter = Delimiter.detect(in: utf8)
    var reader = TableRowReader(utf8, delimiter: delimiter)
    var records: [TableRow] = []
    while let record = reader.next() {
      if record.isBlank { continue }
      guard records.count < Self.maxRows, record.cells.count <= Self.maxColumns else { throw .tooBig }
      records.append(record)
    }
    guard let header = TableHeader(of: records) else { throw .empty }
    var problems = reader.problems
    var rows: [Row] = []
    var first = ""
    for record in records.dropFirst(header.records) {
      var cells = record.cells
      if header.records > 1, header.hasGroups {
        if Cell(cells[0]).trimmed.isEmpty { cells[0] = first } else { first = cells[0] }
      }
      rows.append(Row(line: record.line, cells: Self.fitted(cells, to: header.columns.count)))
      problems += Self.problems(of: record, header.columns)
    }
    self.encoding = encoding
    self.delimiter = delimiter
    self.headers = header.columns
    self.rows = rows
    self.problems = problems
  }

  private static func fitted(_ cells: [String], to count: Int) -> [Cell] {
    cells.prefix(count).map { Cell($0) } + (cells.count..<max(count, cells.count)).map { _ in Cell("") }
  }

  private static func problems(of record: TableRow, _ columns: [ColumnHeader]) -> [Problem] {
    var problems: [Problem] = []
    for (index, text) in record.cells.enumerated() {
      let header = index < columns.count ? columns[index].raw : nil
      if text.unicodeScalars.contains("\u{FFFD}") {
        problems.append(Problem(line: record.line, column: index + 1, header: header, why: .brokenText, raw: text))
      }
      if index >= columns.count, !Cell(text).trimmed.isEmpty {
        problems.append(Problem(line: record.line, column: index + 1, why: .extraCell, raw: text))
      }
    }
    return problems
  }
}
