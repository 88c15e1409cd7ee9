import Identity
import Rows
import Testing

@testable import Service

@Suite struct `Histories that are kept` {
  private func log(_ number: Int) -> Identifier { Identifier(high: 1, low: UInt64(number)) }

  private func standing(_ number: Int, _ head: Int64, tag: UInt64 = 1) -> Standing {
    Standing(log: log(number), head: head, tag: tag)
  }

  @Test func `are found for exactly the head that they were made of`() {
    // given
    var shelf = HistoryShelf<String>()
    shelf.keep("一", of: standing(1, 40), now: 0)
    // then
    #expect(shelf.find(standing(1, 40), now: 0) == "一")
    // An erasing is an event like any other; a rewound log has other tags.
    #expect(shelf.find(standing(1, 41), now: 0) == nil)
    #expect(shelf.find(standing(1, 40, tag: 2), now: 0) == nil)
    #expect(shelf.find(standing(2, 40), now: 0) == nil)
  }

  @Test func `go when their log goes on, when nobody looks at them any more, and when the database was rewound`() {
    // given
    var shelf = HistoryShelf<String>()
    for number in 1...3 { shelf.keep("\(number)", of: standing(number, 5), now: 0) }
    // when
    shelf.drop(log(1))
    // then
    #expect(shelf.count == 2)
    // when
    _ = shelf.find(standing(2, 5), now: HistoryShelf<String>.rest - 1)
    shelf.dropIdle(now: HistoryShelf<String>.rest)
    // then
    #expect(shelf.find(standing(2, 5), now: 0) == "2")
    #expect(shelf.count == 1)
    // when
    shelf.dropAll()
    // then
    #expect(shelf.isEmpty)
  }

  @Test func `are bounded by logs and by events together, those looked at last stay`() {
    // given
    var shelf = HistoryShelf<Int>()
    for number in 1...20 { shelf.keep(number, of: standing(number, 10), now: Int64(number)) }
    // then
    #expect(shelf.count == HistoryShelf<Int>.mostLogs)
    #expect(shelf.find(standing(20, 10), now: 20) == 20)
    #expect(shelf.find(standing(1, 10), now: 20) == nil)
    // when
    shelf.keep(21, of: standing(21, HistoryShelf<Int>.mostEvents + 1), now: 21)
    // then
    #expect(shelf.count == 1)
  }
}
