internal import Tables

extension RowReader {
  /// Decides how the column's times are read, and notes it.
  mutating func times(_ column: Column, start: Int64?, zone: Int) -> TimeColumn {
    let cells = index(of: column).map { index in table.rows.map { $0.cells[index] } } ?? []
    let times = TimeColumn(
      cells, header(of: column), start: start, zone: zone, choice: choice(of: column)?.style.time)
    self[note: column]?.style.time = times.style
    self[note: column]?.weigh(times.certainty)
    return times
  }

  /// The moment in the current row, milliseconds since the epoch; reported where there is none.
  mutating func instant(_ column: Column, _ times: TimeColumn, date: Moment? = nil) -> Int64? {
    guard let cell = cell(column), !cell.isNull else {
      report(.missing, at: column)
      return nil
    }
    guard let instant = times.instant(cell, date: date) else {
      report(.notADate, at: column)
      return nil
    }
    show(.moment(instant), at: column)
    return instant
  }

  /// The row's date, where the file has it beside the time of day.
  mutating func day(zone: Int, at column: Column) -> Moment? {
    let day = read(column) { cell, _ throws(CellFault) in try cell.moment(offset: zone) }
    if let day { show(.init(day), at: column) }
    return day
  }

  /// A file whose every moment is of other days than the show's is doubted as a whole.
  mutating func doubtDay(_ instants: [Int64], _ start: Int64?) {
    guard let start, !instants.isEmpty else { return }
    if !instants.contains(where: { TimeColumn.isNear($0, start) }) { doubts.append(.otherDay) }
  }
}
