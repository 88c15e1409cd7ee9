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

  /// They are stored: a build that hashes otherwise would find nothing of what is there.
  @Test func `is hashed as it always was`() {
    #expect(SearchText("离席a").grams(seed: 1) == [-1, -1, -1, -1, -1])
  }
}
