internal import Tables

extension RowReader {
  /// The words of the cell on one line, cut where they are longer than `limit` code points.
  mutating func text(_ column: Column, limit: Int, multiline: Bool = false) -> String? {
    guard let text = cell(column)?.text.map({ Self.plain($0, multiline: multiline) }), !text.isEmpty else { return nil }
    guard text.unicodeScalars.count > limit else {
      show(.text(text), at: column)
      return text
    }
    let short = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
    show(.text(short), at: column)
    report(.tooLong, at: column)
    return short
  }

  /// The code that a word of the cell stands for; words that are not in the list are reported.
  mutating func code(_ column: Column, _ words: [String: String]) -> String? {
    guard let cell = cell(column), !cell.isNull else { return nil }
    if let code = words[ColumnHeader(cell.raw).key] {
      show(.text(code), at: column)
      return code
    }
    report(.unknownWord, at: column)
    return nil
  }

  /// As `code`, where there must be one.
  mutating func requiredCode(_ column: Column, _ words: [String: String]) -> String? {
    if cell(column)?.isNull != false { report(.missing, at: column) }
    return code(column, words)
  }

  /// Without control characters: line ends become LF or a space.
  private static func plain(_ text: String, multiline: Bool) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where multiline: scalars.append(scalar)
      case 0x09, 0x0A: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
