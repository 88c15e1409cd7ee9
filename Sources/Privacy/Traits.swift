/// What a folded text has in it, gathered in one look: most rules need not be tried.
struct Traits {
  private var digits = 0
  private var numerals = 0
  private var run = 0
  /// The rules of which one of the wanted characters is there.
  private var wanted = RuleSet()

  init(_ folded: [UInt16]) {
    var current = 0
    for unit in folded {
      if Folding.digit(unit) != nil {
        numerals += 1
        if unit < 0x80 { digits += 1 }
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

  func meet(_ rule: CompiledRule) -> Bool {
    let needs = rule.rule.needs
    return digits >= needs.digits && numerals >= needs.numerals && run >= needs.run
      && (needs.any.isEmpty || wanted.contains(rule.index))
  }
}
