/// A file or a paste of cells as headers and rows. What the cells mean is the importers' business.
public struct Table: Sendable {
  public let encoding: TextEncoding
  public let delimiter: Delimiter
  /// What stands above the header: a report's name, its period, who exported it.
  public let banner: [String]
  public let headers: [ColumnHeader]
  /// The rows with anything in them; each has as many cells as there are headers.
  public let rows: [Row]
  /// Lines that are no rows of this table: the header once more, and tables within it, such as a product's SKUs.
  public let inner: [Inner]
  /// What was wrong with the text itself: quotes, characters, cells beyond the last header.
  public let problems: [Problem]
  /// Where the table stood on its side: the line of each column. Nil for every other.
  let lines: [Int]?
  /// The line of the file the header starts on.
  public let headerLine: Int

  public struct Row: Sendable, Equatable {
    /// The line of the file the row starts on, from 1.
    public let line: Int
    public let cells: [Cell]
  }

  public struct Inner: Sendable, Equatable {
    public let line: Int
    public let kind: Kind

    public enum Kind: String, Sendable, CaseIterable {
      /// The table's own header once more.
      case header
      /// The header of a table within, or a row of it.
      case block
    }
  }

  public static let maxRows = 20_000
  public static let maxColumns = 200

  /// Reads CSV, TSV or semicolon-separated text in any encoding of `TextEncoding`.
  ///
  /// Banner lines above the header are kept apart, a header of two rows (merged groups above names) is joined, and below
  /// such a header the blanks of a merged first column are filled.
  public init(reading bytes: [UInt8]) throws(TableFault) {
    try self.init(try DecodedText(bytes))
  }

  /// Reads cells pasted from a spreadsheet (TAB-separated), or a file's text.
  public init(pasted text: String) throws(TableFault) { try self.init(reading: Array(text.utf8)) }

  private init(_ decoded: DecodedText) throws(TableFault) {
    let utf8 = Array(decoded.text.utf8)
    let found = Delimiter.detect(in: utf8)
    var reader = TableRowReader(utf8, delimiter: found.delimiter, width: found.width)
    var records: [TableRow] = []
    while let record = reader.next() { try Self.add(record, to: &records) }
    let doubt = decoded.isDoubtful ? [Self.doubt(records)] : []
    try self.init(records, decoded.encoding, found.delimiter, reader.problems + doubt)
  }

  /// The cells of a workbook's sheet, a row each with its number in the sheet. Merged cells have their value in the first.
  public init(
    rows: some Sequence<(line: Int, cells: [String])>, of encoding: TextEncoding = .workbook
  ) throws(TableFault) {
    var records: [TableRow] = []
    for row in rows { try Self.add(TableRow(line: row.line, cells: row.cells), to: &records) }
    // What would stand between the cells, were they pasted.
    try self.init(records, encoding, .tab, [])
  }

  private static func add(_ record: TableRow, to records: inout [TableRow]) throws(TableFault) {
    let record = record.short
    if record.cells.isEmpty { return }
    guard records.count < maxRows, record.cells.count <= maxColumns else { throw .tooBig }
    records.append(record)
  }

  private init(
    _ records: [TableRow], _ encoding: TextEncoding, _ delimiter: Delimiter, _ found: [Problem]
  ) throws(TableFault) {
    guard let header = TableHeader(of: records) else { throw .empty }
    var problems = found
    let body = TableBody(records.dropFirst(header.records), header)
    for record in records { problems += Self.problems(of: record, header, body) }
    self.init(
      encoding: encoding, delimiter: delimiter,
      banner: records.prefix(header.banners).map { $0.cells.joined(separator: " ") }, headers: header.columns,
      rows: body.rows, inner: body.inner, problems: problems, lines: nil, headerLine: records[header.banners].line)
  }

  init(
    encoding: TextEncoding, delimiter: Delimiter, banner: [String], headers: [ColumnHeader], rows: [Row],
    inner: [Inner], problems: [Problem], lines: [Int]?, headerLine: Int
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.banner = banner
    self.headers = headers
    self.rows = rows
    self.inner = inner
    self.problems = problems
    self.lines = lines
    self.headerLine = headerLine
  }

  /// Where a cell stands in the file, both from 1.
  public func place(of row: Row, column: Int) -> (line: Int, column: Int) {
    lines.map { ($0[column], 2) } ?? (row.line, column + 1)
  }

  /// The first words that look as if they had been read in the wrong encoding.
  private static func doubt(_ records: [TableRow]) -> Problem {
    for record in records {
      for (index, text) in record.cells.enumerated() where text.utf8.contains(where: { $0 >= 0x80 }) {
        return Problem(line: record.line, column: index + 1, why: .doubtfulText, raw: text)
      }
    }
    return Problem(line: 1, why: .doubtfulText)
  }

  private static func problems(of record: TableRow, _ header: TableHeader, _ body: TableBody) -> [Problem] {
    var problems: [Problem] = []
    let isRow = record.line >= body.firstLine
    for (index, text) in record.cells.enumerated() {
      let name = index < header.columns.count ? header.columns[index].raw : nil
      if text.utf8.contains(0xEF), text.unicodeScalars.contains("\u{FFFD}") {
        problems.append(Problem(line: record.line, column: index + 1, header: name, why: .brokenText, raw: text))
      }
      if isRow, index >= header.columns.count, !Cell(text).trimmed.isEmpty {
        problems.append(Problem(line: record.line, column: index + 1, why: .extraCell, raw: text))
      }
    }
    return problems
  }
}
