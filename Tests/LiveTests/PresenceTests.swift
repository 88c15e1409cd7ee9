import Board
import Identity
import JSON
import Testing

@testable import Live

@Suite struct `Presence` {
  let bench: Bench
  let room: Identifier
  let lead: ConnectionID

  init() {
    bench = Bench().found()
    room = bench.openRoom()
    lead = bench.join(bench.lead, room)
    bench.pass(500)
    bench.receive(.tick)
    _ = bench.take()
  }

  private func here(_ connection: ConnectionID, _ doing: String) {
    bench.say(connection, ["t": "here", "log": .string(room.description), "doing": .string(doing)])
  }

  private func told(after milliseconds: Int64 = 500) -> [JSON?] {
    bench.pass(milliseconds)
    bench.receive(.tick)
    return bench.take().frames(to: lead).filter { $0.type == "here" }.map { $0["members"] }
  }

  private func only(_ member: Identifier, _ doing: JSON) -> JSON { .object(members((member.description, doing))) }

  @Test func `a newcomer is told of, and is told of everyone`() {
    let host = bench.join(bench.host, room)
    #expect(told() == [only(bench.host, "reading")])
    _ = host
    let late = bench.connect(bench.host)
    bench.say(late, bench.hello([(room, nil)]))
    let frames = bench.settle().frames(to: late).filter { $0.type == "here" }
    #expect(frames.first?["members"]?.object?.count == 2)
  }

  @Test func `is told at most twice a second, the latest wins`() {
    let host = bench.join(bench.host, room)
    _ = told()
    here(host, "away")
    here(host, "reading")
    here(host, "away")
    #expect(told(after: 400).isEmpty)
    #expect(told(after: 100) == [only(bench.host, "away")])
  }

  @Test func `expires after thirty seconds of silence`() {
    let host = bench.join(bench.host, room)
    here(lead, "reading")
    _ = told()
    bench.pass(20_000)
    here(lead, "reading")
    #expect(told(after: 9_000).isEmpty)
    #expect(told(after: 1_000) == [only(bench.host, .null)])
    _ = host
  }

  @Test func `ends with the last of a member's tabs`() {
    let tabs = [bench.join(bench.host, room), bench.join(bench.host, room)]
    _ = told()
    bench.receive(.disconnected(tabs[0]))
    #expect(told().isEmpty)
    bench.receive(.disconnected(tabs[1]))
    #expect(told() == [only(bench.host, .null)])
  }

  @Test func `does not tell who writes while cards are face down`() {
    let host = bench.join(bench.host, room)
    _ = told()
    here(host, "writing")
    #expect(told().isEmpty)
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    here(host, "writing")
    #expect(told() == [only(bench.host, "writing")])
  }
}
