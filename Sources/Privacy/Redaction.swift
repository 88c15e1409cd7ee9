/// Takes out of a text what names or reaches a person, before the text is stored or shown.
///
/// What it looks for is data: ``RedactionRule/all``, a table that the page reads too, so that a writer sees while typing
/// what will be masked. When in doubt it masks, as *unsure*; prices, sizes, minutes and product numbers stay.
public enum Redaction {
  /// The text with marks, and what was found.
  ///
  /// - Parameter kept: findings that their writer says are nobody's, as they were typed. One that is sure is masked
  ///   all the same.
  public static func redact(_ text: String, keeping kept: [String] = []) -> Redacted {
    var redacted = Redacted(text: text, masked: [])
    // A mark may bring two halves of a shape together; what is left after a few rounds is none.
    for _ in 0..<8 {
      var folded = FoldedText(redacted.text)
      folded.claim(keeping: kept)
      redacted.note(folded.findings)
      guard folded.isChanged else { break }
      redacted.text = folded.redacted
    }
    return redacted
  }
}

/// A text without what was personal in it.
public struct Redacted: Sendable, Equatable {
  public internal(set) var text: String
  /// Which kinds were masked: each once, in the order of the text.
  public private(set) var masked: [Redaction.Kind]
  /// What was found, in the order of the text, also what was kept.
  public private(set) var findings: [Finding] = []

  public init(text: String, masked: [Redaction.Kind]) {
    self.text = text
    self.masked = masked
  }

  /// The kinds of what its writer kept: each once.
  public var kept: [Redaction.Kind] {
    findings.reduce(into: []) { kinds, finding in
      if finding.isKept, !kinds.contains(finding.kind) { kinds.append(finding.kind) }
    }
  }

  public static func == (one: Redacted, other: Redacted) -> Bool {
    one.text == other.text && one.masked == other.masked
  }

  mutating func note(_ found: [Finding]) {
    for finding in found {
      if !finding.isKept, !masked.contains(finding.kind) { masked.append(finding.kind) }
      // What was kept is found again in every round.
      if !finding.isKept || !findings.contains(finding) { findings.append(finding) }
    }
  }
}

/// A part of a text that looks personal.
public struct Finding: Sendable, Equatable {
  public let kind: Redaction.Kind
  /// As it was typed.
  public let text: String
  /// Whether its shape leaves no doubt: only what is unsure can be kept by its writer.
  public let isSure: Bool
  public let isKept: Bool
}
