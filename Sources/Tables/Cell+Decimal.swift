extension Cell {
  /// Digits with groups of three and a fraction, times ten to the `exponent`, rounded once; nil for anything else.
  static func decimal(_ text: Substring, exponent: Int = 0) throws(CellFault) -> Double? {
    if exponent == 0, text.utf8.count <= 15, !text.isEmpty, isDigits(text) { return Int(text).map(Double.init) }
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
    // An id is a whole number; a quotient's fraction may be written out as far as the machine goes.
    guard integer.drop(while: { $0 == "0" }).count <= 15 else { throw .tooManyDigits }
    return Double("\(integer.isEmpty ? "0" : integer).\(fraction.isEmpty ? "0" : fraction)e\(exponent)")
  }

  /// `1234` and `1,234` are 1234; `12,34` is not a number anyone writes here.
  private static func ungrouped(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return isDigits(text) ? String(text) : nil }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits) else { return nil }
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return groups.joined()
  }

  static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
