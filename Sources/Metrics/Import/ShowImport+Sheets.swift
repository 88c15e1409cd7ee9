public import Tables

/// What came of a file of several sheets.
public struct SheetsImport<Content: Sendable>: Sendable {
  public let file: Import<Content>
  /// The names of the sheets of which nothing was taken.
  public let left: [String]

  public init(file: Import<Content>, left: [String]) {
    self.file = file
    self.left = left
  }
}

extension ShowImport {
  /// The show at hand as all sheets together tell it: one row. What the show's own sheets say wins over what a list of
  /// its products adds up to, an earlier sheet over a later one, and what is said over what follows.
  ///
  /// Where the show's own sheets contradict each other, the cell that was not taken is told.
  ///
  /// A sheet that is not plainly about this show is left out by name. Where no other is, its doubt is the file's; a sheet
  /// of another day makes the whole file doubted.
  ///
  /// - Parameter row: the one that somebody chose where it was asked, counted over all rows of its sheet.
  public static func summary(
    _ sheets: [Sheet], of show: PlannedShow, row: Int? = nil, mapping: ColumnMapping = [:],
    zone: Int = CivilTime.shanghai
  ) throws(TableFault) -> SheetsImport<[ShowRow]> {
    var read: [(sheet: String, file: Import<[ShowRow]>)] = []
    var tables: [Table] = []
    var doubted: [Import<[ShowRow]>] = []
    var left: [String] = []
    for sheet in sheets {
      guard var file = try? summary(sheet.table, of: show, mapping: mapping, zone: zone) else {
        left.append(sheet.name)
        continue
      }
      if row != nil, !file.doubts.isEmpty {
        file = try summary(sheet.table, of: show, row: row, mapping: mapping, zone: zone)
      }
      if file.doubts.contains(.otherDay) { return SheetsImport(file: file, left: []) }
      if file.doubts.isEmpty, file.content.count == 1 {
        read.append((sheet.name, file))
        tables.append(sheet.table)
      } else {
        if !file.doubts.isEmpty { doubted.append(file) }
        left.append(sheet.name)
      }
    }
    guard let first = read.first?.file else {
      guard let file = doubted.first else { throw .unrecognised }
      return SheetsImport(file: file, left: left)
    }
    let own = read.filter { !$0.file.isOfProducts } + read.filter { $0.file.isOfProducts }
    let rows = own.compactMap { $0.file.content.first }
    var contradictions = SheetContradictions()
    let problems = zip(read, tables).flatMap { one, table in
      let told = one.file.isOfProducts ? [] : contradictions.problems(of: one.file, table)
      return (one.file.problems + told).map { $0.on(one.sheet) }
    }
    return SheetsImport(
      file: Import(
        content: ShowRow(joining: rows).map { [$0] } ?? [], encoding: first.encoding,
        rows: read.reduce(0) { $0 + $1.file.rows }, accepted: 1,
        columns: read.flatMap { sheet, file in file.columns.map { $0.on(sheet) } },
        platform: read.lazy.compactMap(\.file.platform).first, left: read.flatMap(\.file.left), doubts: [],
        problems: problems),
      left: left)
  }
}

extension Import<[ShowRow]> {
  fileprivate var isOfProducts: Bool {
    columns.contains { $0.meaning == .field("product") } && !columns.contains { $0.meaning == .field("title") }
  }
}

extension ShowRow {
  /// The same show told several times, the first to be believed first.
  fileprivate init?(joining rows: [ShowRow]) {
    guard let first = rows.first else { return nil }
    var readings: [String: Reading] = [:]
    for row in rows { readings.merge(row.readings.byMetric) { $0.isDerived && !$1.isDerived ? $1 : $0 } }
    let starts = rows.compactMap(\.start)
    self.init(
      line: first.line, title: rows.lazy.compactMap(\.title).first,
      start: starts.first(where: \.hasTime) ?? starts.first, end: rows.lazy.compactMap(\.end).first,
      readings: Readings(readings), note: rows.lazy.compactMap(\.note).first)
  }
}

extension ColumnReading {
  fileprivate func on(_ sheet: String) -> ColumnReading {
    var column = self
    column.sheet = sheet
    return column
  }
}

extension Problem {
  fileprivate func on(_ sheet: String) -> Problem {
    var problem = self
    problem.sheet = sheet
    return problem
  }
}
