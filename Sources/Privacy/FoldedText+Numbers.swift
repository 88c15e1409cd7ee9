/// Numbers that are digits alone.
extension FoldedText {
  mutating func claimNumbers() {
    for run in digitRuns {
      var first = 0
      while first < run.groups.count {
        if let (end, kind) = number(in: run, from: first) {
          claim(withCountryCode(range: withCheckLetter(run.range(first..<end), kind)), as: kind)
          first = end
        } else {
          first += 1
        }
      }
    }
    claimAnnounced()
    claimSpelledMobiles()
  }

  /// The longest number that starts at that group: the group after its last, and what it is.
  private func number(in run: DigitRun, from first: Int) -> (end: Int, kind: Redaction.Kind)? {
    for end in stride(from: min(run.groups.count, first + 20), to: first, by: -1) {
      if let kind = kind(of: run, first..<end) { return (end, kind) }
    }
    return nil
  }

  private func kind(of run: DigitRun, _ groups: Range<Int>) -> Redaction.Kind? {
    let digits = run.digits(groups)
    let sizes = run.digits[groups].map(\.count)
    let end = run.range(groups).upperBound
    if isMobile(digits), sizes.count == 1 || !areValues(run.digits[groups]) { return .mobile }
    if digits.count == 18 || (digits.count == 17 && self[end] == "x"), hasBirthday(digits) { return .identity }
    if sizes.count > 1 {
      if isLandline(digits, sizes) { return .landline }
      if sizes.count >= 4, (15...19).contains(digits.count), sizes.dropLast().allSatisfy({ $0 == 4 }),
        (3...6).contains(digits[0]) || isLuhn(digits)
      {
        return .bankCard
      }
      return nil
    }
    guard digits.count >= 10 else { return nil }
    if digits[0] == 0, digits.count <= 12 { return .landline }
    return (16...19).contains(digits.count) && isLuhn(digits) ? .bankCard : .order
  }

  /// Eleven digits from 13 to 19, perhaps behind 86 or 0086.
  private func isMobile(_ digits: [UInt8]) -> Bool {
    let local = digits.suffix(11)
    guard local.count == 11, local.first == 1, local.dropFirst().first! >= 3 else { return false }
    return [[], [8, 6], [0, 8, 6], [0, 0, 8, 6], [0]].contains(Array(digits.dropLast(11)))
  }

  /// `139 169 199 37`: prices, heights and sizes in a row rather than a number; nobody groups a phone so.
  private func areValues(_ groups: ArraySlice<[UInt8]>) -> Bool {
    groups.count >= 4 && groups.allSatisfy { (2...3).contains($0.count) }
      && groups.allSatisfy { $0.count == 2 || [0, 5, 8, 9].contains($0[2]) }
  }

  /// `010-62345678`, `(0755) 8234 5678`, `400-800-1234`.
  private func isLandline(_ digits: [UInt8], _ sizes: [Int]) -> Bool {
    switch sizes {
    case [3, 7], [3, 8], [4, 7], [4, 8], [3, 4, 4], [4, 4, 4], [4, 3, 4]: digits[0] == 0 && digits[1] > 0
    case [3, 3, 4], [3, 4, 3], [4, 3, 3]: [4, 8].contains(digits[0]) && digits[1] == 0 && digits[2] == 0
    default: false
    }
  }

  private func hasBirthday(_ digits: [UInt8]) -> Bool {
    let number = digits.map(Int.init)
    let year = number[6] * 1000 + number[7] * 100 + number[8] * 10 + number[9]
    return (1900...2099).contains(year) && (1...12).contains(number[10] * 10 + number[11])
      && (1...31).contains(number[12] * 10 + number[13])
  }

  private func isLuhn(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element) * (digit.offset % 2 == 1 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  private func withCheckLetter(_ range: Range<Int>, _ kind: Redaction.Kind) -> Range<Int> {
    kind == .identity && range.count { isDigit($0) } == 17 ? range.lowerBound..<range.upperBound + 1 : range
  }

  private func withCountryCode(range: Range<Int>) -> Range<Int> {
    self[range.lowerBound - 1] == "+" ? range.lowerBound - 1..<range.upperBound : range
  }

  private static let phoneWords: WordList = ["电话号码", "电话", "座机", "手机号码", "手机号", "手机", "联系方式", "tel", "phone"]

  /// Seven digits or more, however grouped, right behind a word for a phone.
  private mutating func claimAnnounced() {
    for run in digitRuns {
      let start = run.groups[0].lowerBound
      let isAnnounced = (max(0, start - 8)..<start).contains { index in
        guard let end = after(anyOf: Self.phoneWords, at: index) else { return false }
        return end <= start && (end..<start).allSatisfy { " :是为号,，".unicodeScalars.contains(folded[$0]) }
      }
      let digits = run.digits(0..<run.groups.count)
      guard isAnnounced, (7...15).contains(digits.count) else { continue }
      claim(run.range(0..<run.groups.count), as: digits.count == 11 && digits[0] == 1 ? .mobile : .landline)
    }
  }

  private static let spelled: [Unicode.Scalar: UInt8] = [
    "零": 0, "〇": 0, "一": 1, "幺": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]

  /// A mobile number with some or all of its digits spelled: 幺三九一二三四5678.
  private mutating func claimSpelledMobiles() {
    var index = 0
    while index < count {
      var digits: [UInt8] = []
      var end = index
      while end < count, isFree(end),
        let digit = isDigit(end) ? UInt8(folded[end].value - 0x30) : Self.spelled[folded[end]]
      {
        digits.append(digit)
        end += 1
      }
      if isMobile(digits) { claim(index..<end, as: .mobile) }
      index = max(end, index + 1)
    }
  }
}
