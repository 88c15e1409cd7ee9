@testable import Privacy

/// `web/core/redaction-rules.js`: by what the page masks while somebody types.
struct RedactionModule {
  var text: String {
    """
    /**
     * What is masked in a text, and how a text is folded before it is looked at. Written by a test run (DerivedFilesTests);
     * nobody edits it: Sources/Privacy does. `redact.js` runs it.
     */
    export const MARKS = {
    \(Redaction.Kind.allCases.map { "  \($0.rawValue): '\($0.mark)'," }.joined(separator: "\n"))
    };

    /** The ways to write 0, 1, … 9 in words. */
    export const SPELLED = \(list(Folding.spelledDigits));

    /** Characters that are read as one: each list, and what it becomes. */
    export const SAME = [
    \(Folding.same.map { "  ['\(escaped($0.from))', '\(escaped($0.to))']," }.joined(separator: "\n"))
    ];

    /** Runs of characters in the order of others: first, last, and what the first becomes. */
    export const ALIKE = `
    \(lines(of: Folding.alike))
    `;

    /** A rule a line, by tabs: kind, sure, digits, numerals, run, any, check, before, what, after. `-` is nothing. */
    export const RULES = String.raw`
    \(RedactionRule.all.map(row).joined(separator: "\n"))
    `;

    """
  }

  private func row(_ rule: RedactionRule) -> String {
    let needs = rule.needs
    return [
      rule.kind?.rawValue ?? "-", rule.isSure ? "sure" : "unsure", "\(needs.digits)", "\(needs.numerals)",
      "\(needs.run)", needs.any.isEmpty ? "-" : escaped(needs.any), rule.check?.rawValue ?? "-",
      rule.before.isEmpty ? "-" : rule.before, rule.what, rule.after.isEmpty ? "-" : rule.after,
    ].joined(separator: "\t")
  }

  private func lines(of text: String) -> String {
    let words = text.split(separator: " ")
    return stride(from: 0, to: words.count, by: 8).map {
      words[$0..<min($0 + 8, words.count)].joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func list(_ words: [String]) -> String { "[" + words.map { "'\($0)'" }.joined(separator: ", ") + "]" }

  /// What cannot be seen is written out.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark,
        .otherSymbol where scalar.value == 0xFFFC:
        "\\u{" + String(scalar.value, radix: 16) + "}"
      default: String(scalar)
      }
    }.joined()
  }
}
