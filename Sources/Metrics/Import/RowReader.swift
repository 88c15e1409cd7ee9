internal import Tables

/// Reads the rows of a table by named columns, and keeps account of what each column was taken for and of what could not
/// be read.
struct RowReader<Column: FileColumn> {
  let table: Table
  let mapping: ColumnMapping
  private var columns: [Column: Int] = [:]
  private(set) var problems: [Problem]
  private var row: Table.Row?
  private var notes: [ColumnNote]
  var platform: Platform?
  var doubts: [Doubt] = []
  var left: [LeftLine]

  /// The first header that names a column is that column; one the team mapped comes before all others.
  init(
    _ table: Table, mapping: ColumnMapping = [:], naming: (Int, ColumnHeader) -> ColumnNote
  ) {
    self.table = table
    self.mapping = mapping
    problems = table.problems
    left = table.inner.map { LeftLine(line: $0.line, why: $0.kind == .header ? .header : .block) }
    notes = table.headers.indices.map { index in
      let header = table.headers[index]
      var note = naming(index, header)
      if let choice = mapping[header.key] { note.choose(choice) }
      return note
    }
    for isChosen in [true, false] {
      for index in notes.indices where (notes[index].certainty == .chosen) == isChosen { place(index) }
    }
  }

  init(_ table: Table, _ names: [String: Column], mapping: ColumnMapping = [:]) {
    self.init(table, mapping: mapping) { _, header in
      names[header.key].map { ColumnNote($0.meaning) } ?? ColumnNote(.ignored(.unknown))
    }
  }

  private mutating func place(_ index: Int) {
    guard let column = Column(notes[index].meaning, at: index) else {
      if case .ignored = notes[index].meaning { return }
      notes[index].ignore(.unknown)
      return
    }
    guard let first = columns[column] else {
      columns[column] = index
      return
    }
    notes[index].ignore(.duplicate)
    // The same numbers twice are no question.
    if table.rows.contains(where: { $0.cells[first] != $0.cells[index] }) { notes[index].weigh(.unsure) }
  }

  func has(_ column: Column) -> Bool { columns[column] != nil }

  func index(of column: Column) -> Int? { columns[column] }

  var found: [Column] { columns.sorted { $0.value < $1.value }.map(\.key) }

  func header(of column: Column) -> ColumnHeader? { columns[column].map { table.headers[$0] } }

  /// What the team chose for that column.
  func choice(of column: Column) -> ColumnChoice? { header(of: column).flatMap { mapping[$0.key] } }

  subscript(note column: Column) -> ColumnNote? {
    get { columns[column].map { notes[$0] } }
    set { if let index = columns[column], let newValue { notes[index] = newValue } }
  }

  mutating func start(_ row: Table.Row) { self.row = row }

  /// The cell in that column of the current row, nil where the file has no such column.
  func cell(_ column: Column) -> Cell? {
    guard let row, let index = columns[column] else { return nil }
    return row.cells[index]
  }

  mutating func report(_ why: Problem.Why, at column: Column?) {
    guard let row else { return }
    guard let index = column.flatMap({ columns[$0] }) else {
      problems.append(Problem(line: row.line, why: why))
      return
    }
    let place = table.place(of: row, column: index)
    let cell = row.cells[index]
    if !cell.isNull { notes[index].sample(cell, nil, line: row.line) }
    problems.append(
      Problem(line: place.line, column: place.column, header: table.headers[index].raw, why: why, raw: cell.raw))
  }

  /// Keeps what the cell was read as, for the column's first few.
  mutating func show(_ value: ColumnReading.Value, at column: Column) {
    guard let index = columns[column], notes[index].needsSamples, let row else { return }
    notes[index].sample(row.cells[index], value, line: row.line)
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

  /// Leaves a column that nobody has chosen.
  mutating func leaveUnknown(_ column: Column) {
    guard let index = columns[column], notes[index].certainty != .chosen else { return }
    notes[index].ignore(.unknown)
    columns[column] = nil
  }

  /// The cells of that row are shown before those of others.
  ///
  /// - Parameter read: what has read that row and no other.
  mutating func lead(with row: Table.Row, as read: RowReader) {
    for index in notes.indices { notes[index].lead(with: row.cells[index], as: read.notes[index], line: row.line) }
  }

  /// The same with nothing read yet.
  var unread: RowReader {
    var reader = self
    for index in notes.indices { reader.notes[index].forgetSamples() }
    return reader
  }

  /// The columns alone, for somebody to say what they are; refused unless it `asks`, and where there is nothing to be
  /// mapped.
  func unmapped<Content>(_ nothing: Content, _ asks: Bool) throws(TableFault) -> Import<Content> {
    guard asks, !table.rows.isEmpty else { throw .unrecognised }
    var reader = self
    reader.doubts = [.unmapped]
    return reader.result(nothing, accepted: 0)
  }

  func result<Content>(_ content: Content, accepted: Int) -> Import<Content> {
    Import(
      content: content, encoding: table.encoding, rows: table.rows.count, accepted: accepted,
      columns: table.headers.indices.map { notes[$0].reading($0, of: table) }, platform: platform,
      left: left.sorted { $0.line < $1.line }, doubts: doubts, problems: problems.sorted { $0.line < $1.line })
  }
}
