/// An apostrophe before words of which a spreadsheet would make something else: a formula, which runs; a date or a
/// number, which loses what was written (`1-2`, `3/12`, `00123`, `1E5`, an id of 19 digits, `12:30`).
///
/// Some programs show the apostrophe, and that is the price. It is the mark people of spreadsheets know for "text", it
/// is seen by whoever reads the file, and is one for formulas and numbers alike. `="…"` is a formula itself, which other
/// programs show as it is, and a tab or a character of no width is taken along unseen when the cell is copied.
enum TextShield {
  static func shielded(_ text: String) -> String { needsShield(text) ? "'" + text : text }

  /// What `shielded` was given.
  static func unshielded(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let words = String(text.unicodeScalars.dropFirst())
    return needsShield(words) ? words : text
  }

  /// Apostrophes of the text's own before such words get one more, so that they come back as they were.
  private static func needsShield(_ text: String) -> Bool {
    let words = text.unicodeScalars.drop { $0 == "'" }
    guard let first = words.firstIndex(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" }) else { return false }
    return startsFormula(words[first]) || isValue(words[first...])
  }

  /// `=`, `+`, `-`, `@`, TAB, CR, LF, NUL and the full-width forms, at the start or behind spaces.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// Digits and what may stand between them in a number, a date or a time, in Chinese and English; nothing else.
  /// Rather one too many (`1-2-3-4`) than one that is turned into something.
  private static func isValue(_ text: Substring.UnicodeScalarView) -> Bool {
    var hasDigit = false
    var word = ""
    for scalar in text.lazy.map(Cell.fold) {
      if let letter = lowercase(scalar) {
        guard word.utf8.count < longestWord else { return false }
        word.unicodeScalars.append(letter)
        continue
      }
      guard isDigit(scalar) || isBetween(scalar), isPart(word, behindDigit: hasDigit) else { return false }
      if isDigit(scalar) { hasDigit = true }
      word = ""
    }
    return hasDigit ? isPart(word, behindDigit: true) : word == "true" || word == "false"
  }

  /// `E5` and `A1` are names, `1E5` and `1 a` are values.
  private static func isPart(_ word: String, behindDigit: Bool) -> Bool {
    word.isEmpty || calendarWords.contains(word) || behindDigit && ["am", "pm", "a", "p", "e", "t", "z"].contains(word)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z": scalar
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 0x20)
    default: nil
    }
  }

  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{A0}", "\u{3000}", ".", ",", ":", "/", "-", "+", "(", ")", "%", "$", "¥", "€", "£", "'": true
    case "年", "月", "日", "时", "分", "秒", "上", "下", "午": true
    default: false
    }
  }

  private static let longestWord = 9

  private static let calendarWords: Set<String> = {
    let long = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    return Set(long + long.map { String($0.prefix(3)) } + ["sept"])
  }()
}
