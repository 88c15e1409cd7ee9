extension Cell {
  /// Seconds: `3分25秒` `3分钟25秒` `4小时14分` `00:03:25` `03:25` `3'25"` `14.73秒` `205`.
  /// Two colon-parted numbers are minutes and seconds; a bare number takes the header's unit, else it is seconds.
  public func duration(_ unit: ColumnHeader.Unit? = nil) throws(CellFault) -> Quantity? {
    if isNull { return nil }
    let text = Substring(folded)
    let seconds =
      if text.contains(":") {
        try Self.clock(text)
      } else if let bare = try Self.decimal(text) {
        bare * (unit?.seconds ?? 1)
      } else {
        try Self.spelled(text)
      }
    guard let seconds else { throw .notADuration }
    return Quantity(seconds)
  }

  private static func clock(_ text: Substring) throws(CellFault) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.dropLast().allSatisfy({ isDigits($0) && (1...4).contains($0.count) })
    else { return nil }
    var seconds = 0.0
    for (index, part) in parts.enumerated() {
      guard let value = try decimal(part), index == 0 || value < 60 else { return nil }
      seconds = seconds * 60 + value
    }
    return seconds
  }

  /// Units from days down to seconds, each at most once, in that order.
  private static let units: [(spellings: [String], seconds: Double)] = [
    (["天", "d"], 86400), (["小时", "时", "h"], 3600), (["分钟", "分", "min", "m", "'", "′", "’"], 60),
    (["秒钟", "秒", "s", "\"", "″", "”"], 1),
  ]

  private static func spelled(_ text: Substring) throws(CellFault) -> Double? {
    var rest = text
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
}
