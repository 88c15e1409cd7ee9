/// A day of the calendar, as a team in China counts them.
public struct Day: Sendable, Hashable, Comparable, Codable {
  /// `2026-03-14`.
  public let text: String

  /// Nil: no such day, or one that nobody plans for.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      2000...2100 ~= year, 1...12 ~= month, 1...Self.length(of: month, year) ~= day
    else { return nil }
    self.text = text
  }

  /// The day at that moment, eight hours ahead of UTC.
  public init(at milliseconds: Int64) {
    let days = (milliseconds + 8 * 3_600_000) / 86_400_000
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    text = "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))"
  }

  public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public static func < (one: Day, other: Day) -> Bool { one.text < other.text }

  private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func length(of month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
