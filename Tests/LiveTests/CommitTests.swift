import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `Committing` {
  let bench = Bench().found()

  private func add(_ name: String) -> JSON {
    bench.command(bench.organisation, "channel.add", ["name": .string(name)]).frame
  }

  /// What is on its way to the database now; nothing else is.
  private func append() -> [Append] { bench.take().appends }

  private func commit(_ made: [Append]) {
    bench.receive(.appended(BatchID(bench.node.batches), made.map(bench.database.commit)))
  }

  @Test func `one transaction of a log is in flight at a time`() throws {
    let room = bench.openRoom()
    let connection = bench.join(bench.lead, room)
    bench.say(connection, bench.command(room, "phase.move", ["phase": "live"]).frame)
    bench.receive(.roundEnded)
    let first = append()
    bench.say(connection, bench.command(room, "phase.move", ["phase": "collect"]).frame)
    bench.receive(.roundEnded)
    #expect(append() == [])
    commit(first)
    bench.receive(.roundEnded)
    let second = append()
    #expect(second.map(\.head) == first.map(\.standing.head))
  }

  @Test func `a command that comes twice before its verdict is told gets the same one twice`() {
    let room = bench.openRoom()
    let (lead, host, twin) = (
      bench.join(bench.lead, room), bench.join(bench.host, room), bench.join(bench.host, room)
    )
    let card = bench.command(room, "issue.post", ["role": "host", "kind": "puzzle", "text": "节奏"])
    bench.say(lead, bench.command(room, "votes.budget", ["votes": 7]).frame)
    bench.say(host, card.frame)
    // Not there: too early for cards, and that is told once the budget, on which it was judged, is committed.
    for effect in bench.take() { if case .find = effect { _ = bench.play(effect) } }
    bench.say(lead, bench.command(room, "phase.move", ["phase": "collect"]).frame)
    bench.say(twin, card.frame)
    let effects = bench.settle()
    for connection in [host, twin] {
      #expect(effects.frames(to: connection).last { $0["id"]?.string == card.id.description }?.type == "nack")
    }
    #expect(bench.truth(room).records(.issue).isEmpty)
  }

  @Test func `logs that gathered in one round share an append`() throws {
    let room = bench.openRoom()
    let connection = bench.join(bench.lead, room)
    bench.say(connection, bench.command(room, "phase.move", ["phase": "live"]).frame, add("二号"))
    bench.receive(.roundEnded)
    #expect(Set(append().map(\.log)) == [room, bench.organisation])
  }

  @Test func `a lost race is read, released, and decided again`() throws {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("我的"))
    bench.receive(.roundEnded)
    let mine = append()
    // Another node was faster.
    let elsewhere = Bench(seed: 5, database: bench.database)
    elsewhere.submit("channel.add", ["name": "别人的"], as: elsewhere.actor(bench.lead))
    commit(mine)
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["ev", "ev", "ack"])
    let names = frames.prefix(2).map { $0["events"]?.array?[0]["put"]?["channel"]?.array?[0]["name"] }
    #expect(names == ["别人的", "我的"])
  }

  @Test func `after five lost races a command is refused as busy`() throws {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("我的"))
    let elsewhere = Bench(seed: 5, database: bench.database)
    for index in 1...5 {
      bench.receive(.roundEnded)
      let mine = append()
      elsewhere.submit("channel.add", ["name": .string("\(index)")], as: elsewhere.actor(bench.lead))
      commit(mine)
      for effect in bench.take() {
        if index == 5, effects(effect, connection).contains(where: { $0["code"] == "busy" }) { return }
        _ = bench.play(effect)
      }
    }
    Testing.Issue.record("never refused")
  }

  private func effects(_ effect: Effect, _ connection: ConnectionID) -> [JSON] { [effect].frames(to: connection) }

  @Test func `a command another node has stored meanwhile is answered with its seq`() throws {
    let connection = bench.join(bench.lead)
    let (id, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    bench.say(connection, frame)
    bench.receive(.roundEnded)
    let mine = append()
    let elsewhere = Bench(seed: 5, database: bench.database)
    let other = elsewhere.join(bench.lead)
    elsewhere.say(other, frame)
    elsewhere.settle()
    commit(mine)
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["ev", "ack"])
    #expect(frames[1]["dup"] == true)
    #expect(bench.database.find([id], in: bench.organisation).map(\.seq) == [4])
  }

  @Test func `while the database is away commands wait, and after ten seconds are refused`() {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.receive(.databaseAvailable(false))
    bench.receive(.roundEnded)
    bench.pass(9_000)
    bench.say(connection, add("二号"))
    bench.receive(.tick)
    #expect(bench.take().frames(to: connection).isEmpty)
    bench.pass(1_000)
    bench.receive(.tick)
    let nacks = bench.take().frames(to: connection)
    #expect(nacks.map { $0["code"] } == ["unavailable"])
    #expect(nacks.map { $0["retry"] } == [true])
    bench.receive(.databaseAvailable(true))
    #expect(bench.settle().frames(to: connection).map(\.type) == ["ev", "ack"])
  }

  @Test func `what is in flight when the database goes is answered when it is known`() throws {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.receive(.roundEnded)
    let mine = append()
    bench.receive(.databaseAvailable(false))
    bench.pass(60_000)
    bench.receive(.tick)
    #expect(bench.take().frames(to: connection).isEmpty)
    bench.receive(.databaseAvailable(true))
    commit(mine)
    #expect(bench.take().frames(to: connection).map(\.type) == ["ev", "ack"])
  }

  @Test func `of a batch the database will not take, only the culprit is refused`() throws {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"), add("毒"), add("三号"))
    var seen: [Effect] = []
    for _ in 0..<8 {
      bench.receive(.roundEnded)
      for effect in bench.take() {
        seen.append(effect)
        guard case .append(let batch, let appends) = effect else {
          _ = bench.play(effect)
          continue
        }
        let isPoisoned = appends[0].events.contains { String(decoding: $0.body, as: UTF8.self).contains("毒") }
        let outcome =
          isPoisoned
          ? AppendOutcome(log: appends[0].log, result: .rejected(code: "22P02")) : bench.database.commit(appends[0])
        bench.receive(.appended(batch, [outcome]))
      }
    }
    let answers = (seen + bench.take()).frames(to: connection)
    #expect(answers.filter { $0.type == "ack" }.count == 2)
    #expect(answers.filter { $0.type == "nack" }.map { $0["code"] } == ["invalid"])
    // The batch, and then the culprit alone.
    #expect(seen.troubles == Array(repeating: .appendRejected(log: bench.organisation, code: "22P02"), count: 2))
  }

  @Test func `time never runs backwards in a log`() {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.settle()
    bench.time = Instant(wall: bench.time.wall - 3_600_000, monotonic: bench.time.monotonic)
    bench.say(connection, add("二号"))
    bench.settle()
    let times = bench.database.logs[bench.organisation]?.rows.suffix(2).map(\.at) ?? []
    #expect(times[0] == times[1])
  }

  @Test func `a hint of news is read and released; a stale one does nothing`() {
    let connection = bench.join(bench.host)
    let elsewhere = Bench(seed: 5, database: bench.database)
    elsewhere.submit("channel.add", ["name": "一号"], as: elsewhere.actor(bench.lead))
    bench.receive(.heads([bench.standing, bench.standing]))
    #expect(bench.settle().frames(to: connection).map(\.type) == ["ev"])
    let tag = bench.database.logs[bench.organisation]?.rows[2].tag ?? 0
    #expect(bench.receive(.heads([Standing(log: bench.organisation, head: 3, tag: tag)])) == [])
  }

  @Test func `who looks while news is being read sees it`() {
    _ = bench.join(bench.host)
    let elsewhere = Bench(seed: 5, database: bench.database)
    elsewhere.submit("channel.add", ["name": "一号"], as: elsewhere.actor(bench.lead))
    bench.receive(.heads([bench.standing]))
    bench.receive(.look(Ticket(1), organisation: bench.organisation, log: bench.organisation))
    let look = Look(fold: bench.truth(bench.organisation), standing: bench.standing)
    #expect(bench.settle().contains(.looked(Ticket(1), .success(look))))
  }

  @Test func `who looks while news cannot be read is told so`() {
    _ = bench.join(bench.host)
    bench.receive(.heads([Standing(log: bench.organisation, head: 4, tag: 1)]))
    bench.receive(.look(Ticket(1), organisation: bench.organisation, log: bench.organisation))
    let told = bench.receive(.readFailed(bench.organisation))
    #expect(told == [.looked(Ticket(1), .failure(Refusal(.unavailable)))])
    #expect(Refusal(.unavailable).mayRetry)
  }
}
