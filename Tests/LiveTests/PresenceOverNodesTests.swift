import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `Presence over nodes` {
  let here: Bench
  let there: Bench
  let room: Identifier
  let lead: ConnectionID

  init() {
    here = Bench().found()
    room = here.openRoom()
    there = Bench(seed: 2, database: here.database)
    lead = here.join(here.lead, room)
    pass(500)
    _ = told()
  }

  /// Time passes on both nodes, and what each tells of its people reaches the other.
  private func pass(_ milliseconds: Int64, isCut: Bool = false) {
    for bench in [here, there] {
      bench.pass(milliseconds)
      bench.receive(.tick)
    }
    if !isCut { exchange() }
  }

  private func exchange() {
    let said = [here, there].map { $0.effects.sightings }
    here.receive(.sighted(node: "there", said[1]))
    there.receive(.sighted(node: "here", said[0]))
  }

  /// What the lead is told, by the node `here`, after the other has told it.
  private func told(after milliseconds: Int64 = 500) -> [JSON?] {
    pass(milliseconds)
    var frames = here.take().frames(to: lead)
    _ = there.take()
    here.pass(500)
    there.pass(500)
    here.receive(.tick)
    frames += here.take().frames(to: lead)
    return frames.filter { $0.type == "here" }.map { $0["members"] }
  }

  private func only(_ doing: JSON) -> JSON { .object(members((here.host.description, doing))) }

  private func say(_ connection: ConnectionID, _ doing: String, by bench: Bench) {
    bench.say(connection, ["t": "here", "log": .string(room.description), "doing": .string(doing)])
  }

  @Test func `who is at another node is told of, also as they leave`() {
    let host = there.join(there.host, room)
    #expect(told() == [only("reading")])
    say(host, "away", by: there)
    #expect(told() == [only("away")])
    there.receive(.disconnected(host))
    #expect(told() == [only(.null)])
  }

  @Test func `two tabs at two nodes are one person`() {
    let tabs = [here.join(here.host, room), there.join(there.host, room)]
    #expect(told() == [only("reading")])
    here.receive(.disconnected(tabs[0]))
    #expect(told().isEmpty)
    there.receive(.disconnected(tabs[1]))
    #expect(told() == [only(.null)])
  }

  @Test func `who comes to a node that had nobody is greeted with everyone at the others`() {
    let host = there.connect(there.host)
    there.say(host, there.hello([(room, nil)]))
    let greeting = there.settle().frames(to: host).first { $0.type == "here" }
    #expect(greeting?["members"] == .object(members((here.lead.description, "reading"))))
  }

  @Test func `a node that comes later is told of everyone at once`() {
    _ = here.take()
    here.receive(.neighbour)
    here.receive(.tick)
    #expect(here.take().sightings.map(\.member) == [here.lead])
  }

  @Test func `a node that dies takes its people with it within a minute`() {
    let host = there.join(there.host, room)
    #expect(told() == [only("reading")])
    _ = host
    for _ in 0..<3 {
      here.pass(20_000)
      say(lead, "reading", by: here)
      here.receive(.tick)
    }
    #expect(here.take().frames(to: lead).filter { $0.type == "here" }.map { $0["members"] } == [only(.null)])
  }

  @Test func `who is present where a command asks is who was heard of within a minute`() throws {
    for _ in 0..<3 {
      here.pass(20_000)
      say(lead, "reading", by: here)
    }
    let host = there.join(there.host, room)
    _ = told()
    func present() throws -> Set<Identifier>? {
      let log = try #require(here.node.logs[room])
      return here.node.present(in: log)
    }
    #expect(try present() == [here.lead, here.host])
    there.receive(.disconnected(host))
    _ = told()
    #expect(try present() == [here.lead, here.host])
    for _ in 0..<3 {
      here.pass(20_000)
      say(lead, "reading", by: here)
      here.receive(.tick)
    }
    #expect(try present() == [here.lead])
  }

  @Test func `nothing is told to the other nodes while nothing changes, but a roll from time to time`() {
    var rolls = 0
    for _ in 0..<60 {
      here.pass(1_000)
      say(lead, "reading", by: here)
      here.receive(.tick)
      rolls += here.take().sightings.count
    }
    #expect(rolls == 3)
  }
}

extension [Effect] {
  fileprivate var sightings: [Sighting] { flatMap { if case .sighted(let all) = $0 { all } else { [Sighting]() } } }
}
