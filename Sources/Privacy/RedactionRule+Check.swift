extension RedactionRule.Check {
  /// - Parameter match: folded.
  func holds(_ match: some Collection<UInt16>) -> Bool {
    switch self {
    case .card: isCard(groups(of: match))
    case .birthday: hasBirthday(groups(of: match).flatMap(\.self))
    case .notValues: !areValues(groups(of: match)) && !areSums(match)
    }
  }

  /// The digits, spelled ones too, as they stand together.
  private func groups(of match: some Collection<UInt16>) -> [[Int]] {
    match.split { Folding.digit($0) == nil && $0 != Folding.nothing }.map { $0.compactMap(Folding.digit) }
  }

  private func isCard(_ groups: [[Int]]) -> Bool {
    let digits = groups.flatMap(\.self)
    if groups.count == 1 { return digits.count >= 16 && isLuhn(digits) }
    let isGrouped =
      groups.dropLast().allSatisfy { $0.count >= 4 } && !groups.allSatisfy { [0, 5, 8, 9].contains($0.last) }
    return isGrouped && ((3...6).contains(digits[0]) || isLuhn(digits))
  }

  private func isLuhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.element * (digit.offset % 2 == 1 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  private func hasBirthday(_ digits: [Int]) -> Bool {
    guard digits.count >= 14 else { return false }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    return (1900...2099).contains(year) && (1...12).contains(digits[10] * 10 + digits[11])
      && (1...31).contains(digits[12] * 10 + digits[13])
  }

  /// `139 169 199 37`, `1399 1499 199`, `15.9 19.9 29.9 13`.
  private func areValues(_ groups: [[Int]]) -> Bool {
    guard groups.count >= 3, groups.map(\.count) != [3, 4, 4] else { return false }
    if groups.count == 3, groups[0].count != 4 { return false }
    return groups.allSatisfy { (2...4).contains($0.count) && ($0.count == 2 || [0, 5, 8, 9].contains($0.last)) }
  }

  /// `13.9 15.9 19.9 29`, `16+512 12+256 8`: whoever parts a phone so parts all of it so.
  private func areSums(_ match: some Collection<UInt16>) -> Bool {
    let gaps = Set(match.dropFirst().filter { Folding.digit($0) == nil && $0 != Folding.nothing })
    let joins: Set<UInt16> = [0x2B, 0x2E]
    return !gaps.isDisjoint(with: joins) && !gaps.isSubset(of: joins) && groups(of: match).count >= 4
  }
}
