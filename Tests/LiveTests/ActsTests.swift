import Board
import Identity
import JSON
import Testing

@testable import Live

@Suite struct `Acts across logs` {
  let bench = Bench().found()

  /// A room in `solve` with a solution; both ids.
  private func solution() -> (room: Identifier, id: String) {
    let room = bench.openRoom()
    bench.submit("phase.move", ["phase": "solve"], as: bench.actor(bench.lead), to: room)
    bench.submit(
      "solution.propose", ["issues": [], "text": "先核对链接", "kind": "sop", "owner": "backstage"],
      as: bench.actor(bench.lead), to: room)
    return (room, bench.truth(room).keys.first { $0.kind == .solution }?.id ?? "")
  }

  private func promotion(_ room: Identifier, _ id: String) -> JSON? {
    bench.truth(room)[RecordKey(.solution, id)]?.render(for: Viewer(member: nil, isLead: true))
      .flatMap { try? JSONReader.parse($0) }?["promotion"]
  }

  @Test func `an opened room founds its own log`() {
    let room = bench.openRoom()
    #expect(bench.truth(room).room?.title == "羊绒专场 复盘")
    #expect(bench.database.pending.isEmpty)
  }

  @Test func `a promoted solution becomes an entry, and learns which`() {
    let (room, id) = solution()
    bench.submit("solution.promote", ["solution": .string(id)], as: bench.actor(bench.lead), to: room)
    let playbook = LogFold.playbook(of: bench.organisation)
    let entries = bench.truth(playbook).keys.filter { $0.kind == .entry }.map(\.id)
    #expect(entries.count == 1)
    #expect(promotion(room, id)?["state"] == "done")
    #expect(promotion(room, id)?["entry"]?.string == entries.first)
    #expect(bench.database.pending.isEmpty)
  }

  @Test func `a crash between the two leaves it to any node, which completes it once`() {
    let (room, id) = solution()
    let connection = bench.join(bench.lead, room)
    bench.say(connection, bench.command(room, "solution.promote", ["solution": .string(id)]).frame)
    bench.receive(.roundEnded)
    _ = bench.take().appends.map(bench.database.commit)
    // The node dies here. Two others find what it left.
    #expect(bench.database.pending.count == 1)
    let others = [Bench(seed: 7, database: bench.database), Bench(seed: 8, database: bench.database)]
    for other in others { other.receive(.pending(bench.database.pending)) }
    for other in others { other.settle() }
    let playbook = LogFold.playbook(of: bench.organisation)
    #expect(bench.truth(playbook).keys.filter { $0.kind == .entry }.count == 1)
    #expect(promotion(room, id)?["state"] == "done")
    #expect(bench.database.pending.isEmpty)
  }

  @Test func `a target that refuses is told to the source`() throws {
    let room = bench.openRoom()
    let show = try #require(
      bench.truth(bench.organisation).keys.first { $0.kind == .show }.flatMap { Identifier($0.id) })
    bench.submit("phase.move", ["phase": "closed"], as: bench.actor(bench.lead), to: room)
    bench.submit("question.log", ["text": "有小码吗", "offset": 60], as: bench.actor(bench.lead), to: show)
    let question = bench.truth(show).keys.first { $0.kind == .question }?.id ?? ""
    for target in [room, Identifier(high: 66, low: 6)] {
      bench.submit(
        "question.promote",
        ["question": .string(question), "room": .string(target.description), "kind": "puzzle"],
        as: bench.actor(bench.lead), to: show)
      let record = bench.truth(show)[RecordKey(.question, question)]?.render(for: Viewer(member: nil, isLead: true))
        .flatMap { try? JSONReader.parse($0) }
      #expect(record?["issue"]?["state"] == "refused")
      #expect(bench.database.pending.isEmpty)
    }
  }

  @Test func `a command that reads another log waits until that one is settled`() throws {
    let room = bench.openRoom()
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    bench.submit(
      "issue.post", ["role": "host", "kind": "mistake", "text": "掉线"], as: bench.actor(bench.lead), to: room)
    let show = try #require(
      bench.truth(bench.organisation).keys.first { $0.kind == .show }.flatMap { Identifier($0.id) })
    bench.submit("snapshot.take", ["values": ["gmv": 100]], as: bench.actor(bench.lead), to: show)
    let issue = bench.truth(room).keys.first { $0.kind == .issue }?.id ?? ""
    let snapshot = bench.truth(show).keys.first { $0.kind == .snapshot }?.id ?? ""
    let connection = bench.join(bench.lead, room, show)
    bench.say(connection, bench.command(show, "goal.set", ["metric": "gmv", "value": 400]).frame)
    bench.say(
      connection,
      bench.command(
        room, "issue.link",
        ["issue": .string(issue), "show": .string(show.description), "snapshot": .string(snapshot), "metric": "gmv"]
      ).frame)
    let frames = bench.settle().frames(to: connection)
    let link = frames.compactMap { $0["events"]?.array?.last?["put"]?["issue"]?.array?[0]["link"] }.last
    #expect(link?["goal"] == 400)
  }
}

@Suite struct `Stopping` {
  let bench = Bench().found()

  @Test func `finishes what was accepted, then sends everyone away at different times`() {
    let connections = (0..<4).map { _ in bench.join(bench.lead) }
    bench.say(connections[0], bench.command(bench.organisation, "channel.add", ["name": "一号"]).frame)
    bench.receive(.stopping)
    #expect(!bench.take().contains(.stopped))
    bench.say(connections[1], bench.command(bench.organisation, "channel.add", ["name": "二号"]).frame)
    let effects = bench.settle()
    #expect(effects.frames(to: connections[0]).map(\.type) == ["ev", "ack", "bye"])
    #expect(effects.frames(to: connections[1]).map(\.type).filter { $0 != "ev" } == ["nack", "bye"])
    #expect(connections.allSatisfy { effects.closing($0) == .shuttingDown })
    let delays = connections.compactMap { effects.frames(to: $0).last?["after"]?.int }
    #expect(Set(delays).count > 1 && delays.allSatisfy { (0...5_000).contains($0) })
    #expect(effects.last == .stopped)
  }

  @Test func `a newcomer is sent away at once`() {
    bench.receive(.stopping)
    let connection = bench.connect(bench.lead)
    #expect(bench.take().closing(connection) == .shuttingDown)
  }
}
