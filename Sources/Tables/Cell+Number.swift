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

/// Which mark parts a number's fraction, and which its groups. Decided by a whole table, never by a cell.
public enum NumberMarks: String, Sendable, CaseIterable {
  /// `1,234.5`.
  case point
  /// `1.234,5`, as Indonesia and Brazil write it.
  case comma
}

extension Cell {
  /// `1,234` `¥48,312.00` `RMB 48,312` `2.1万` `1.2百万` `1.3w` `1.2亿` `10k` `1.2M` `-5` `(5)` `１２３人`; a bare number
  /// takes the header's unit. Money of another country and two numbers in a cell are faults.
  public func number(_ unit: ColumnHeader.Unit? = nil, marks: NumberMarks = .point) throws(CellFault) -> Quantity? {
    if isNull { return nil }
    var text = Substring(folded)
    if Currency(markedIn: text) != nil { throw .foreignCurrency }
    var isRounded = false
    var exponent = 0
    if !Self.isBare(text) {
      if text.hasPrefix("'") { text = text.dropFirst() }
      let isNegative = Self.sign(&text)
      if Self.isBare(text) {
        (exponent, isRounded) = Self.scaled(unit, false)
        let value = try value(text, exponent, marks)
        return Quantity(isNegative ? -value : value, isRounded: isRounded)
      }
      if text.takeSuffix(["+"]) != nil { isRounded = true }
      _ = text.takeSuffix(Self.counters)
      if text.takeSuffix(["+", "多"]) != nil { isRounded = true }
      if let multiple = Self.multiples.first(where: { text.ends(with: $0.word) }) {
        text = Substring(text.utf8.dropLast(multiple.word.utf8.count))
        isRounded = true
        exponent = multiple.exponent
        if text.isEmpty { throw .notANumber }
      } else {
        (exponent, isRounded) = Self.scaled(unit, isRounded)
      }
      let value = try value(text, exponent, marks)
      return Quantity(isNegative ? -value : value, isRounded: isRounded)
    }
    (exponent, isRounded) = Self.scaled(unit, false)
    return Quantity(try value(text, exponent, marks), isRounded: isRounded)
  }

  private static let counters = ["人次", "人", "次", "元", "块", "单", "条", "件", "个", "RMB", "rmb", "CNY"]

  /// The longer before what they end with.
  private static let multiples: [(word: String, exponent: Int)] = [
    ("千亿", 11), ("百亿", 10), ("十亿", 9), ("亿", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4), ("千", 3), ("百", 2),
    ("w", 4), ("W", 4), ("k", 3), ("K", 3), ("M", 6), ("B", 9),
  ]

  private static func isBare(_ text: Substring) -> Bool {
    guard let last = text.utf8.last, (0x30...0x39).contains(last) else { return false }
    return text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func scaled(_ unit: ColumnHeader.Unit?, _ isRounded: Bool) -> (Int, Bool) {
    guard let unit else { return (0, isRounded) }
    return (unit.exponent, isRounded || unit.exponent > 0)
  }

  /// Takes off the mark of yuan and the sign, in either order; accountants' brackets are a minus.
  private static func sign(_ text: inout Substring) -> Bool {
    var isNegative = text.takeBrackets()
    text.takeYuan()
    if let sign = text.takePrefix(["-", "+"]) { isNegative = isNegative || sign == "-" }
    text.takeYuan()
    return isNegative
  }

  private func value(_ text: Substring, _ exponent: Int, _ marks: NumberMarks) throws(CellFault) -> Double {
    let text = marks == .comma ? Self.pointed(text) : text
    guard let value = try Self.decimal(text, exponent: exponent) else { throw .notANumber }
    if holdsTwoNumbers { throw .twoNumbers }
    return value
  }

  /// `1.234.567,8` as `1234567.8`; what is not written so stays.
  private static func pointed(_ text: Substring) -> Substring {
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return text }
    let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ isDigits($0) && !$0.isEmpty }), groups[0].count <= 3 || groups.count == 1,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return text }
    return Substring(groups.joined() + (halves.count == 2 ? "." + halves[1] : ""))
  }

  /// The number could not be read with a decimal point: `48.312.000`, `1.234,56`. Amounts with another country's sign
  /// prove nothing for the numbers beside them.
  public var provesComma: Bool {
    guard raw.utf8.contains(UInt8(ascii: ".")), raw.utf8.count < 30 else { return false }
    let text = Substring(folded)
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > (halves.count == 2 ? 1 : 2), halves.count <= 2, groups.allSatisfy(Self.isDigits) else {
      return false
    }
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && (halves.count == 1 || (!halves[1].isEmpty && Self.isDigits(halves[1])))
  }
}

extension Substring {
  // Compared by bytes: by characters it would take most of the time that a file's reading takes.

  mutating func takePrefix(_ words: [String]) -> String? {
    guard let word = words.first(where: { utf8.starts(with: $0.utf8) }) else { return nil }
    self = Substring(utf8.dropFirst(word.utf8.count))
    return word
  }

  mutating func takeSuffix(_ words: [String]) -> String? {
    guard let word = words.first(where: { ends(with: $0) }) else { return nil }
    self = Substring(utf8.dropLast(word.utf8.count))
    return word
  }

  fileprivate func ends(with word: String) -> Bool {
    let length = word.utf8.count
    return utf8.count >= length && utf8.suffix(length).elementsEqual(word.utf8)
  }

  fileprivate mutating func takeYuan() {
    if let first = utf8.first, (0x2B...0x39).contains(first) { return }
    let start = prefix(3).lowercased()
    if let word = Currency.yuan.first(where: start.hasPrefix) { self = dropFirst(word.count) }
    if hasPrefix(":") { self = dropFirst() }
  }

  /// Accountants' brackets: `(5)` is −5.
  fileprivate mutating func takeBrackets() -> Bool {
    guard hasPrefix("("), hasSuffix(")"), count > 2 else { return false }
    self = dropFirst().dropLast()
    return true
  }
}
