import Board
import Identity
import JSON
import Testing

@testable import Live

/// Whoever asks is told with the answer what takes their command back.
@Suite struct `What takes a command back, as it is told` {
  let bench = Bench().found()

  private func ask(_ frame: JSON, undo: JSON) -> JSON {
    var object = frame.object ?? JSONObject()
    object["undo"] = undo
    return .object(object)
  }

  @Test func `given a command that asks, when it is stored, then its answer bears the opposite`() {
    let connection = bench.join(bench.lead)
    let room = bench.openRoom()
    bench.say(connection, ask(bench.command(room, "phase.move", ["phase": "data"]).frame, undo: true))
    let ack = bench.settle().frames(to: connection).last
    #expect(ack?["undo"]?["op"]?.string == "phase.move")
    #expect(ack?["undo"]?["args"]?["phase"]?.string == "prepare")
  }

  @Test func `given a command that does not ask, or that nothing takes back, then its answer says nothing of it`() {
    let connection = bench.join(bench.lead)
    let room = bench.openRoom()
    bench.say(connection, bench.command(room, "phase.move", ["phase": "data"]).frame)
    #expect(bench.settle().frames(to: connection).last.map { $0["undo"] == nil } == true)
    bench.say(connection, bench.command(room, "phase.move", ["phase": "collect"]).frame)
    bench.settle()
    bench.say(connection, ask(bench.command(room, "cards.reveal", [:]).frame, undo: true))
    #expect(bench.settle().frames(to: connection).last.map { $0.type == "ack" && $0["undo"] == nil } == true)
  }

  @Test func `given two changes in one round, then each is told what it was before itself`() {
    let connection = bench.join(bench.lead)
    let room = bench.openRoom()
    for phase in ["data", "collect"] {
      bench.say(connection, ask(bench.command(room, "phase.move", ["phase": .string(phase)]).frame, undo: true))
    }
    let acks = bench.settle().frames(to: connection).filter { $0.type == "ack" }
    #expect(acks.map { $0["undo"]?["args"]?["phase"]?.string } == ["prepare", "data"])
  }

  @Test func `given something that is neither yes nor no, then the command is malformed`() {
    let connection = bench.join(bench.lead)
    bench.say(connection, ask(bench.command(bench.organisation, "channel.add", ["name": "一"]).frame, undo: 1))
    let nack = bench.settle().frames(to: connection).last
    #expect(nack?.type == "nack")
    #expect(nack?["detail"]?["field"]?.string == "undo")
  }
}
