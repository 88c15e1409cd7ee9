// Foundation for canonical composition only: the standard library can check NFC, but has no public way to make it.
import Foundation

/// What becomes of words a person typed, before they are looked at.
enum Typed {
  /// How many code points a text has that is clean as it stands: nothing in it but printable ASCII, CJK ideographs and
  /// their punctuation, no space around. Nil: look closer. Nearly every text is of this kind, and one walk tells.
  static func plainLength(_ text: String) -> Int? {
    let utf8 = text.utf8
    let bytes = utf8.span
    guard bytes.count > 0, bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20 else { return nil }
    var length = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20..<0x7F: index += 1
      // U+4000 to U+9FFF: no mark among them, nothing that composes or decomposes.
      case 0xE4...0xE9: index += 3
      // 、 to 〩, and the full-width forms of ASCII.
      case 0xE3 where bytes[index + 1] == 0x80 && (0x81...0xA9).contains(bytes[index + 2]): index += 3
      case 0xEF where bytes[index + 1] == 0xBC && bytes[index + 2] >= 0x81: index += 3
      default: return nil
      }
      length += 1
    }
    return length
  }

  /// NFC, line ends as LF, nothing that cannot be seen, no space around.
  static func clean(_ raw: String) -> String {
    var text = raw
    if !isPlain(text) {
      text = text.precomposedStringWithCanonicalMapping
      text = seen(text)
    }
    if text.utf8.contains(0x0D) {
      text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    return trimmed(text)
  }

  static func isAllowed(_ scalar: Unicode.Scalar, multiline: Bool) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: multiline
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x2028, 0x2029: multiline
    default: true
    }
  }

  /// Latin and CJK text as people type it: composed already, no mark to drop.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0xAD, 0xAE..<0x300, 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
      default: false
      }
    }
  }

  /// Without what has no look of its own: direction marks, which can show a text in another order than it has, joiners,
  /// soft hyphens, fillers, stray byte order marks. Two names that look alike are then alike. What an emoji or a variant
  /// of an ideograph is made of stays.
  private static func seen(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isSeen(scalar, after: kept.last, before: next) { kept.append(scalar) }
    }
    return String(kept)
  }

  private static func isSeen(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?)
    -> Bool
  {
    switch scalar.value {
    case 0..<0xAD: true
    case 0xFFF9...0xFFFB: false
    case _ where !scalar.properties.isDefaultIgnorableCodePoint: true
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: last != nil
    case 0x200D: last.map(isOfEmoji) == true && next.map(isOfEmoji) == true
    // The letters of a region's flag, behind the black flag they are drawn on.
    case 0xE0020...0xE007F: last.map { $0.value == 0x1F3F4 || (0xE0020...0xE007E).contains($0.value) } == true
    default: false
    }
  }

  private static func isOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0xFF && scalar.properties.isEmoji
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Looked up in the Unicode tables only where a glance does not tell.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The last one is the blank among the braille patterns.
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000, 0x2800: true
    case 0..<0x1680, 0x3001...: false
    default: scalar.properties.isWhitespace
    }
  }
}
