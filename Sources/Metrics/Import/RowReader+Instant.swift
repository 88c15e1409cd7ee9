internal import Tables

extension RowReader {
  /// A point in time, milliseconds since the epoch; where the cell has a clock time only, that time of the show's day,
  /// or of the next where the show went past midnight. Reported where there is none.
  mutating func instant(_ column: Column, start: Int64?, zone: Int) -> Int64? {
    guard let cell = cell(column), !cell.isNull else {
      report(.missing, at: column)
      return nil
    }
    if let moment = try? cell.moment(offset: zone), moment.hasTime { return moment.instant }
    guard let start, let civil = CivilTime(instant: start, offset: zone), let clock = Self.clock(cell) else {
      report(.notADate, at: column)
      return nil
    }
    let day: Int64 = 86_400_000
    let midnight = start - Int64(civil.hour * 3600 + civil.minute * 60 + civil.second) * 1000 - Int64(civil.millisecond)
    let instant = midnight + clock
    return instant < start - day / 4 ? instant + day : instant
  }

  /// `20:01` or `20:01:30` as milliseconds since midnight.
  private static func clock(_ cell: Cell) -> Int64? {
    let parts = cell.trimmed.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard (2...3).contains(parts.count), (0..<24).contains(parts[0]), parts.dropFirst().allSatisfy((0..<60).contains)
    else { return nil }
    return Int64(parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)) * 1000
  }
}
