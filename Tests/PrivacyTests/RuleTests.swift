import Fixtures
import Foundation
import Testing

@testable import Privacy

@Suite struct `A rule of redaction` {
  @Test func `that is sure stands before all that are not`() {
    let firstUnsure = RedactionRule.all.firstIndex { $0.kind != nil && !$0.isSure } ?? 0
    let lastSure = RedactionRule.all.lastIndex { $0.isSure } ?? 0
    #expect(lastSure < firstUnsure)
  }

  /// Foundation's expressions and JavaScript's differ in all else, and a repeat without a bound may take for ever.
  @Test func `keeps to what both languages mean the same by`() {
    for rule in RedactionRule.all {
      for part in [rule.before, rule.what, rule.after] {
        let plain = part.replacing(/\\(?:u[0-9a-f]{4}|[.^$*+?()\[\]{}|\/\\-]|3)/, with: "e")
        #expect(!plain.contains("\\"), "an escape: \(plain)")
        for each in plain.matches(of: /\[([^\]]*)\]/) {
          #expect(each.output.1.firstMatch(of: /\[|&&|--/) == nil, "a class in a class: \(each.output.0)")
        }
        let bare = plain.replacing(/\[[^\]]*\]/, with: "c")
        #expect(bare.firstMatch(of: /[$.*+]|\{[0-9]+,\}/) == nil, "a repeat without bound: \(bare)")
        #expect(bare.firstMatch(of: /\(\?(?![:=!])/) == nil, "a group of another kind: \(bare)")
      }
    }
  }

  @Test func `is read, and has a tab nowhere`() throws {
    for rule in RedactionRule.all {
      _ = try NSRegularExpression(pattern: rule.pattern)
      #expect(!rule.pattern.contains("\t") && !rule.pattern.contains("`") && !rule.pattern.contains("${"))
    }
  }

  /// The engine reports at every place where it tries, and every ten thousand steps in between: half a million, at most.
  @Test func `takes few steps, whatever the text`() throws {
    let seed: UInt64 = 500
    var random = Dice(seed: seed)
    let pieces = [
      "1", "1 ", "13", "1-", "路1号", "区", "a", "a1", "@", "a@", "一", "微", "v", "微信", "3栋", "市区", "a.", "139 ", "姓名", "张",
      "号",
      "尾号", "1234 ", "(", "北京市", "路", "12.", "no ", "a b ", "88 road", "room 1, ", "，1", "小区1", "我叫", "零", "密码", "1栋",
      "苑",
      "村1", " ", "️", "点", "at ", "1990年1月", "v-", "_",
    ]
    let patterns = try RedactionRule.all.map { try NSRegularExpression(pattern: $0.pattern) }
    for round in 0..<150 {
      let unit = (0...random.below(3)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let text = String(String(repeating: unit, count: 500).unicodeScalars.prefix(500))
      let folded = PatternText(Folding.fold(Array(text.unicodeScalars)))
      for pattern in patterns {
        var reports = 0
        pattern.enumerateMatches(
          in: folded.text, options: .reportProgress, range: NSRange(location: 0, length: folded.count)
        ) { _, flags, _ in
          if flags.contains(.progress) { reports += 1 }
        }
        #expect(reports < folded.count + 50, "seed \(seed), round \(round): \(unit), \(pattern.pattern)")
      }
    }
  }

  @Test func `folds the digits of every script`() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.numericType == .decimal else { continue }
      let digit = Int(scalar.properties.numericValue ?? -1)
      #expect(Folding.fold([scalar]) == [UInt16(0x30 + digit)], "\(scalar)")
    }
  }
}
