/// Makes the text of a cell that a person would read there.
struct CellRendering {
  let strings: [String]
  let formats: [NumberFormat]
  let isFrom1904: Bool

  /// - Parameter kind: the cell's `t`.
  func text(_ value: String, kind: String?, style: Int) throws(WorkbookFault) -> String {
    switch kind {
    case "s":
      guard let index = Int(value.filter { $0 != " " }), strings.indices.contains(index) else { throw .damaged }
      return strings[index]
    case nil, "n": return Double(value).map { number($0, style: style) } ?? value
    case "b": return value == "1" ? "TRUE" : "FALSE"
    // Text, a date in words, or what went wrong with a formula.
    default: return value
    }
  }

  func number(_ value: Double, style: Int) -> String {
    guard value.isFinite else { return "#NUM!" }
    let format = formats.indices.contains(style) ? formats[style] : .plain
    switch format {
    case .plain: return Decimal.text(value)
    case .amount(let amount): return amount.text(value)
    case .percent: return Decimal.text(value * 100) + "%"
    case .elapsed: return Self.clock(value) ?? Decimal.text(value)
    case .date, .dateAndTime, .timeOfDay:
      // Below a day it is a time of none, whatever the format would make of it.
      if value < 1 { return format == .date ? Decimal.text(value) : Self.clock(value) ?? Decimal.text(value) }
      return date(value, hasTime: format != .date) ?? Decimal.text(value)
    }
  }

  /// `h:mm:ss`, nil below zero and beyond 9999 hours.
  private static func clock(_ days: Double) -> String? {
    guard days >= 0, days < 416 else { return nil }
    let seconds = Int((days * 86_400).rounded())
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// `YYYY-MM-DD HH:MM:SS`, without the time where neither the format nor the number has one.
  private func date(_ serial: Double, hasTime: Bool) -> String? {
    guard serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    // Days from 1899-12-30, or from 1904-01-01.
    let (year, month, day) = Self.civil(seconds / 86_400 + (isFrom1904 ? 1462 : 0) - 25_569)
    let date = "\(year)-\(Self.two(month))-\(Self.two(day))"
    let rest = seconds % 86_400
    if rest == 0, !hasTime { return date }
    return "\(date) \(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))"
  }

  /// The day so many after 1970-01-01, in years that begin in March and eras of 400.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let inEra = shifted % 146_097
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let march = (5 * inYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * march + 2) / 5 + 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
