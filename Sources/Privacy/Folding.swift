/// How a text is made plain before rules look at it: half-width, lower case, the digits of every script as 0–9, one
/// dash, one space, one dot. One scalar becomes one UTF-16 unit, so that places in the one are places in the other.
enum Folding {
  /// Where something personal stood, in this round or, as a mark, from before.
  static let blot: UInt16 = 0xFFFC
  /// What is no business of any rule.
  static let left: UInt16 = 0xFFFD
  /// What cannot be seen.
  static let nothing: UInt16 = 0x200B
  /// Whatever stands beyond the first plane and is neither letter nor digit.
  private static let other: UInt16 = 0x25A1

  static func fold(_ scalars: [Unicode.Scalar]) -> [UInt16] {
    var folded = scalars.map(fold)
    var index = 0
    while index < folded.count {
      if scalars[index] == "〔", let mark = marks.first(where: { scalars[index...].starts(with: $0) }) {
        for place in index..<index + mark.count { folded[place] = blot }
        index += mark.count
      } else {
        index += 1
      }
    }
    return folded
  }

  private static let marks = Redaction.Kind.allCases.map { Array($0.mark.unicodeScalars) }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt16 {
    let value = scalar.value
    if value < 0x80 { return ascii[Int(value)] }
    if let single = singles[value] { return single }
    // Where most of what people write stands.
    if (0x3400...0x9FFF).contains(value) { return UInt16(value) }
    if let range = ranges.first(where: { $0.from.contains(value) }) {
      return range.to + UInt16(value - range.from.lowerBound)
    }
    if (0x20000...0x3FFFF).contains(value) { return 0x3400 }
    // Nobody types it, and it would look like what is blotted out.
    if value == blot || value == left { return other }
    return value > 0xFFFF ? other : UInt16(value)
  }

  /// 0 to 9, for a digit or a number spelled in Chinese.
  static func digit(_ unit: UInt16) -> Int? {
    if unit < 0x80 { return (0x30...0x39).contains(unit) ? Int(unit) - 0x30 : nil }
    return unit < 0x3007 ? nil : spelled[unit]
  }

  static func isWord(_ unit: UInt16) -> Bool {
    (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit) || unit == 0x5F || unit == 0x2D
  }

  private static let spelled: [UInt16: Int] = spelledDigits.enumerated().reduce(into: [:]) { spelled, words in
    for unit in words.element.utf16 { spelled[unit] = words.offset }
  }

  private static let ascii: [UInt16] = (0..<0x80).map { code in
    let unit = UInt16(code)
    if let single = singles[UInt32(code)] { return single }
    return (0x41...0x5A).contains(unit) ? unit + 32 : unit
  }

  private static let singles: [UInt32: UInt16] = same.reduce(into: [:]) { singles, same in
    for scalar in same.from.unicodeScalars { singles[scalar.value] = same.to.utf16.first! }
  }

  private static let ranges: [(from: ClosedRange<UInt32>, to: UInt16)] = alike.split(separator: " ").map { words in
    let numbers = words.split { $0 == "-" || $0 == ":" }.map { UInt32($0, radix: 16)! }
    return (numbers[0]...numbers[1], UInt16(numbers[2]))
  }
}
