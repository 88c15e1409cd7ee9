/// What stands below a header: rows, and lines that are none.
struct TableBody {
  private(set) var rows: [Table.Row] = []
  private(set) var inner: [Table.Inner] = []
  /// The line the first record below the header starts on.
  let firstLine: Int

  init(_ records: ArraySlice<TableRow>, _ header: TableHeader) {
    firstLine = records.first?.line ?? .max
    let names = Set(header.columns.map(\.raw).filter { !$0.isEmpty })
    let width = header.columns.count
    var first = ""
    var isInBlock = false
    for record in records {
      var cells = record.cells
      if header.hasGroups {
        if Cell(cells[0]).trimmed.isEmpty { cells[0] = first } else { first = cells[0] }
      }
      switch Self.kind(cells, names, width) {
      case .header:
        isInBlock = false
        inner.append(Table.Inner(line: record.line, kind: .header))
      case .block:
        isInBlock = true
        inner.append(Table.Inner(line: record.line, kind: .block))
      case nil where isInBlock && Cell(cells[0]).isNull: inner.append(Table.Inner(line: record.line, kind: .block))
      case nil:
        isInBlock = false
        rows.append(Table.Row(line: record.line, cells: Self.fitted(cells, to: width)))
      }
    }
  }

  /// A line of names, two of which are the table's own: all of them where it is the header once more, else the header of
  /// a table within, below a first cell that says nothing.
  private static func kind(_ cells: [String], _ names: Set<String>, _ width: Int) -> Table.Inner.Kind? {
    var own = 0
    var filled = 0
    for (index, text) in cells.enumerated() where index < width && !Cell(text).isNull {
      filled += 1
      if names.contains(Cell(text).trimmed) { own += 1 } else if index == 0 { return nil }
    }
    guard own >= 2 else { return nil }
    if own == filled, own * 2 > width { return .header }
    return Cell(cells[0]).isNull ? .block : nil
  }

  private static func fitted(_ cells: [String], to count: Int) -> [Cell] {
    cells.prefix(count).map { Cell($0) } + (cells.count..<max(count, cells.count)).map { _ in Cell("") }
  }
}
