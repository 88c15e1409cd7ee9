/// A text beside its folded form, scalar by scalar, and the parts of it that are claimed as personal.
struct FoldedText {
  private let scalars: [Unicode.Scalar]
  /// As many as `scalars`. What is claimed is blotted out, so that no later rule sees it.
  private var folded: [UInt16]
  private var claims: [Claim] = []

  private struct Claim {
    let range: Range<Int>
    let kind: Redaction.Kind
    let isSure: Bool
    let isKept: Bool
  }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    folded = Folding.fold(scalars)
  }

  var isChanged: Bool { claims.contains { !$0.isKept } }

  var findings: [Finding] {
    claims.sorted { $0.range.lowerBound < $1.range.lowerBound }.map {
      Finding(kind: $0.kind, text: text(in: $0.range), isSure: $0.isSure, isKept: $0.isKept)
    }
  }

  var redacted: String {
    var text = String.UnicodeScalarView()
    var at = 0
    for claim in claims.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where !claim.isKept {
      text.append(contentsOf: scalars[at..<claim.range.lowerBound])
      text.append(contentsOf: claim.kind.mark.unicodeScalars)
      at = claim.range.upperBound
    }
    text.append(contentsOf: scalars[at...])
    return String(text)
  }

  /// Tries every rule that the text has something for.
  mutating func claim(keeping kept: [String]) {
    let traits = Traits(folded)
    var pattern = PatternText(folded)
    for rule in CompiledRule.all where traits.meet(rule) {
      var isBlotted = false
      for range in rule.matches(in: pattern) where rule.rule.check?.holds(folded[range]) != false {
        isBlotted = true
        guard let kind = rule.rule.kind else {
          for index in range { folded[index] = Folding.left }
          continue
        }
        let isKept = !rule.rule.isSure && kept.contains(text(in: range))
        claims.append(Claim(range: range, kind: kind, isSure: rule.rule.isSure, isKept: isKept))
        for index in range { folded[index] = isKept ? Folding.left : Folding.blot }
      }
      if isBlotted { pattern = PatternText(folded) }
    }
  }

  private func text(in range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}
