/// A number as a cell gives it.
public struct Quantity: Sendable, Equatable {
  public let value: Double
  /// The file rounded it: `2.1万`, `1.2亿`, `10k`, `100+`.
  public let isRounded: Bool

  public init(_ value: Double, isRounded: Bool = false) {
    self.value = value
    self.isRounded = isRounded
  }
}

extension Cell {
  /// `1,234` `¥48,312.00` `2.1万` `1.3w` `1.2亿` `10k` `-5` `(5)` `１２３人`; a bare number takes the header's unit.
  public func number(_ unit: ColumnHeader.Unit? = nil) throws(CellFault) -> Quantity? {
    if isNull { return nil }
    var text = Substring(folded)
    var isRounded = false
    var exponent = 0
    if text.hasPrefix("'") { text = text.dropFirst() }
    var isNegative = text.takeBrackets()
    _ = text.takePrefix(["¥", "$"])
    if let sign = text.takePrefix(["-", "+"]) { isNegative = isNegative || sign == "-" }
    _ = text.takePrefix(["¥", "$"])
    if text.takeSuffix(["+"]) != nil { isRounded = true }
    _ = text.takeSuffix(["人次", "人", "次", "元", "块", "单", "条", "件", "个"])
    if text.takeSuffix(["+", "多"]) != nil { isRounded = true }
    if let multiple = text.takeSuffix(["亿", "万", "千", "w", "W", "k", "K"]) {
      isRounded = true
      exponent = Self.exponents[multiple] ?? 0
    } else if let unit, unit.exponent > 0 {
      isRounded = true
      exponent = unit.exponent
    }
    guard let value = try Self.decimal(text, exponent: exponent) else { throw .notANumber }
    return Quantity(isNegative ? -value : value, isRounded: isRounded)
  }

  private static let exponents: [String: Int] = ["亿": 8, "万": 4, "w": 4, "W": 4, "千": 3, "k": 3, "K": 3]

  /// Digits with groups of three and a fraction, times ten to the `exponent`, rounded once; nil for anything else.
  static func decimal(_ text: Substring, exponent: Int = 0) throws(CellFault) -> Double? {
    if text.utf8.count > 1000 { return nil }
    var exponent = exponent
    var mantissa = text
    if let mark = text.lastIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let power = Int(text[text.index(after: mark)...]), abs(power) < 30 else { return nil }
      exponent += power
      mantissa = text[..<mark]
    }
    let parts = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard let whole = parts.first, let integer = ungrouped(whole), isDigits(fraction), !(integer + fraction).isEmpty
    else { return nil }
    let significant = (integer + fraction).drop { $0 == "0" }
    guard significant.count <= 15 else { throw .tooManyDigits }
    return Double("\(integer.isEmpty ? "0" : integer).\(fraction.isEmpty ? "0" : fraction)e\(exponent)")
  }

  /// `1234` and `1,234` are 1234; `12,34` is not a number anyone writes here.
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return groups.joined()
  }

  static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Substring {
  mutating func takePrefix(_ words: [String]) -> String? {
    guard let word = words.first(where: { hasPrefix($0) }) else { return nil }
    self = dropFirst(word.count)
    return word
  }

  mutating func takeSuffix(_ words: [String]) -> String? {
    guard let word = words.first(where: { hasSuffix($0) }) else { return nil }
    self = dropLast(word.count)
    return word
  }

  /// Accountants' brackets: `(5)` is −5.
  fileprivate mutating func takeBrackets() -> Bool {
    guard hasPrefix("("), hasSuffix(")"), count > 2 else { return false }
    self = dropFirst().dropLast()
    return true
  }
}
