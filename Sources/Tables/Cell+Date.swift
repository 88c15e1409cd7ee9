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

extension Cell {
  /// `2026-03-12 19:58(:03)`, with `/` or `.` or 年月日, ISO 8601 with its zone, epoch seconds or milliseconds, or a
  /// spreadsheet's serial day. Without a zone of its own the clock is `offset` seconds ahead of UTC.
  public func moment(offset: Int = CivilTime.shanghai) throws(CellFault) -> Moment? {
    if isNull { return nil }
    guard let moment = Self.moment(foldedWords, offset: offset) else { throw .notADate }
    return moment
  }

  /// `start~end` (or 至): two moments, the second nil when only one is there.
  public func interval(offset: Int = CivilTime.shanghai) throws(CellFault) -> (start: Moment, end: Moment?)? {
    if isNull { return nil }
    let parts = foldedWords.split(whereSeparator: { $0 == "~" || $0 == "至" })
    guard (1...2).contains(parts.count), let start = Self.moment(String(parts[0]), offset: offset) else {
      throw .notADate
    }
    if parts.count == 1 { return (start, nil) }
    guard let end = Self.moment(String(parts[1]), offset: offset), end.instant >= start.instant else {
      throw .notADate
    }
    return (start, end)
  }

  private static func moment(_ text: String, offset: Int) -> Moment? {
    var scan = DateScan(text)
    scan.skipSpaces()
    if let serial = scan.wholeNumber() { return numeric(serial, offset: offset) }
    guard let year = scan.digits(4...4), scan.take("-/.年"), let month = scan.digits(1...2), scan.take("-/.月"),
      let day = scan.digits(1...2)
    else { return nil }
    _ = scan.take("日号")
    let isApart = scan.take("T") || scan.skipSpaces()
    if scan.isAtEnd {
      return CivilTime(year: year, month: month, day: day).map {
        Moment(instant: $0.instant(offset: offset), hasTime: false)
      }
    }
    guard isApart || text.contains("日"), let hour = scan.digits(1...2), scan.take(":时点"),
      let minute = scan.digits(1...2)
    else { return nil }
    _ = scan.take("分")
    var second = 0
    var millisecond = 0
    if scan.take(":") || scan.isAtDigit {
      guard let value = scan.digits(1...2) else { return nil }
      second = value
      if scan.take(".") {
        guard let fraction = scan.milliseconds() else { return nil }
        millisecond = fraction
      }
      _ = scan.take("秒")
    }
    guard let zone = scan.zone(else: offset), scan.isAtEnd,
      let civil = CivilTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { return nil }
    return Moment(instant: civil.instant(offset: zone))
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
}

/// A cursor over a date's text.
private struct DateScan {
  private var rest: Substring

  init(_ text: String) { rest = Substring(text) }

  var isAtEnd: Bool { rest.isEmpty }
  var isAtDigit: Bool { rest.first.map { ("0"..."9").contains($0) } ?? false }

  @discardableResult mutating func skipSpaces() -> Bool {
    let before = rest.count
    while rest.first == " " { rest.removeFirst() }
    return rest.count < before
  }

  mutating func take(_ any: String) -> Bool {
    guard let first = rest.first, any.contains(first) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard count.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }

  mutating func milliseconds() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int((String(digits) + "00").prefix(3))
  }

  /// The whole text, when it is one unsigned number.
  func wholeNumber() -> Double? {
    let text = rest.drop { $0 == " " }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return nil }
    return Double(text)
  }

  /// `Z`, `+08:00`, `+0800`, or nothing: then `absent`. Nil when it is malformed.
  mutating func zone(else absent: Int) -> Int? {
    skipSpaces()
    if isAtEnd { return absent }
    if take("Zz") { return 0 }
    let sign = rest.first == "-" ? -1 : 1
    guard take("+-") else { return nil }
    let parts = rest.filter { $0 != ":" }
    guard parts.count == 4, let value = Int(parts), value / 100 <= 14, value % 100 < 60 else { return nil }
    rest = ""
    return sign * (value / 100 * 3600 + value % 100 * 60)
  }
}
