internal import Tables

/// Where the sheets of a workbook give one metric of one show different values. The earlier sheet's stands, as anywhere
/// else; the cell of the other is told.
///
/// Only what cells say is compared, and only as exactly as they say it: `8.0万` does not contradict 80,123. What a list
/// of products adds up to often differs from the show's own number, and rightly so: it is not held against that.
struct SheetContradictions {
  private var taken: [String: Reading] = [:]

  /// What the next sheet says otherwise than those before it.
  mutating func problems(of file: Import<[ShowRow]>, _ table: Table) -> [Problem] {
    guard let show = file.content.first else { return [] }
    var problems: [Problem] = []
    for column in file.columns {
      guard case .metric(let key) = column.meaning, let reading = show.readings.byMetric[key], !reading.isDerived else {
        continue
      }
      guard let other = taken[key] else {
        taken[key] = reading
        continue
      }
      if !reading.agrees(with: other) { problems.append(Self.problem(column, show, file, table)) }
    }
    return problems
  }

  private static func problem(
    _ column: ColumnReading, _ show: ShowRow, _ file: Import<[ShowRow]>, _ table: Table
  ) -> Problem {
    // One that stands on its side was read turned.
    let table = table.headers == file.columns.map(\.header) ? table : table.turned() ?? table
    guard let row = table.rows.first(where: { $0.line == show.line }), row.cells.indices.contains(column.index) else {
      return Problem(line: show.line, header: column.header.raw, why: .contradicted)
    }
    let place = table.place(of: row, column: column.index)
    return Problem(
      line: place.line, column: place.column, header: column.header.raw, why: .contradicted,
      raw: row.cells[column.index].raw)
  }
}

extension Reading {
  /// Whether both can be the same number, each written as exactly as it is.
  fileprivate func agrees(with other: Reading) -> Bool {
    let apart = abs(value - other.value)
    return apart <= max(inexactness, other.inexactness) + 1e-9 * max(abs(value), abs(other.value))
  }

  /// Half of what the last digit counts, and all of it where the source cut off what follows or rounded it, who knows how.
  private var inexactness: Double {
    let runs = (raw ?? "").split { !("0"..."9").contains($0) && $0 != "." && $0 != "," }.map { $0.filter { $0 != "," } }
    // `2分49秒` is exact to the second.
    guard runs.count == 1, let shown = Double(runs[0]), shown != 0 else { return 0 }
    let digits = runs[0].split(separator: ".", omittingEmptySubsequences: false)
    var last = abs(value) / shown
    for _ in 0..<min(digits.count > 1 ? digits[1].count : 0, 15) { last /= 10 }
    return isRounded ? last : last / 2
  }
}
