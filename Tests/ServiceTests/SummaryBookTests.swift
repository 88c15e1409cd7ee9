import Identity
import Rows
import Testing

@testable import Service

@Suite struct `A lobby's book` {
  private let rooms = (1...3).map { Identifier(high: 1, low: UInt64($0)) }

  /// An event's tag is its seq's, unless it was written anew.
  private func head(_ room: Int, _ head: Int64, tag: UInt64? = nil) -> Standing {
    Standing(log: rooms[room], head: head, tag: tag ?? UInt64(head))
  }

  private func summary(_ room: Int, head: Int64, tag: UInt64? = nil, _ text: String = "{}") -> LogSummary {
    LogSummary(
      standing: self.head(room, head, tag: tag), organisation: Identifier(high: 9, low: 9), kind: "room",
      summary: Array(text.utf8))
  }

  private func book(heads: [Int64]) -> SummaryBook {
    var book = SummaryBook(id: 7)
    for (room, head) in heads.enumerated() { book.take(summary(room, head: head)) }
    return book
  }

  @Test func `who tells what they have seen is told only what changed since`() {
    var book = book(heads: [4, 5, 6])
    let seen = book.mark
    #expect(book.summaries().map(\.log) == rooms)
    #expect(book.summaries(since: seen).isEmpty)
    book.take(summary(1, head: 6))
    #expect(book.summaries(since: seen).map(\.log) == [rooms[1]])
    #expect(book.summaries(since: book.mark).isEmpty)
  }

  @Test func `a mark of another book is no mark`() {
    let book = book(heads: [4, 5, 6])
    #expect(book.summaries(since: SummaryBook.Mark(book: 8, revision: 3)).count == 3)
  }

  @Test func `an older summary that comes late changes nothing`() {
    var book = book(heads: [4])
    let seen = book.mark
    book.take(summary(0, head: 3))
    book.take(summary(0, head: 4))
    #expect(book.mark == seen)
    #expect(book.isMoved(by: head(0, 5)) && !book.isMoved(by: head(0, 4)) && !book.isMoved(by: head(0, 3)))
  }

  @Test func `what moved without a hint, and what is new, is found by comparing heads`() {
    let book = book(heads: [4, 5])
    let heads = [head(0, 4), head(1, 9), head(2, 1)]
    #expect(book.stale(heads, askedAt: book.revision) == [rooms[1], rooms[2]])
  }

  @Test func `a head that has gone back, or away, makes the whole book unbelievable`() {
    let book = book(heads: [4, 5])
    #expect(book.stale([head(0, 3), head(1, 5)], askedAt: book.revision) == nil)
    #expect(book.stale([head(0, 4)], askedAt: book.revision) == nil)
  }

  @Test func `a log that was rewound and written anew up to the same head makes the whole book unbelievable`() {
    let book = book(heads: [4, 5])
    #expect(book.stale([head(0, 4, tag: 40), head(1, 5)], askedAt: book.revision) == nil)
    #expect(book.stale([head(0, 4), head(1, 5)], askedAt: book.revision) == [])
  }

  @Test func `what was written anew up to the same head takes the place of what was lost`() {
    var book = book(heads: [4, 5])
    let seen = book.mark
    #expect(book.isMoved(by: head(0, 4, tag: 40)))
    book.take(summary(0, head: 4, tag: 40, #"{"anew": true}"#))
    #expect(book.summaries(since: seen).map(\.summary) == [Array(#"{"anew": true}"#.utf8)])
    #expect(book.stale([head(0, 4, tag: 40), head(1, 5)], askedAt: book.revision) == [])
  }

  @Test func `what was taken after the heads were asked for is not held against them`() {
    var book = book(heads: [4])
    let asked = book.revision
    book.take(summary(0, head: 5))
    book.take(summary(1, head: 1))
    #expect(book.stale([head(0, 4)], askedAt: asked) == [])
  }

  @Test func `a mark is read as it was written, and anything else is none`() {
    let mark = SummaryBook.Mark(book: .max, revision: 12)
    #expect(SummaryBook.Mark(mark.description) == mark)
    for text in ["", "7", ".", "x.1", "7.", "7.1.2", "-1.2"] { #expect(SummaryBook.Mark(text) == nil) }
  }
}
