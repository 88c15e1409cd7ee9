import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `What search finds` {
  let bench = Bench().found()
  private let room: Identifier

  init() { room = bench.openRoom() }

  /// The appends that a command led to, of the room.
  private func appends(_ op: String, _ args: JSON) -> [Append] {
    _ = bench.take()
    let connection = bench.join(bench.lead, room)
    bench.say(connection, bench.command(room, op, args).frame)
    return bench.settle().appends.filter { $0.log == room }
  }

  private func post(_ text: String) -> [Append] {
    appends("issue.post", ["role": "host", "kind": "mistake", "text": .string(text)])
  }

  private var firstIssue: JSON { .string(bench.truth(room).records(.issue).keys.sorted()[0]) }

  private func words(_ appends: [Append]) -> [String?] { appends.flatMap(\.searchRows).map(\.words) }

  @Test func `leaves with the append that changes it, and with no other`() {
    _ = appends("phase.move", ["phase": "collect"])
    #expect(words(post("福袋发晚了")).isEmpty)
    #expect(words(appends("cards.reveal", [:])) == ["福袋发晚了"])
    #expect(words(appends("phase.move", ["phase": "vote"])).isEmpty)
    #expect(words(appends("vote.set", ["issue": firstIssue, "votes": 1])).isEmpty)
  }

  @Test func `goes in the transaction of what erases it, and of nothing that only changes it`() {
    _ = appends("phase.move", ["phase": "collect"])
    _ = post("福袋发晚了")
    _ = appends("cards.reveal", [:])
    let tagged = appends("issue.tag", ["issue": firstIssue, "tags": ["节奏"]])
    #expect(words(tagged) == ["福袋发晚了\n节奏"] && tagged.flatMap(\.unfound).isEmpty)
    let erased = appends("issue.erase", ["issue": firstIssue, "reason": "误写"])
    #expect(erased.flatMap(\.unfound) == [firstIssue.string] && words(erased) == [nil])
  }

  @Test func `of a card that is withdrawn goes with the withdrawal`() {
    _ = appends("phase.move", ["phase": "collect"])
    _ = post("福袋发晚了")
    _ = appends("cards.reveal", [:])
    let issue = firstIssue
    #expect(appends("issue.withdraw", ["issue": issue]).flatMap(\.unfound) == [issue.string])
  }

  @Test func `of what is said of a card comes and goes with the card`() {
    _ = appends("phase.move", ["phase": "collect"])
    _ = post("福袋发晚了")
    _ = appends("cards.reveal", [:])
    let said = appends("comment.post", ["issue": firstIssue, "text": "先说清时间"])
    #expect(words(said) == ["先说清时间"])
    let comment = said.flatMap(\.searchRows).map(\.record)
    #expect(Set(appends("issue.withdraw", ["issue": firstIssue]).flatMap(\.unfound)).isSuperset(of: comment))
  }

  @Test func `of several events of one batch is what stands after the last`() {
    _ = appends("phase.move", ["phase": "collect"])
    let connection = bench.join(bench.lead, room)
    for text in ["一号链接", "二号链接"] {
      bench.say(
        connection,
        bench.command(room, "issue.post", ["role": "host", "kind": "mistake", "text": .string(text)]).frame)
    }
    bench.say(connection, bench.command(room, "cards.reveal", [:]).frame)
    let append = bench.settle().appends.filter { $0.log == room }
    #expect(Set(append.flatMap(\.searchRows).compactMap(\.words)) == ["一号链接", "二号链接"])
  }
}
