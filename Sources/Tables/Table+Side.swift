extension Table {
  /// The header row is no row of names: a value stands in it, as beside the first name of a sheet on its side.
  public var hasValueAsHeader: Bool { headers.contains { !$0.raw.isEmpty && !TableHeader.isName($0.raw) } }

  /// The table with its first column as headers and its second as the one row, as a sheet of names and values stands on
  /// its side. Nil where it has other than two columns that hold anything, or a name twice.
  ///
  /// The header row is a name and a value as well.
  public func turned() -> Table? {
    let filled = headers.indices.filter { index in
      !headers[index].raw.isEmpty || rows.contains { !$0.cells[index].isNull }
    }
    guard filled.count == 2, rows.count < Self.maxColumns else { return nil }
    var pairs = [(line: headerLine, name: headers[filled[0]].raw, value: Cell(headers[filled[1]].raw))]
    pairs += rows.map { (line: $0.line, name: $0.cells[filled[0]].trimmed, value: $0.cells[filled[1]]) }
    pairs.removeAll { $0.name.isEmpty }
    guard let first = pairs.first, Set(pairs.map(\.name)).count == pairs.count else { return nil }
    return Table(
      encoding: encoding, delimiter: delimiter, banner: banner, headers: pairs.map { ColumnHeader($0.name) },
      rows: [Row(line: first.line, cells: pairs.map(\.value))], inner: [], problems: problems, lines: pairs.map(\.line),
      headerLine: headerLine)
  }
}
