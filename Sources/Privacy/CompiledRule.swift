// The one file of this module that needs Foundation: for its regular expressions.
import Foundation

/// A rule with its pattern read.
struct CompiledRule: Sendable {
  let rule: RedactionRule
  let index: Int
  private let pattern: NSRegularExpression

  static let all: [CompiledRule] = RedactionRule.all.enumerated().map { CompiledRule($1, $0) }

  /// By character, the rules that look for it.
  static let wanting: [UInt16: RuleSet] = all.reduce(into: [:]) { wanting, rule in
    for unit in rule.rule.needs.any.utf16 { wanting[unit, default: RuleSet()].insert(rule.index) }
  }

  private init(_ rule: RedactionRule, _ index: Int) {
    self.rule = rule
    self.index = index
    // The table is ours, and a test reads every pattern of it.
    pattern = try! NSRegularExpression(pattern: rule.pattern)
  }

  /// Where the rule says that something personal stands, from left to right.
  func matches(in text: PatternText) -> [Range<Int>] {
    pattern.matches(in: text.text, range: NSRange(location: 0, length: text.count)).compactMap { match in
      let range = match.range(at: 2)
      return range.length > 0 ? range.location..<range.location + range.length : nil
    }
  }
}

extension RedactionRule {
  var pattern: String { "(\(before))(\(what))\(after)" }
}

/// Folded units as a string whose places are theirs.
struct PatternText {
  let text: String
  let count: Int

  init(_ units: [UInt16]) {
    text = String(decoding: units, as: UTF16.self)
    count = units.count
  }
}
