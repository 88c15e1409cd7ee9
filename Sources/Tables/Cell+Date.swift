/// A point in time as a cell gives it.
public struct Moment: Sendable, Equatable {
  /// Milliseconds since the epoch, UTC.
  public let instant: Int64
  /// False for a bare date, whose instant is its midnight.
  public let hasTime: Bool

  public init(instant: Int64, hasTime: Bool = true) {
    self.instant = instant
    self.hasTime = hasTime
  }
}

/// In which order a column writes dates that do not begin with the year.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst, monthFirst
}

extension Cell {
  /// `2026-03-12 19:58(:03)`, with `/` or `.` or 年月日, `8:03 PM`, `晚上8点03分`, ISO 8601 with its zone, epoch seconds or
  /// milliseconds, or a spreadsheet's serial day. Without a zone of its own the clock is `offset` seconds ahead of UTC.
  /// A date such as `12-03-2026` is read in the `order` of its column; without one it is a fault.
  public func moment(offset: Int = CivilTime.shanghai, order: DateOrder? = nil) throws(CellFault) -> Moment? {
    if isNull { return nil }
    guard !isLong, let moment = Self.moment(foldedWords, offset: offset, order) else { throw .notADate }
    return moment
  }

  static func moment(_ text: String, offset: Int, _ order: DateOrder? = nil) -> Moment? {
    var scan = TimeScan(text)
    if let serial = scan.wholeNumber() { return numeric(serial, offset: offset) }
    guard let (year, month, day) = scan.date(order) else { return nil }
    guard let midnight = CivilTime(year: year, month: month, day: day) else { return nil }
    let isApart = scan.take("T") || scan.skipSpaces() || text.contains("日")
    if scan.isAtEnd { return Moment(instant: midnight.instant(offset: offset), hasTime: false) }
    guard isApart, let clock = scan.clock(hours: 0...24), let zone = scan.zone(else: offset), scan.isAtEnd else {
      return nil
    }
    return Moment(instant: midnight.instant(offset: zone) + clock)
  }

  /// Epoch milliseconds and seconds of 2001…2100, or days since 1899-12-30 of 1954…2118.
  private static func numeric(_ value: Double, offset: Int) -> Moment? {
    switch value {
    case 1_000_000_000_000..<4_102_444_800_000: return Moment(instant: Int64(value))
    case 1_000_000_000..<4_102_444_800: return Moment(instant: Int64((value * 1000).rounded()))
    case 20_000..<80_000:
      let seconds = ((value - 25_569) * 86_400).rounded()
      return Moment(instant: Int64(seconds) * 1000 - Int64(offset) * 1000, hasTime: value != value.rounded(.down))
    default: return nil
    }
  }

  /// The two numbers before the year of a date such as `12-03-2026`, for a column's order to be judged by.
  public var dayAndMonth: (Int, Int)? {
    var scan = TimeScan(foldedWords)
    return scan.yearLast().map { ($0.first, $0.second) }
  }
}
