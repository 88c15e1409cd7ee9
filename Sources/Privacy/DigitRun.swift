/// Groups of digits with little between them: `139 1234-5678` is three.
struct DigitRun {
  /// Where each group stands in the text.
  var groups: [Range<Int>]
  /// The digits of each group.
  var digits: [[UInt8]]

  /// The digits of some groups, one after the other.
  func digits(_ groups: Range<Int>) -> [UInt8] { Array(digits[groups].joined()) }

  /// Where some groups stand, with what is between them.
  func range(_ groups: Range<Int>) -> Range<Int> {
    self.groups[groups.lowerBound].lowerBound..<self.groups[groups.upperBound - 1].upperBound
  }
}

extension FoldedText {
  /// All runs of free digits, from left to right.
  var digitRuns: [DigitRun] {
    var runs: [DigitRun] = []
    var end = -1
    var index = 0
    while index < count {
      guard isDigit(index), isFree(index) else {
        index += 1
        continue
      }
      let start = index
      while isDigit(index), isFree(index) { index += 1 }
      let digits = folded[start..<index].map { UInt8($0.value - 0x30) }
      if !runs.isEmpty, end >= 0, start - end <= 3, (end..<start).allSatisfy({ isBetweenDigits($0) }) {
        runs[runs.count - 1].groups.append(start..<index)
        runs[runs.count - 1].digits.append(digits)
      } else {
        runs.append(DigitRun(groups: [start..<index], digits: [digits]))
      }
      end = index
    }
    return runs
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    guard isFree(index), let scalar = self[index] else { return false }
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200F, 0x2010...0x2015, 0x2060, 0x3000, 0xFE0F, 0x20E3, 0xFEFF:
      return true
    default: return "-._/·•*()（）".unicodeScalars.contains(scalar)
    }
  }
}
