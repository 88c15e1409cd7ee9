import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

/// A room's time runs out on the nodes that hold the room.
@Suite struct `The time of a phase` {
  private func timer(_ bench: Bench, _ room: Identifier) -> JSON? {
    bench.snapshot(of: room, to: bench.host)["timer"]?.array?.first
  }

  @Test func `given a timer, when its deadline has passed, then the node says so once, and everyone hears it`() {
    let bench = Bench().found()
    let room = bench.openRoom()
    let follower = bench.join(bench.host, room)
    bench.submit("timer.start", ["minutes": 1], as: bench.actor(bench.lead), to: room)
    bench.pass(59_000)
    bench.receive(.tick)
    #expect(bench.settle().appends.isEmpty)
    bench.pass(1_000)
    bench.receive(.tick)
    let effects = bench.settle()
    #expect(effects.appends.map { $0.events.map(\.op) } == [["timer.expire"]])
    #expect(effects.frames(to: follower).contains { $0.type == "ev" })
    #expect(timer(bench, room)?["over"] == true)
    bench.pass(5_000)
    bench.receive(.tick)
    #expect(bench.settle().appends.isEmpty)
  }

  @Test func `given two nodes, when both see the deadline pass, then the log holds one event of it`() {
    let bench = Bench().found()
    let room = bench.openRoom()
    _ = bench.join(bench.host, room)
    bench.submit("timer.start", ["minutes": 1], as: bench.actor(bench.lead), to: room)
    let other = Bench(seed: 2, organisation: bench.organisation, database: bench.database)
    _ = other.join(bench.host, room)
    for node in [bench, other] {
      node.pass(61_000)
      node.receive(.tick)
    }
    bench.settle()
    other.settle()
    let said = bench.database.read(room, from: 1).events.filter { $0.op == "timer.expire" }
    #expect(said.count == 1)
    #expect(timer(other, room)?["over"] == true)
  }

  @Test func `given a database that is away, when the deadline passes, then it is said once it is back`() {
    let bench = Bench().found()
    let room = bench.openRoom()
    _ = bench.join(bench.host, room)
    bench.submit("timer.start", ["minutes": 1], as: bench.actor(bench.lead), to: room)
    bench.receive(.databaseAvailable(false))
    bench.pass(61_000)
    bench.receive(.tick)
    #expect(bench.settle().appends.isEmpty)
    bench.receive(.databaseAvailable(true))
    bench.settle()
    bench.pass(2_000)
    bench.receive(.tick)
    #expect(bench.settle().appends.flatMap { $0.events.map(\.op) } == ["timer.expire"])
  }
}
