/// A date and a time of day in some time zone, without a time zone. Proleptic Gregorian.
public struct CivilTime: Sendable, Hashable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int
  public let hour: Int
  public let minute: Int
  public let second: Int
  public let millisecond: Int

  /// Nil when there is no such date or time, or the year is not of 1900…2199.
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
  ) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Self.daysIn(month: month, of: year)).contains(day), (0..<24).contains(hour), (0..<60).contains(minute),
      (0..<60).contains(second), (0..<1000).contains(millisecond)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// What a clock `offset` seconds ahead of UTC shows at an instant (milliseconds since the epoch).
  /// Nil outside 1900…2199.
  public init?(instant: Int64, offset: Int = Self.shanghai) {
    let local = instant.addingReportingOverflow(Int64(offset) * 1000)
    if local.overflow { return nil }
    let days = Self.floorDivide(local.partialValue, 86_400_000)
    let rest = Int(local.partialValue - days * 86_400_000)
    guard let date = Self.date(daysSinceEpoch: days) else { return nil }
    self.init(
      year: date.year, month: date.month, day: date.day, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
      second: rest / 1000 % 60, millisecond: rest % 1000)
  }

  /// Asia/Shanghai: eight hours ahead of UTC, all year, since 1991.
  public static let shanghai = 8 * 3600

  /// Milliseconds since the epoch, the clock being `offset` seconds ahead of UTC.
  public func instant(offset: Int = Self.shanghai) -> Int64 {
    let seconds = daysSinceEpoch * 86400 + Int64(hour * 3600 + minute * 60 + second - offset)
    return seconds * 1000 + Int64(millisecond)
  }

  public static func < (one: CivilTime, other: CivilTime) -> Bool { one.instant() < other.instant() }

  /// Counted in years that start in March, so that the leap day comes last; 400 of them have 146,097 days.
  private var daysSinceEpoch: Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private static func date(daysSinceEpoch: Int64) -> (year: Int, month: Int, day: Int)? {
    guard (-30_000...90_000).contains(daysSinceEpoch) else { return nil }
    let days = Int(daysSinceEpoch) + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }
}

extension CivilTime: CustomStringConvertible {
  /// `2026-03-12 19:58:03`.
  public var description: String { "\(date) \(two(hour)):\(two(minute)):\(two(second))" }

  /// `2026-03-12`.
  public var date: String { "\(year)-\(two(month))-\(two(day))" }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
