import Testing

@testable import Likeness

@Suite struct `How alike texts are` {
  private let cards = [
    "开场太慢，前五分钟没有人说福袋", "福袋放晚了，开场五分钟没人气", "优惠券领不到", "优惠券领取失败，很多人问", "主播语速太快", "开场太慢，前3分钟没有人说福袋！",
    "场控没有接住弹幕", "？？",
  ]

  @Test func `what is the same but for marks and numbers comes first`() throws {
    let first = try #require(LikePair.all(among: cards).first)
    #expect((first.one, first.other, first.isSame) == (0, 5, false))
    let same = try #require(LikePair.all(among: ["语速太快", "别的事", "语速太快了！"]).first)
    #expect((same.one, same.other, same.isSame) == (0, 2, true))
    #expect(same.likeness > 0.999)
  }

  @Test func `what shares rare words is like, what shares none is not`() {
    let pairs = LikePair.all(among: cards)
    #expect(pairs.contains { $0.one == 0 && $0.other == 1 })
    #expect(pairs.contains { $0.one == 2 && $0.other == 3 })
    #expect(!pairs.contains { $0.one == 4 || $0.other == 4 || $0.other == 6 || $0.other == 7 })
  }

  @Test func `of each text three are offered`() {
    let many = (0..<20).map { _ in "价格说错了" }
    let pairs = LikePair.all(among: many)
    for place in many.indices { #expect(pairs.contains { $0.one == place || $0.other == place }) }
    #expect(pairs.count <= 60)
  }

  @Test func `the cosine goes from nothing to one, both ways alike`() {
    let texts = cards.map { Grams(of: $0) }
    let rarity = Rarity(among: texts)
    let weighed = texts.map(rarity.weigh)
    for one in weighed.indices {
      for other in weighed.indices {
        let likeness = weighed[one].likeness(to: weighed[other])
        #expect(abs(likeness - weighed[other].likeness(to: weighed[one])) < 1e-9)
        #expect((0...1 + 1e-9).contains(likeness))
      }
      if !texts[one].isEmpty { #expect(weighed[one].likeness(to: weighed[one]) > 0.999) }
    }
  }

  @Test func `a gram of few texts weighs more than one of many`() {
    let rarity = Rarity(texts: 100, holders: [1: 1, 2: 90])
    #expect(rarity.weight(of: 3) > rarity.weight(of: 1))
    #expect(rarity.weight(of: 1) > rarity.weight(of: 2))
    #expect(rarity.weight(of: 2) > 0)
  }

  @Test func `of very many long texts the beginnings are compared, and what stands in most of them counts in none`() {
    // given
    let common = String(repeating: "开场福袋晚了三分钟没人说话，", count: 30)
    let told = (0..<1000).map { "\($0.isMultiple(of: 500) ? "灯光忽明忽暗" : "")\(common)\($0)" }
    // when
    let pairs = LikePair.all(among: told)
    // then
    #expect(pairs.contains { ($0.one, $0.other) == (0, 500) })
    #expect(pairs.count >= 1000)
    // What follows on their beginnings differs.
    #expect(pairs.allSatisfy { !$0.isSame })
  }

  @Test func `the commonest are those without which the work is bounded`() {
    let rarity = Rarity(texts: 100, holders: [1: 3, 2: 10, 3: 90])
    #expect(rarity.commonest(beyond: 9000) == [])
    #expect(rarity.commonest(beyond: 8000) == [3])
    #expect(rarity.commonest(beyond: 9) == [2, 3])
  }
}
