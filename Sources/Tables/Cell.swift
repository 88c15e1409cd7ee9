/// One cell as the file has it, and the ways to read it. Every reading gives nil for a cell that says "no value".
public struct Cell: Sendable, Equatable {
  public let raw: String

  public init(_ raw: String) { self.raw = raw }

  /// Without the white space and invisible marks around.
  public var trimmed: String {
    let scalars = raw.unicodeScalars
    guard let first = scalars.firstIndex(where: { !Self.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Self.isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// `-` `--` `—` `/` `nan` `N/A` `null` `暂无` and emptiness: no value, never zero.
  public var isNull: Bool { Self.nullWords.contains(folded.lowercased()) }

  /// The words of the cell, nil when it says nothing. The apostrophe that shields a formula is taken off.
  public var text: String? {
    if isNull { return nil }
    let text = trimmed
    if text.hasPrefix("'"), let second = text.dropFirst().unicodeScalars.first, CSVWriter.startsFormula(second) {
      return String(text.dropFirst())
    }
    return text
  }

  private static let nullWords: Set<String> = [
    "", "-", "--", "---", "—", "——", "–", "/", "\\", "nan", "n/a", "#n/a", "null", "暂无", "暂无数据",
  ]

  /// Longer than any value or column's name: read as words alone, so that a cell of megabytes costs next to nothing.
  private var isLong: Bool { raw.utf8.count > 1000 }

  /// Half-width, without any white space: what numbers and headers are read from.
  var folded: String {
    if isLong { return trimmed }
    return String(String.UnicodeScalarView(raw.unicodeScalars.filter { !Self.isBlank($0) }.map(Self.fold)))
  }

  /// Half-width, single spaces kept between words: what dates are read from.
  var foldedWords: String {
    String(String.UnicodeScalarView(trimmed.unicodeScalars.map { Self.isBlank($0) ? " " : Self.fold($0) }))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0x2066...0x2069, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFFE5: "¥"
    case 0x2212: "-"
    default: scalar
    }
  }
}
