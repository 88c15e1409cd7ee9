/// One cell as the file has it, and the ways to read it. Every reading gives nil for a cell that says "no value".
public struct Cell: Sendable, Equatable {
  public let raw: String

  public init(_ raw: String) { self.raw = raw }

  /// Without the white space and invisible marks around, and out of the `="…"` by which spreadsheets keep text.
  public var trimmed: String {
    if isPlain { return raw.utf8.first == UInt8(ascii: "=") ? Self.unwrapped(raw) : raw }
    let scalars = raw.unicodeScalars
    guard let first = scalars.firstIndex(where: { !Self.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Self.isBlank($0) })
    else { return "" }
    return Self.unwrapped(String(scalars[first...last]))
  }

  /// `-` `--` `—` `/` `nan` `N/A` `null` `暂无` and emptiness: no value, never zero.
  public var isNull: Bool {
    guard let first = raw.unicodeScalars.first(where: { !Self.isBlank($0) }) else { return true }
    // Most cells begin as none of those words does, and are looked at no further.
    if ("0"..."9").contains(first) { return false }
    guard Self.nullStarts.contains(Self.fold(first)) else { return false }
    return Self.nullWords.contains(folded.lowercased())
  }

  /// The words of the cell, nil when it says nothing. The apostrophe that shields them from spreadsheets is taken off.
  public var text: String? { isNull ? nil : TextShield.unshielded(trimmed) }

  private static let nullWords: Set<String> = [
    "", "-", "--", "---", "—", "——", "–", "/", "\\", "nan", "n/a", "#n/a", "null", "<null>", "#div/0!", "#value!",
    "#ref!", "暂无", "暂无数据",
  ]

  private static let nullStarts = Set(
    (nullWords.union(nullWords.map { $0.uppercased() }).union(["=\"\""])).compactMap(\.unicodeScalars.first))

  private static func unwrapped(_ text: String) -> String {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 else { return text }
    return Cell(String(text.dropFirst(2).dropLast())).trimmed
  }

  /// Printable ASCII without a space: nothing to trim or to fold, which most cells of most files are.
  private var isPlain: Bool { raw.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }

  /// Longer than any value or column's name: read as words alone, so that a cell of megabytes costs next to nothing.
  var isLong: Bool { raw.utf8.count > 1000 }

  /// Half-width, without any white space: what numbers and headers are read from.
  var folded: String {
    let text = trimmed
    if isLong || isPlain { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !Self.isBlank($0) }.map(Self.fold)))
  }

  /// Half-width, single spaces kept between words: what dates are read from.
  var foldedWords: String {
    if isPlain { return trimmed }
    return String(String.UnicodeScalarView(trimmed.unicodeScalars.map { Self.isBlank($0) ? " " : Self.fold($0) }))
  }

  /// Two numbers with nothing but white space between them: without it they would read as one.
  var holdsTwoNumbers: Bool {
    if isPlain || isLong { return false }
    var last: Unicode.Scalar?
    var isApart = false
    for scalar in trimmed.unicodeScalars {
      if Self.isBlank(scalar) {
        isApart = true
        continue
      }
      if isApart, Self.isDigit(Self.fold(scalar)), let last, Self.isDigit(last) { return true }
      isApart = false
      last = Self.fold(scalar)
    }
    return false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0x2066...0x2069, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFFE5: "¥"
    case 0x2212: "-"
    case 0x301C: "~"
    default: scalar
    }
  }
}
