/// The first section of a format's code, sign by sign.
struct AmountScan {
  struct Words {
    var text = ""
    /// In `[$…]`.
    var isCurrency = false
  }

  private(set) var before = Words()
  private(set) var behind = Words()
  private var rest: Substring
  private var hasDigits = false
  private var hasPoint = false
  /// Commas since the last digit: each leaves off thousands.
  private var commas = 0
  private var thousands = 0
  /// Digits since a point that is a word, as in `0\.0,"万"`: the number is shown a tenth for each.
  private var pointed: Int?

  init(_ code: String) { rest = Substring(code) }

  func shift(hasUnit: Bool) -> Int {
    let left = 3 * (thousands + commas)
    return left + (left > 0 || hasUnit ? pointed ?? 0 : 0)
  }

  mutating func read() {
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"":
        let word = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(word.count + 1)
        add(String(word))
      case "\\", "!": if let sign = rest.popFirst() { add(String(sign)) }
      case "_", "*": rest = rest.dropFirst()
      case "[": readBrackets()
      case "0", "#", "?": addDigit()
      case ".":
        hasPoint = true
        thousands += commas
        commas = 0
      case ",": if hasDigits { commas += 1 }
      case "G", "g":
        guard rest.prefix(6).lowercased() == "eneral" else { continue }
        rest = rest.dropFirst(6)
        addDigit()
      // Marks of exponents, fractions and dates are no words; other letters are quoted.
      default: if sign == "$" || !sign.isASCII { add(String(sign)) }
      }
    }
  }

  private mutating func addDigit() {
    // Words between digits are none of the amount's.
    behind = Words()
    hasDigits = true
    commas = 0
    if let digits = pointed { pointed = digits + 1 }
  }

  private mutating func add(_ word: String, isCurrency: Bool = false) {
    if word == ".", hasDigits, !hasPoint {
      pointed = 0
    } else if hasDigits {
      behind.text += word
      behind.isCurrency = behind.isCurrency || isCurrency
    } else {
      before.text += word
      before.isCurrency = before.isCurrency || isCurrency
    }
  }

  /// `[$€-407]`, `[$-804]`, `[Red]`, `[>=10000]`.
  private mutating func readBrackets() {
    let inner = rest.prefix { $0 != "]" }
    rest = rest.dropFirst(inner.count + 1)
    guard inner.hasPrefix("$") else { return }
    let parts = inner.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let sign = parts.first, !sign.isEmpty else { return }
    let place = parts.count > 1 ? parts[1].lowercased() : ""
    // Japan's sign is China's.
    let isYen = (sign == "¥" || sign == "￥") && (place.hasSuffix("411") || place.hasPrefix("ja"))
    add(isYen ? "JPY" : String(sign), isCurrency: true)
  }
}
