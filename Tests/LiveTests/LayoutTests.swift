import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `A fact that an older node cannot read` {
  let bench = Bench().found()

  /// A room in `collect` with a card of the host's, and the host there.
  private func card() -> (room: Identifier, connection: ConnectionID, issue: JSON) {
    let room = bench.openRoom()
    bench.submit("phase.move", ["phase": "collect"], as: bench.actor(bench.lead), to: room)
    bench.submit(
      "issue.post", ["role": "host", "kind": "mistake", "text": "福袋发晚了"], as: bench.actor(bench.host), to: room)
    let issue = bench.truth(room).keys.first { $0.kind == .issue }?.id ?? ""
    return (room, bench.join(bench.host, room), .string(issue))
  }

  private func answer(_ connection: ConnectionID, _ frame: JSON) -> JSON? {
    bench.say(connection, frame)
    return bench.settle().frames(to: connection).last { $0.type == "ack" || $0.type == "nack" }
  }

  @Test func `is not written while there is one: the command may be sent again later`() {
    let (room, connection, issue) = card()
    let (_, frame) = bench.command(room, "issue.tag", ["issue": issue, "tags": ["节奏"]])
    let head = bench.database.heads([room])[0].head
    bench.receive(.layout(1))
    let refused = answer(connection, frame)
    #expect(refused?["code"] == "unavailable")
    #expect(refused?["retry"] == true)
    #expect(refused?["detail"]?["older"] == true)
    #expect(bench.database.heads([room])[0].head == head)
    bench.receive(.layout(2))
    #expect(answer(connection, frame)?.type == "ack")
    #expect(bench.database.heads([room])[0].head == head + 1)
  }

  @Test func `is left out where the rest does without it: a review goes on while an older node is there`() throws {
    let (room, _, _) = card()
    bench.receive(.layout(3))
    for phase in ["vote", "solve"] {
      bench.submit("phase.move", ["phase": .string(phase)], as: bench.actor(bench.lead), to: room)
    }
    let fold = bench.truth(room)
    let told = try #require(fold[RecordKey(.room, "room")]?.render(for: Viewer(member: nil, isLead: false)))
    #expect(try JSONReader.parse(told)["phase"] == "solve")
    #expect(fold[RecordKey(.agenda, "agenda")] == nil)
  }

  @Test func `is written by no node that has not been told what the others read`() {
    let (room, _, issue) = card()
    let fresh = Bench(seed: 7, database: bench.database)
    fresh.node.layout = Node(generator: fresh.node.generator).layout
    let connection = fresh.join(bench.host, room)
    fresh.say(connection, bench.command(room, "issue.tag", ["issue": issue, "tags": ["节奏"]]).frame)
    #expect(fresh.settle().frames(to: connection).last?["code"] == "unavailable")
  }

  @Test func `what was written before is acknowledged as it was`() {
    let (room, connection, issue) = card()
    let (_, frame) = bench.command(room, "issue.tag", ["issue": issue, "tags": ["节奏"]])
    let first = answer(connection, frame)
    bench.receive(.layout(1))
    let again = answer(connection, frame)
    #expect(again?["seq"] == first?["seq"])
    #expect(again?["dup"] == true)
  }

  @Test func `what older nodes read is written all the while, and what changes nothing is acknowledged`() {
    let (room, connection, issue) = card()
    bench.receive(.layout(1))
    let edit = bench.command(room, "issue.edit", ["issue": issue, "text": "福袋发晚了十分钟"], on: 0)
    #expect(answer(connection, edit.frame)?.type == "ack")
    let none = bench.command(room, "issue.tag", ["issue": issue, "tags": []])
    #expect(answer(connection, none.frame)?.type == "ack")
  }
}
