import Fixtures
import Identity
import JSON
import Testing

@testable import Board

@Suite struct `What is stored by the thousand` {
  @Test func `votes are what a dictionary of them would be, in whatever order they come and go`() throws {
    var dice = Dice(seed: 7)
    var votes: Votes = [:]
    var expected: [String: Int] = [:]
    for _ in 0..<500 {
      let issue = "issue\(Int.random(in: 0..<24, using: &dice))"
      let number = Int.random(in: 0...4, using: &dice)
      votes[issue] = number
      expected[issue] = number == 0 ? nil : number
      #expect(votes.total == expected.values.reduce(0, +))
      #expect((0..<24).allSatisfy { votes["issue\($0)"] == expected["issue\($0)"] ?? 0 })
    }
    var totals = ["issue0": 1]
    votes.add(to: &totals)
    #expect(totals == expected.merging(["issue0": 1], uniquingKeysWith: +))
  }

  @Test func `votes read back are the same, also where they were stored in no order`() throws {
    var cursor = JSONCursor(Array(#"{"b":2,"c":3,"a":1}"#.utf8))
    let votes = try Votes(stored: &cursor)
    #expect(votes == ["a": 1, "b": 2, "c": 3])
    var json = JSONWriter()
    votes.write(into: &json)
    #expect(json.text == #"{"a":1,"b":2,"c":3}"#)
  }

  @Test func `an edit is noticed by everyone but its editor, however many there are`() {
    var dice = Dice(seed: 11)
    let members = (0..<6).map { _ in Identifier.random(using: &dice) }
    var edits = Edits(1, by: members[3])
    var last = [members[3]: Int64(1)]
    for seq in Int64(2)...60 {
      let member = members.randomElement(using: &dice)!
      edits.note(seq, by: member, rewords: true)
      last[member] = seq
      #expect(edits.last == seq)
      for reader in members {
        for mark in [seq - 3, seq - 1, seq] {
          let isChanged = last.contains { $0.key != reader && $0.value > mark }
          #expect(edits.changed(since: mark, exceptBy: reader) == isChanged)
        }
      }
    }
  }

  @Test func `edits of the same editors are equal, whoever came first, and read back the same`() throws {
    var dice = Dice(seed: 13)
    let members = (0..<4).map { _ in Identifier.random(using: &dice) }.sorted()
    var one = Edits(1, by: members[0])
    for (seq, member) in zip(Int64(2)..., members.dropFirst()) { one.note(seq, by: member, rewords: true) }
    for _ in 0..<10 {
      let order = Array(zip(Int64(1)..., members)).shuffled(using: &dice)
      var other = Edits(order[0].0, by: order[0].1)
      for (seq, member) in order.dropFirst() { other.note(seq, by: member, rewords: true) }
      other.restamp(one.last)
      #expect(one == other)
    }
    var json = JSONWriter()
    json.object { one.writeStored(into: &$0) }
    var cursor = JSONCursor(json.bytes)
    #expect(try Edits(stored: &cursor) == one)
    #expect(try JSONReader.parse(json.bytes).decoded(Edits.self) == one)
    var empty = JSONCursor(Array(#"{"last":1,"seqs":{}}"#.utf8))
    #expect(throws: DecodingError.self) { try Edits(stored: &empty) }
  }
}
