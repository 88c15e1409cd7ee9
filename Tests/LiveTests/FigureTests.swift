import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `Figures beside a show` {
  let bench = Bench().found()
  private let show: Identifier
  private let room: Identifier

  init() throws {
    room = bench.openRoom()
    let shows = bench.truth(bench.organisation).records(.show).keys
    show = try #require(shows.first.flatMap(Identifier.init))
  }

  /// The appends that a command led to, of that log.
  private func appends(_ op: String, _ args: JSON, to log: Identifier) -> [Append] {
    _ = bench.take()
    let connection = bench.join(bench.lead, log)
    bench.say(connection, bench.command(log, op, args).frame)
    return bench.settle().appends.filter { $0.log == log }
  }

  private func take(_ values: JSON) -> [Append] { appends("snapshot.take", ["values": values], to: show) }

  @Test func `leave with the append that changes them, and with no other`() {
    _ = take(["gmv": 10])
    #expect(take(["gmv": 20]).map { $0.figures != nil } == [true])
    #expect(appends("goal.set", ["metric": "gmv", "value": 30], to: show).map(\.figures) == [nil])
    // The same again is another snapshot, and its figures are from there.
    #expect(take(["gmv": 20]).map { $0.figures != nil } == [true])
    #expect(appends("phase.move", ["phase": "live"], to: room).map(\.figures) == [nil])
  }

  @Test func `of several events of one batch are those of the last`() throws {
    let connection = bench.join(bench.lead, show)
    for gmv in 1...3 {
      bench.say(connection, bench.command(show, "snapshot.take", ["values": ["gmv": .int(gmv)]]).frame)
    }
    let append = try #require(bench.settle().appends.last { $0.log == show })
    #expect(append.events.count == 3)
    #expect(append.figures == Figure.encode(bench.truth(show).figures))
  }

  @Test func `leave with the first append of a node, for whoever appended before may not have written them`() {
    _ = take(["gmv": 10])
    let other = Bench(organisation: bench.organisation, database: bench.database)
    let connection = other.join(bench.lead, show)
    other.say(connection, other.command(show, "goal.set", ["metric": "gmv", "value": 30]).frame)
    let first = other.settle().appends.filter { $0.log == show }
    #expect(first.map(\.figures) == [Figure.encode(bench.truth(show).figures)])
    // And again once another node has changed them.
    other.say(connection, other.command(show, "goal.clear", ["metric": "gmv"]).frame)
    #expect(other.settle().appends.filter { $0.log == show }.map(\.figures) == [nil])
  }
}
