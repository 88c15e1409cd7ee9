extension [Workbook.Row] {
  /// The rows with merged cells empty but for the first, which has their value: what some programs leave in the others is
  /// seen by nobody, and a header of groups is known by its holes.
  func blanked(where merged: [CellRange], _ budget: Budget) throws(WorkbookFault) -> [Workbook.Row] {
    guard !merged.isEmpty else { return self }
    var rows = self
    let last = rows.map(\.line).max() ?? 1
    let places = Dictionary(rows.indices.map { (rows[$0].line, $0) }, uniquingKeysWith: { $1 })
    for range in merged {
      for line in range.lines.clamped(to: 1...Swift.max(last, 1)) where range.lines.contains(line) {
        try budget.take(cells: 1)
        guard let place = places[line] else { continue }
        let columns = range.columns.clamped(to: 0..<rows[place].cells.count)
        try budget.take(cells: columns.count)
        for column in columns where line != range.lines.lowerBound || column != range.columns.lowerBound {
          rows[place].cells[column] = ""
        }
      }
    }
    return rows.filter { row in row.cells.contains { !$0.isEmpty } }
  }
}
