internal import Tables

/// When a row's show began and ended, from the columns that say so together: a start with a date or beside one, an end
/// with a date or past the start's midnight, or both in one cell. What cannot be read or cannot be is reported.
struct ShowTimes {
  private(set) var start: Moment?
  /// Milliseconds since the epoch.
  private(set) var end: Int64?
  /// Where a start that is missing is missed.
  let column: ShowColumn

  /// Shows were not streamed before 2010; a date of then is a slip or an empty cell's epoch.
  private static let first: Int64 = 1_262_304_000_000
  private static let last: Int64 = 4_102_444_800_000
  /// No stream runs longer than three days.
  private static let longest: Int64 = 3 * 86_400_000

  init(_ reader: inout RowReader<ShowColumn>, _ zone: Int, _ order: DateOrder?) {
    column = reader.has(.start) ? .start : reader.has(.period) ? .period : .date
    let day = reader.read(.date) { cell, _ throws(CellFault) in try cell.moment(offset: zone, order: order) }
    if let day { reader.show(.init(day), at: .date) }
    let period = Self.period(&reader, day, zone, order)
    start = Self.start(&reader, day, zone, order) ?? period?.start ?? day
    if let given = start, !(Self.first..<Self.last).contains(given.instant) {
      reader.report(.outOfRange, at: reader.has(.start) ? .start : column)
      start = nil
      return
    }
    end = Self.end(&reader, start, zone, order)?.instant ?? period?.end?.instant
    guard let start, let given = end else { return }
    if given < start.instant || given > start.instant + Self.longest {
      reader.report(.outOfRange, at: reader.has(.end) ? .end : .period)
      end = nil
    }
  }

  private static func start(_ reader: inout RowReader<ShowColumn>, _ day: Moment?, _ zone: Int, _ order: DateOrder?)
    -> Moment?
  {
    let start = reader.read(.start) { cell, _ throws(CellFault) -> Moment? in
      if cell.isNull { return nil }
      if let moment = try? cell.moment(offset: zone, order: order) { return moment }
      guard let day, let clock = cell.clock else { throw .notADate }
      return Moment(instant: day.midnight(offset: zone) + clock)
    }
    if let start { reader.show(.init(start), at: .start) }
    return start
  }

  private static func end(_ reader: inout RowReader<ShowColumn>, _ start: Moment?, _ zone: Int, _ order: DateOrder?)
    -> Moment?
  {
    let end = reader.read(.end) { cell, _ throws(CellFault) -> Moment? in
      if cell.isNull { return nil }
      if let moment = try? cell.moment(offset: zone, order: order), moment.hasTime { return moment }
      guard let clock = cell.clock else { throw .notADate }
      return start?.next(clock, offset: zone)
    }
    if let end { reader.show(.init(end), at: .end) }
    return end
  }

  /// Both in one cell; two times of day alone are of the row's date.
  private static func period(_ reader: inout RowReader<ShowColumn>, _ day: Moment?, _ zone: Int, _ order: DateOrder?)
    -> (start: Moment, end: Moment?)?
  {
    let period = reader.read(.period) { cell, _ throws(CellFault) -> (start: Moment, end: Moment?)? in
      if let day, let clocks = cell.clocks {
        let midnight = day.midnight(offset: zone)
        return (Moment(instant: midnight + clocks.start), Moment(instant: midnight + clocks.end))
      }
      if let day, let clock = cell.clock { return (Moment(instant: day.midnight(offset: zone) + clock), nil) }
      return try cell.interval(offset: zone, order: order)
    }
    if let period { reader.show(.init(period.start), at: .period) }
    return period
  }
}
