/// How a column writes what its cells alone do not say.
public enum DurationStyle: String, Sendable, CaseIterable {
  /// `3:25` is three minutes and 25 seconds.
  case minutesSeconds
  /// `4:14` is four hours and 14 minutes.
  case hoursMinutes
  /// `3:25:00` is three minutes and 25 seconds, as a spreadsheet makes of a typed `3:25`.
  case minutesSecondsZeros
}

extension Cell {
  /// Seconds: `3分25秒` `3分钟25秒` `4小时14分` `4个小时14分` `4h 14min` `00:03:25` `03:25` `3'25"` `14.73秒` `205`.
  /// Two colon-parted numbers are what the style says; a bare number takes the header's unit, else it is seconds.
  public func duration(_ unit: ColumnHeader.Unit? = nil, style: DurationStyle = .minutesSeconds)
    throws(CellFault) -> Quantity?
  {
    if isNull { return nil }
    let text = Substring(folded)
    let seconds =
      if text.contains(":") {
        try Self.clock(text, style)
      } else if let bare = try Self.decimal(text) {
        (bare * (unit?.seconds ?? 1) * 1000).rounded() / 1000
      } else {
        try Self.spelled(text)
      }
    guard let seconds else { throw .notADuration }
    if holdsTwoNumbers { throw .twoNumbers }
    return Quantity(seconds)
  }

  private static func clock(_ text: Substring, _ style: DurationStyle) throws(CellFault) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.dropLast().allSatisfy({ isDigits($0) && (1...4).contains($0.count) })
    else { return nil }
    var seconds = 0.0
    for (index, part) in parts.enumerated() {
      guard let value = try decimal(part), index == 0 || value < 60 else { return nil }
      seconds = seconds * 60 + value
    }
    switch style {
    case .hoursMinutes where parts.count == 2: return seconds * 60
    case .minutesSecondsZeros where parts.count == 3: return seconds / 60
    default: return seconds
    }
  }

  /// Units from days down to seconds, each at most once, in that order; the longer spelling first.
  private static let units: [(spellings: [String], seconds: Double)] = [
    (["天", "days", "day", "d"], 86400),
    (["个小时", "个钟头", "小时", "时", "hours", "hour", "hrs", "hr", "h", "jam"], 3600),
    (["分钟", "分", "minutes", "minute", "mins", "min", "menit", "m", "'", "′", "’"], 60),
    (["秒钟", "秒", "seconds", "second", "secs", "sec", "detik", "s", "\"", "″", "”"], 1),
  ]

  private static func spelled(_ text: Substring) throws(CellFault) -> Double? {
    var rest = Substring(text.lowercased())
    var total = 0.0
    var next = 0
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let value = try decimal(digits) else { return nil }
      var found = false
      for index in next..<units.count where rest.takePrefix(units[index].spellings) != nil {
        total += value * units[index].seconds
        next = index + 1
        found = true
        break
      }
      if !found { return nil }
    }
    return next == 0 ? nil : total
  }

  /// How the cell writes a duration, for a column to be judged by.
  public enum DurationForm: Sendable, Equatable {
    case bare(Double)
    /// Colon-parted numbers.
    case clock([Int])
    case spelled
  }

  /// Nil for a cell that says nothing or no duration.
  public var durationForm: DurationForm? {
    guard !isNull, (try? duration()) != nil else { return nil }
    let text = Substring(folded)
    if text.contains(":") { return .clock(text.split(separator: ":").map { Int(Double($0) ?? 0) }) }
    return ((try? Self.decimal(text)) ?? nil).map { .bare($0) } ?? .spelled
  }
}
