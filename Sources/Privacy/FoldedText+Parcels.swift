/// Order and express numbers with letters in them, and short ones behind a word that announces them.
extension FoldedText {
  private static let words: WordList = [
    "订单编号", "订单号码", "订单号", "订单", "快递单号", "快递号", "快递单", "运单号", "运单", "物流单号", "物流号", "单号", "取件码", "取货码",
    "身份证号", "身份证", "卡号", "账号",
  ]

  mutating func claimParcels() {
    var index = 0
    while index < count {
      guard isToken(index) else {
        index += 1
        continue
      }
      let start = index
      while isToken(index) { index += 1 }
      let token = start..<index
      let digits = token.count { isDigit($0) }
      // Ten digits alone are told apart better as numbers; so is an id with its check letter.
      let isNumber = digits == token.count || (digits == 17 && token.count == 18)
      let isParcel = (digits >= 9 && !isNumber) || (digits >= 6 && digits < 10 && isAnnounced(start))
      if isParcel { claim(token, as: .order) }
    }
  }

  /// `单号 6576 2637 0444`: all of it, unless it is a phone or a card.
  mutating func claimGroupedParcels() {
    for run in digitRuns where isAnnounced(run.groups[0].lowerBound) {
      let all = 0..<run.groups.count
      if run.digits(all).count >= 8 { claim(run.range(all), as: .order) }
    }
  }

  private func isToken(_ index: Int) -> Bool { (isDigit(index) || isLetter(index)) && isFree(index) }

  private func isAnnounced(_ start: Int) -> Bool {
    (max(0, start - 8)..<start).contains { index in
      guard let end = after(anyOf: Self.words, at: index) else { return false }
      return end <= start && (end..<start).allSatisfy { " :是为#号,，".unicodeScalars.contains(folded[$0]) }
    }
  }
}
