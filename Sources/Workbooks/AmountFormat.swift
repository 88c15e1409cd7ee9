internal import Tables

/// What a number's format shows beside it that makes it another number: a currency, a unit, thousands left off.
///
/// `[$$-409]#,##0.00` `"¥"#,##0` `0.00"万元"` `0\.0,"万"`. Words that say nothing about the amount, as in `0"days"`, are
/// left out: a word counts if `Cell` reads a number with it, or names it as money.
struct AmountFormat: Equatable {
  /// `$`, `¥`, `Rp`.
  private let sign: String
  /// `元`, `万`, `万元`.
  private let unit: String
  /// The power of ten that the number is shown divided by.
  private let shift: Int

  /// Nil where it shows the number alone.
  init?(code: String) {
    var scan = AmountScan(code)
    scan.read()
    sign = Self.kept(scan.before, before: true)
    unit = Self.kept(scan.behind, before: false)
    let isUnknown = unit.isEmpty && scan.behind.text.contains(where: \.isLetter)
    // A word that is not known may say how much was left off; then the number is kept as it is stored.
    shift = isUnknown ? 0 : scan.shift(hasUnit: !unit.isEmpty)
    guard shift <= Self.mostShift, !(sign.isEmpty && unit.isEmpty && shift == 0) else { return nil }
  }

  /// As it is shown, with all its digits: `-$5`, `23.1182万`.
  func text(_ value: Double) -> String {
    var shown = value
    for _ in 0..<shift { shown /= 10 }
    return (shown < 0 ? "-" : "") + sign + Decimal.text(abs(shown)) + unit
  }

  /// Characters of a word that may be a sign or a unit.
  private static let longest = 20
  private static let mostShift = 12

  private static func kept(_ words: AmountScan.Words, before: Bool) -> String {
    let text = words.text.trimmed
    // `[$…]` is always money, and so is any sign of one but yuan's, though nobody may know whose.
    if words.isCurrency || text.unicodeScalars.contains(where: isForeign) { return String(text.prefix(longest)) }
    if text.isEmpty || text.count > longest { return "" }
    // Only as a code's own sign does it multiply: `0.0"%"` shows 5.8 as `5.8%`.
    if !before, ["%", "‰"].contains(text) { return text }
    do {
      return try Cell(before ? text + "1" : "1" + text).number() == nil ? "" : text
    } catch {
      return error == .foreignCurrency ? text : ""
    }
  }

  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .currencySymbol && !["¥", "￥"].contains(scalar)
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank = { (sign: Character) in sign.isWhitespace || sign == "\u{200B}" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
