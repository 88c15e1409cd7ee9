/// What a user wrote, so that Markdown shows these characters and makes nothing of them: no heading, rule, list, quote,
/// code, table, entity, HTML, emphasis or link.
///
/// A backslash does it, which every reader of CommonMark takes off before ASCII punctuation, and which leaves words
/// legible to whoever reads the file as it is. Bare addresses are broken in the same way, at each mark that an address
/// cannot do without (`https\:/\/shop\.example`, `www\.shop\.example`, `a\@b\.example`): readers that link addresses
/// look for them in what stands between escapes. An entity (`&#58;`) would be no better and nobody could read it, and a
/// character of no width would stay in the address for whoever copies it. Readers of GitHub's kind
/// look for mail alone only after the backslashes are off, which no text could keep them from; an entry's own is redacted.
enum MarkdownText {
  /// On one line, whatever it was: for headings and items.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { escaped(String($0)) }.joined(separator: " ")
  }

  /// Lines as they were written. Two spaces at the end of each keep the next from being joined to it.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { escaped(String($0)) + "  " }
  }

  /// By scalars: an accent that follows a mark makes one character of both, and hides the mark from nobody else.
  private static func escaped(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.count
    // Spaces at the start are taken off by readers, or make code of the line: those that do not break stay.
    for scalar in scalars[..<start] { escaped.append(contentsOf: indented(scalar)) }
    let number = scalars[start...].prefix(while: isDigit)
    for index in start..<scalars.count {
      let scalar = scalars[index]
      let before = index > start ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      let opensLine = index == start && startsBlock(scalar)
      let endsNumber =
        index == number.endIndex && !number.isEmpty && (scalar == "." || scalar == ")") && after.map(isDigit) != true
      if opensLine || endsNumber || isMark(scalar) || isOfAddress(scalar, before, after) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func indented(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    Array(repeating: "\u{A0}", count: scalar == "\t" ? 4 : 1)
  }

  /// Means something at the start of a line only.
  private static func startsBlock(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ">", "-", "+", "=", ":": true
    default: false
    }
  }

  /// Means something anywhere, `#` also at the end of a heading; `$`, `{` and `^` to many readers beyond CommonMark.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", "|", "~", "&", "#", "$", "{", "^": true
    default: false
    }
  }

  /// A dot beside a letter (`shop.example`, but not `12.5`), a colon beside a Latin one (`mailto:`, but not `20:30`),
  /// the second of two slashes, and every `@`.
  private static func isOfAddress(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool
  {
    switch scalar {
    case "@": true
    case "/": before == "/"
    case ".": [before, after].contains { $0?.properties.isAlphabetic == true }
    case ":": [before, after].contains { $0?.isASCII == true && $0?.properties.isAlphabetic == true } || after == "/"
    default: false
    }
  }
}
