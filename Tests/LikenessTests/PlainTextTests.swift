import Testing

@testable import Likeness

@Suite struct `A text as likeness sees it` {
  @Test(arguments: [
    ("怎么领优惠券？", "怎么领优惠券呢"), ("开场慢了３分钟", "开场慢了12分钟！"), ("ＧＭＶ 没达标", "gmv没达标"), ("主播，语速太快啦", "主播语速太快"),
    ("①号链接", "3号链接"), ("Free  Shipping", "free shipping."),
  ])
  func `is the same where only marks, numbers, width or colour differ`(one: String, other: String) {
    #expect(PlainText(one) == PlainText(other))
    #expect(PlainText(one).key != "")
  }

  @Test func `is cut into characters, words and numbers`() {
    #expect(PlainText("开场慢,GMV掉了20%").runs == [["开", "场", "慢"], ["gmv", "掉", "0"]])
    #expect(PlainText("don't stop").runs == [["don"], ["t"], ["stop"]])
  }

  @Test func `is nothing where there are only marks`() {
    #expect(PlainText("？！。… 😀").isEmpty)
    #expect(PlainText("").isEmpty)
    #expect(Grams(of: "啊").isEmpty)
  }

  @Test func `keeps characters that only look like those that colour a sentence`() {
    #expect(PlainText("地址") != PlainText("址"))
    #expect(PlainText("着急") != PlainText("急"))
  }
}
