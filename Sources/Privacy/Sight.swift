/// What a folded text has in it, gathered in one look: most rules need not be tried.
struct Sight {
  private var digits = 0
  private var numerals = 0
  private var run = 0
  /// A bit for each rule of which one of the wanted characters is there.
  private var wanted: Set128 = .init()

  init(_ folded: [UInt16]) {
    var current = 0
    for unit in folded {
      if let digit = Folding.digit(unit) {
        numerals += 1
        if unit < 0x80, digit >= 0 { digits += 1 }
      }
      if Folding.isWord(unit) {
        current += 1
        run = max(run, current)
      } else {
        current = 0
      }
      if let rules = CompiledRule.wanting[unit] { wanted.formUnion(rules) }
    }
  }

  func meets(_ rule: CompiledRule) -> Bool {
    let needs = rule.rule.needs
    return digits >= needs.digits && numerals >= needs.numerals && run >= needs.run
      && (needs.any.isEmpty || wanted.contains(rule.index))
  }
}

/// A set of numbers below 128.
struct Set128 {
  private var bits: (UInt64, UInt64) = (0, 0)

  mutating func insert(_ number: Int) {
    if number < 64 { bits.0 |= 1 << number } else { bits.1 |= 1 << (number - 64) }
  }

  mutating func formUnion(_ other: Set128) {
    bits.0 |= other.bits.0
    bits.1 |= other.bits.1
  }

  func contains(_ number: Int) -> Bool {
    (number < 64 ? bits.0 >> number : bits.1 >> (number - 64)) & 1 == 1
  }
}
