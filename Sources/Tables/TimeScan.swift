/// A cursor over the text of a date or a time of day.
struct TimeScan {
  private var rest: Substring.UnicodeScalarView

  init(_ text: some StringProtocol) {
    rest = Substring(text).unicodeScalars
    skipSpaces()
  }

  var isAtEnd: Bool { rest.isEmpty }
  private var isAtDigit: Bool { rest.first.map(Self.isDigit) ?? false }

  @discardableResult mutating func skipSpaces() -> Bool {
    let isAtSpace = rest.first == " "
    while rest.first == " " { rest.removeFirst() }
    return isAtSpace
  }

  @discardableResult mutating func take(_ any: String) -> Bool {
    guard let first = rest.first, any.unicodeScalars.contains(first) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(words: [String]) -> Bool {
    let text = String(rest.prefix(4)).lowercased()
    guard let word = words.first(where: text.hasPrefix) else { return false }
    rest = rest.dropFirst(word.unicodeScalars.count)
    return true
  }

  private mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: Self.isDigit)
    guard count.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(String(digits))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The whole text, when it is one unsigned number.
  func wholeNumber() -> Double? {
    guard !rest.isEmpty, rest.allSatisfy({ Self.isDigit($0) || $0 == "." }) else { return nil }
    return Double(String(rest))
  }

  /// `2026-03-12`, `2026年3月12日`; `12-03-2026` where its order is known. A mark behind it is taken along.
  mutating func date(_ order: DateOrder?) -> (year: Int, month: Int, day: Int)? {
    var ahead = self
    if let year = ahead.digits(4...4), ahead.take("-/.年"), let month = ahead.digits(1...2), ahead.take("-/.月"),
      let day = ahead.digits(1...2)
    {
      self = ahead
      take("日号/")
      return (year, month, day)
    }
    guard let order, let date = yearLast() else { return nil }
    return order == .dayFirst ? (date.year, date.second, date.first) : (date.year, date.first, date.second)
  }

  mutating func yearLast() -> (first: Int, second: Int, year: Int)? {
    guard let first = digits(1...2), take("-/."), let second = digits(1...2), take("-/."), let year = digits(4...4)
    else { return nil }
    return (first, second, year)
  }

  /// Milliseconds since midnight: `20:01(:30(.250))`, `8:01 PM`, `晚上8点01分`, `20点半`.
  mutating func clock(hours: ClosedRange<Int>) -> Int64? {
    var half = isAtDigit ? nil : Self.halves.firstIndex { take(words: $0) }
    skipSpaces()
    guard var hour = digits(1...3), hours.contains(hour) else { return nil }
    let isSpelled = take("时点")
    guard isSpelled || take(":") else { return nil }
    var minute = 0
    var millisecond = 0
    if take("半") {
      minute = 30
    } else if isAtDigit {
      guard let value = digits(1...2), value < 60 else { return nil }
      minute = value
      take("分")
      guard let rest = seconds() else { return nil }
      millisecond = rest
    } else if !isSpelled {
      return nil
    }
    if half == nil, !isAtEnd {
      var ahead = self
      ahead.skipSpaces()
      if let found = Self.halves.firstIndex(where: { ahead.take(words: $0) }) {
        half = found
        self = ahead
      }
    }
    if let half {
      guard let adjusted = Self.hour(hour, half) else { return nil }
      hour = adjusted
    }
    return Int64(hour * 3600 + minute * 60) * 1000 + Int64(millisecond)
  }

  /// Which half of the day: before noon, about noon, after noon, at night.
  private static let halves = [
    ["上午", "早上", "凌晨", "a.m.", "am"], ["中午"], ["下午", "傍晚", "p.m.", "pm"], ["晚上", "晚间", "晚"],
  ]

  private static func hour(_ hour: Int, _ half: Int) -> Int? {
    guard hour <= 24 else { return nil }
    switch half {
    case 0: return hour == 12 ? 0 : hour
    case 1: return hour < 10 ? hour + 12 : hour
    case 2: return hour < 12 ? hour + 12 : hour
    default: return hour == 12 ? 24 : hour < 5 ? hour + 24 : hour < 12 ? hour + 12 : hour
    }
  }

  private mutating func seconds() -> Int? {
    guard take(":") || isAtDigit else { return 0 }
    guard let second = digits(1...2), second < 60 else { return nil }
    var milliseconds = second * 1000
    if take(".") {
      let digits = rest.prefix(while: Self.isDigit)
      guard (1...9).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      milliseconds += Int((String(digits) + "00").prefix(3)) ?? 0
    }
    take("秒")
    return milliseconds
  }

  /// `Z`, `+08:00`, `+0800`, or nothing: then `absent`. Nil when it is malformed.
  mutating func zone(else absent: Int) -> Int? {
    skipSpaces()
    if isAtEnd { return absent }
    if take("Zz") { return 0 }
    let sign = rest.first == "-" ? -1 : 1
    guard take("+-") else { return nil }
    let parts = String(String.UnicodeScalarView(rest.filter { $0 != ":" }))
    guard parts.utf8.count == 4, let value = Int(parts), value >= 0, value / 100 <= 14, value % 100 < 60 else {
      return nil
    }
    rest = Substring().unicodeScalars
    return sign * (value / 100 * 3600 + value % 100 * 60)
  }
}
