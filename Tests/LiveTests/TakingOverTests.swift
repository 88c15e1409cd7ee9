import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

/// Whether the facilitator is gone is known at every node.
@Suite struct `Taking over at another node` {
  let here: Bench
  let there: Bench
  let room: Identifier

  init() {
    here = Bench().found()
    room = here.openRoom()
    there = Bench(seed: 2, database: here.database)
    here.submit(
      "facilitator.hand", ["member": .string(here.host.description)], as: here.actor(here.lead), to: room)
  }

  private func pass(_ milliseconds: Int64) {
    for bench in [here, there] {
      bench.pass(milliseconds)
      bench.receive(.tick)
    }
    there.receive(
      .sighted(
        node: "here", here.effects.flatMap { if case .sighted(let all) = $0 { all } else { [Sighting]() } }))
    for bench in [here, there] { bench.settle() }
  }

  private func take(by connection: ConnectionID) -> JSON? {
    there.say(connection, there.command(room, "facilitator.take", [:]).frame)
    return there.settle().frames(to: connection).last { $0.type == "ack" || $0.type == "nack" }
  }

  @Test func `given a facilitator at one node, when a lead at another takes over, then only once they are gone`() {
    let facilitator = here.join(here.host, room)
    let lead = there.join(there.lead, room)
    pass(500)
    #expect(take(by: lead)?["code"]?.string == "present")
    here.receive(.disconnected(facilitator))
    pass(500)
    #expect(take(by: lead)?["code"]?.string == "present", "a page that is loaded anew is no absence")
    for _ in 0..<4 { pass(20_000) }
    #expect(take(by: lead)?.type == "ack")
  }

  @Test func `given a node that has just started, when a lead takes over, then only once it has listened a minute`() {
    let lead = there.join(there.lead, room)
    #expect(take(by: lead)?["code"]?.string == "present", "nobody has told it yet who is at the others")
    there.pass(59_000)
    #expect(take(by: lead)?["code"]?.string == "present")
    there.pass(1_000)
    #expect(take(by: lead)?.type == "ack")
  }

  @Test func `given a node that heard nothing for a while, when a lead takes over, then it listens a minute first`() {
    let lead = there.join(there.lead, room)
    there.pass(60_000)
    there.receive(.databaseAvailable(false))
    there.pass(60_000)
    there.receive(.databaseAvailable(true))
    there.settle()
    #expect(take(by: lead)?["code"]?.string == "present")
    there.pass(60_000)
    #expect(take(by: lead)?.type == "ack")
  }
}
