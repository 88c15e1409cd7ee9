/// A text as likeness sees it: what two people write who mean the same is the same here more often. NFKC, lower case, a
/// number as 0, without punctuation and without the characters that only colour a Chinese sentence.
public struct PlainText: Sendable, Equatable {
  /// What stands between marks and spaces, each in its units: one Chinese character, one word of letters, one number.
  public let runs: [[String]]

  public init(_ text: String) {
    var scan = UnitScan()
    for scalar in text.composedAlike.unicodeScalars { scan.take(scalar) }
    runs = scan.end()
  }

  /// Equal for texts that say the same. Empty where there is nothing but marks.
  public var key: String { runs.map { $0.joined(separator: " ") }.joined(separator: " ") }

  public var isEmpty: Bool { runs.isEmpty }

  public static func == (one: PlainText, other: PlainText) -> Bool {
    one.runs.joined().elementsEqual(other.runs.joined())
  }
}

/// Cuts a text into units.
private struct UnitScan {
  private var runs: [[String]] = []
  private var run: [String] = []
  /// Letters of a word that goes on.
  private var word = String.UnicodeScalarView()
  private var isInNumber = false

  mutating func take(_ scalar: Unicode.Scalar) {
    if scalar.isStop { return endUnit() }
    if scalar.isDigit {
      if !isInNumber { endUnit() }
      isInNumber = true
    } else if scalar.isIdeograph {
      endUnit()
      run.append(String(scalar))
    } else if scalar.isLetter {
      if isInNumber { endUnit() }
      word.append(contentsOf: scalar.lowered)
    } else {
      endRun()
    }
  }

  mutating func end() -> [[String]] {
    endRun()
    return runs
  }

  private mutating func endUnit() {
    if isInNumber { run.append("0") }
    if !word.isEmpty { run.append(String(word)) }
    isInNumber = false
    word = .init()
  }

  private mutating func endRun() {
    endUnit()
    if !run.isEmpty { runs.append(run) }
    run = []
  }
}

extension Unicode.Scalar {
  /// Of a sentence's colour, not of what it says.
  fileprivate var isStop: Bool { Self.stops.contains(self) }
  private static let stops = Set("吗呢了的啊吧呀嘛哦啦哈嗯呗".unicodeScalars)

  fileprivate var isDigit: Bool {
    if value < 0x80 { return (0x30...0x39).contains(value) }
    if isIdeograph { return false }
    return properties.numericType == .decimal || properties.numericType == .digit
  }

  /// Where a character is a word: Chinese, and the kana that stand beside it.
  fileprivate var isIdeograph: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || (0x20000...0x3FFFF).contains(value)
      || (0x3041...0x30FF).contains(value)
  }

  fileprivate var isLetter: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  fileprivate var lowered: String.UnicodeScalarView {
    if value < 0x80 {
      let isCapital = (0x41...0x5A).contains(value)
      return String(Character(isCapital ? Unicode.Scalar(UInt8(value) + 32) : self)).unicodeScalars
    }
    return properties.lowercaseMapping.unicodeScalars
  }
}
