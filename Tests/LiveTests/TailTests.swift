import Board
import Identity
import Testing

@testable import Live

@Suite struct `A tail` {
  @Test func `remembers the newest events and lets go of each as soon as it is one too many`() {
    var limits = Limits()
    limits.tailEvents = 2
    var tail = Tail(base: 0, tag: 0)
    let isHeld = append(1, to: &tail, limits)
    append(2, to: &tail, limits)
    #expect(isHeld() && tail.find(command(1))?.seq == 1)
    append(3, to: &tail, limits)
    #expect(!isHeld() && tail.find(command(1)) == nil)
    #expect(tail.base == 1 && tail.tag(at: 1) == 1 && tail.entry(2)?.seq == 2 && tail.head == 3)
  }

  private func command(_ seq: Int64) -> Identifier { Identifier(high: 1, low: UInt64(seq)) }

  /// Whether the entry is still held is what the answer answers.
  @discardableResult
  private func append(_ seq: Int64, to tail: inout Tail, _ limits: Limits) -> () -> Bool {
    let event = Event(
      seq: seq, tag: UInt64(seq), id: command(seq), by: Identifier(high: 2, low: 0), at: 0, op: "issue.post", facts: [],
      words: [:])
    let entry = TailEntry(event: event, changes: [], size: 0, leadsSeeMore: false)
    tail.append(entry, limits: limits)
    return { [weak entry] in entry != nil }
  }
}
