/// WeChat and QQ names: a word that announces one, then the name; or a name that announces itself.
extension FoldedText {
  private static let wechatWords: WordList = [
    "微信号", "微信id", "微信", "薇信", "微❤", "v信", "weixin", "wechat", "vx", "wx", "加v", "加我v", "+v", "➕v",
  ]
  private static let prefixes: WordList = ["wxid", "wx", "vx"]
  private static let qqWords: WordList = ["qq号", "qq", "扣扣", "企鹅号"]

  mutating func claimHandles() {
    for index in folded.indices {
      if let range = selfNamed(at: index) { claim(range, as: .wechat) }
      if let range = handle(after: Self.wechatWords, at: index, digits: 6) { claim(range, as: .wechat) }
      if let range = handle(after: Self.qqWords, at: index, digits: 5) { claim(range, as: .qq) }
    }
  }

  /// Up to four of these may stand between the word and the name.
  private func isGap(_ index: Int) -> Bool {
    guard let scalar = self[index] else { return false }
    return " \u{A0}\u{3000}:=-_~是号为叫，,→＞>「“\"'(（".unicodeScalars.contains(scalar) || scalar.value == 0xFE0F
  }

  private func handle(after words: WordList, at index: Int, digits: Int) -> Range<Int>? {
    guard let wordEnd = after(anyOf: words, at: index) else { return nil }
    // A word of Latin letters must stand alone: `www.wx` is none.
    if isLetter(index), isLetter(index - 1) || isDigit(index - 1) { return nil }
    var start = wordEnd
    while start < wordEnd + 4, isGap(start) { start += 1 }
    var end = start
    while mayBeInHandle(end) { end += 1 }
    while end > start, self[end - 1] == "-" { end -= 1 }
    let name = start..<end
    let digitCount = name.count { isDigit($0) }
    let isNumber = digitCount == name.count && name.count >= digits
    let isName = isLetter(start) && name.count >= 6 && (digitCount > 0 || start > wordEnd || name.count > 8)
    guard isNumber || isName, name.count <= 40 else { return nil }
    // Nothing but letters right behind letters is one longer word.
    return start == wordEnd && isLetter(wordEnd - 1) && isLetter(start) && digitCount == 0 ? nil : name
  }

  /// `wxid_…`, `wx_…`, `vx-…`.
  private func selfNamed(at index: Int) -> Range<Int>? {
    guard !mayBeInHandle(index - 1), let prefix = after(anyOf: Self.prefixes, at: index) else { return nil }
    guard self[prefix] == "_" || self[prefix] == "-" else { return nil }
    var end = prefix
    while mayBeInHandle(end) { end += 1 }
    return end - index >= 6 ? index..<end : nil
  }

  private func mayBeInHandle(_ index: Int) -> Bool {
    isDigit(index) || isLetter(index) || self[index] == "_" || self[index] == "-"
  }
}
