/// A text beside its folded form (half-width, lower case, every script's digits as 0–9), scalar by scalar, and the
/// parts of it that are claimed as personal.
struct FoldedText {
  private let scalars: [Unicode.Scalar]
  /// As many as `scalars`.
  let folded: [Unicode.Scalar]
  private var claims: [Claim] = []
  private var isClaimed: [Bool]

  private struct Claim {
    let range: Range<Int>
    let kind: Redaction.Kind
  }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    folded = scalars.map(Self.fold)
    isClaimed = Array(repeating: false, count: scalars.count)
  }

  var count: Int { folded.count }

  /// The kinds claimed, each once, in the order of the text.
  var kinds: [Redaction.Kind] {
    claims.sorted { $0.range.lowerBound < $1.range.lowerBound }.reduce(into: []) { kinds, claim in
      if !kinds.contains(claim.kind) { kinds.append(claim.kind) }
    }
  }

  var redacted: String {
    var text = String.UnicodeScalarView()
    var at = 0
    for claim in claims.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text.append(contentsOf: scalars[at..<claim.range.lowerBound])
      text.append(contentsOf: claim.kind.mark.unicodeScalars)
      at = claim.range.upperBound
    }
    text.append(contentsOf: scalars[at...])
    return String(text)
  }

  /// The first claim on a part stands.
  mutating func claim(_ range: Range<Int>, as kind: Redaction.Kind) {
    guard !range.isEmpty, isFree(range) else { return }
    claims.append(Claim(range: range, kind: kind))
    for index in range { isClaimed[index] = true }
  }

  func isFree(_ range: Range<Int>) -> Bool { !isClaimed[range].contains(true) }

  func isFree(_ index: Int) -> Bool { !isClaimed[index] }

  subscript(index: Int) -> Unicode.Scalar? { folded.indices.contains(index) ? folded[index] : nil }

  func isDigit(_ index: Int) -> Bool { self[index].map { ("0"..."9").contains($0) } ?? false }

  func isLetter(_ index: Int) -> Bool { self[index].map { ("a"..."z").contains($0) } ?? false }

  func isHan(_ index: Int) -> Bool { self[index].map { (0x4E00...0x9FFF).contains($0.value) } ?? false }

  /// The index after the first of the words that stands there.
  func after(anyOf words: WordList, at index: Int) -> Int? {
    guard let first = self[index] else { return nil }
    return words.words(beginningWith: first).first { folded[index...].starts(with: $0) }.map { index + $0.count }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(value + 32)) : scalar
    }
    if (0xFF01...0xFF5E).contains(value) { return Unicode.Scalar(value - 0xFEE0).map(fold) ?? scalar }
    switch scalar.properties.numericType {
    case .decimal?, .digit?:
      let digit = scalar.properties.numericValue ?? -1
      return (0...9).contains(digit) ? Unicode.Scalar(UInt8(0x30 + Int(digit))) : scalar
    default: return scalar
    }
  }
}
