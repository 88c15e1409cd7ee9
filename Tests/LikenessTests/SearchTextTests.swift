import Testing

@testable import Likeness

@Suite struct `What search sees of a text` {
  @Test(arguments: [
    ("主播离席没有人顶", "离席"), ("第１２个ＬＩＮＫ", "12个link"), ("Ｇｍｖ 没到 14,000", "gmv"), ("welcome back", "lcom"),
    ("先讲价\n再上链接", "再上"), ("62' 在线", "62'"), ("一　二", "一 二"), ("🎁福袋", "🎁福"),
  ])
  func `holds what is typed of it, however wide or large`(text: String, typed: String) {
    let (text, query) = (SearchText(text), SearchQuery(typed))
    #expect(query.words.allSatisfy(text.folded.contains))
    #expect(Set(query.text.neededGrams(seed: 7)).isSubset(of: text.grams(seed: 7)))
  }

  @Test func `has no gram across a blank or a line, and none of another seed`() {
    let grams = Set(SearchText("离 席\n位").grams(seed: 7))
    #expect(grams.isDisjoint(with: SearchQuery("离席").text.neededGrams(seed: 7)))
    #expect(grams.isDisjoint(with: SearchText("离席位").grams(seed: 8)))
  }

  @Test(arguments: [("离", false), ("离席", true), (" 离 ", false), ("号 3", true), ("", false)])
  func `is looked for from two characters on`(typed: String, isLongEnough: Bool) {
    #expect(SearchQuery(typed).isLongEnough == isLongEnough)
  }

  @Test(arguments: [
    ("先讲洗法\n再讲缩水\n最后讲价", "缩水", "再讲缩水"), ("先讲洗法\n最后讲价", "缩水", "先讲洗法"), ("", "缩水", ""),
    ("甲\nＧＭＶ没到", "gmv", "ＧＭＶ没到"),
  ])
  func `shows the line that holds it`(text: String, typed: String, line: String) {
    #expect(SearchQuery(typed).line(of: text) == line)
  }

  @Test func `shows a long line around the match`() {
    let text = String(repeating: "前", count: 300) + "缩水" + String(repeating: "后", count: 300)
    let line = SearchQuery("缩水").line(of: text)
    #expect(line.contains("缩水") && line.hasPrefix("…前") && line.hasSuffix("后…") && line.count <= 162)
  }

  /// They are stored: a build that hashes otherwise would find nothing of what is there.
  @Test func `is hashed as it always was`() {
    #expect(SearchText("离席a").grams(seed: 1) == [-1364422043, -1295423783, -553185390, 687821215, 2132944925])
  }
}
