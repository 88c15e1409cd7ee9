extension FoldedText {
  /// `name@host.tld`, also with full-width signs.
  mutating func claimEmails() {
    for at in folded.indices where folded[at] == "@" {
      var start = at
      while start > 0, mayBeInMail(start - 1) { start -= 1 }
      var end = at + 1
      while mayBeInHost(end) { end += 1 }
      while end > at, self[end - 1] == "." || self[end - 1] == "-" { end -= 1 }
      let host = folded[min(at + 1, end)..<end]
      guard start < at, host.count >= 4, host.contains("."), host.first != "." else { continue }
      claim(start..<end, as: .email)
    }
  }

  private func mayBeInHost(_ index: Int) -> Bool {
    isDigit(index) || isLetter(index) || self[index] == "." || self[index] == "-"
  }

  private func mayBeInMail(_ index: Int) -> Bool {
    mayBeInHost(index) || self[index] == "_" || self[index] == "+" || self[index] == "%"
  }
}
