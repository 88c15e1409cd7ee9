/// A set of rules, by their place in the table: of at most 128.
struct RuleSet {
  private var bits: (UInt64, UInt64) = (0, 0)

  mutating func insert(_ number: Int) {
    if number < 64 { bits.0 |= 1 << number } else { bits.1 |= 1 << (number - 64) }
  }

  mutating func formUnion(_ other: RuleSet) {
    bits.0 |= other.bits.0
    bits.1 |= other.bits.1
  }

  func contains(_ number: Int) -> Bool {
    (number < 64 ? bits.0 >> number : bits.1 >> (number - 64)) & 1 == 1
  }
}
