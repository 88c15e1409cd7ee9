/// One record of delimited text, before anyone knows what its cells mean.
struct TableRow: Equatable {
  /// The line its first cell starts on, from 1.
  let line: Int
  var cells: [String]

  var isBlank: Bool { cells.allSatisfy { Cell($0).trimmed.isEmpty } }

  /// Cells with anything in them.
  var filled: Int { cells.count { !Cell($0).trimmed.isEmpty } }

  /// Without the empty cells at its end, which spreadsheets leave by the hundred.
  var short: TableRow {
    let last = cells.lastIndex { !Cell($0).trimmed.isEmpty } ?? -1
    return last == cells.count - 1 ? self : TableRow(line: line, cells: Array(cells[...last]))
  }
}
