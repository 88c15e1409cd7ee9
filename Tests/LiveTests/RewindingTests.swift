import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `A log that was rewound under a running node` {
  let bench = Bench().found()

  private func add(_ name: String) -> JSON {
    bench.command(bench.organisation, "channel.add", ["name": .string(name)]).frame
  }

  /// A second node on the same database adds a channel.
  private func addElsewhere(_ name: String, _ count: Int = 1) {
    // Another seed, or its tags would be those of the last time.
    let elsewhere = Bench(seed: name.unicodeScalars.reduce(0) { $0 + UInt64($1.value) }, database: bench.database)
    for index in 0..<count {
      elsewhere.submit("channel.add", ["name": .string("\(name)\(index)")], as: elsewhere.actor(bench.lead))
    }
  }

  private func channels(_ frames: [JSON]) -> [String]? {
    frames.last { $0.type == "snap" }?["put"]?["channel"]?.array?.compactMap { $0["name"]?.string }.sorted()
  }

  private func poll() -> [Effect] {
    bench.pass(2_000)
    bench.receive(.tick)
    return bench.settle()
  }

  @Test func `is loaded anew at the next append`() throws {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.settle()
    bench.database.rewind(bench.organisation, by: 1)
    bench.say(connection, add("二号"))
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["snap", "ev", "ack"])
    #expect(frames[2]["seq"] == 4)
  }

  @Test func `is loaded anew at the next poll, though nothing has come after it`() {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.settle()
    bench.database.rewind(bench.organisation, by: 1)
    let effects = poll()
    #expect(effects.frames(to: connection).map(\.type) == ["snap"])
    #expect(effects.troubles == [.logRewound(log: bench.organisation, head: 4)])
    #expect(bench.node.logs[bench.organisation]?.ledger.standing == bench.standing)
  }

  @Test func `is loaded anew when others have gone on from where it was taken back to`() {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"), add("二号"))
    bench.settle()
    bench.database.rewind(bench.organisation, by: 2)
    // As many events as were lost, and more: the head alone tells nothing.
    addElsewhere("别处", 2)
    #expect(channels(poll().frames(to: connection)) == ["别处0", "别处1"])
    bench.database.rewind(bench.organisation, by: 1)
    addElsewhere("再来", 3)
    bench.receive(.heads([bench.standing]))
    #expect(channels(bench.settle().frames(to: connection)) == ["再来0", "再来1", "再来2", "别处0"])
  }

  @Test func `is not appended to by whoever holds another history of the same length`() {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.settle()
    bench.database.rewind(bench.organisation, by: 1)
    addElsewhere("别处")
    bench.say(connection, add("二号"))
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["snap", "ev", "ack"])
    let names = bench.truth(bench.organisation).records(.channel).values.compactMap { record in
      if case .channel(let channel) = record { channel.name } else { nil }
    }
    #expect(names.sorted() == ["二号", "别处0"])
  }

  @Test func `leaves no checkpoint of what is not stored`() {
    let room = bench.openRoom()
    let connection = bench.join(bench.lead, room)
    bench.say(connection, bench.command(room, "phase.move", ["phase": "live"]).frame)
    bench.settle()
    let stale = bench.node.logs[room]!.ledger.checkpoint()
    #expect(bench.database.keeps(stale))
    bench.database.rewind(room, by: 1)
    #expect(!bench.database.keeps(stale))
    // And while there is doubt, none is made.
    bench.receive(.databaseReplaced)
    let log = bench.node.logs[room]!
    bench.node.save(log, after: 0)
    #expect(!bench.settle().checkpoints.contains { $0.seq >= 2 })
  }

  @Test func `takes back rights it never gave`() {
    bench.submit(
      "member.appoint", ["member": .string(bench.host.description), "lead": true], as: bench.actor(bench.lead))
    let stranger = Identifier(high: 0xbbbb, low: 9)
    bench.submit("member.join", ["name": "新", "roles": ["floor"]], as: .server(for: stranger))
    let (host, guest) = (bench.join(bench.host), bench.join(stranger))
    bench.database.rewind(bench.organisation, by: 2)
    // Another event at the place of the one that made the host a lead.
    addElsewhere("别处")
    let effects = poll()
    #expect(effects.closing(guest) == .forbidden)
    let snapshots = effects.frames(to: host).filter { $0.type == "snap" }
    #expect(snapshots.count == 1)
    bench.say(host, bench.command(bench.organisation, "organisation.rename", ["name": "不该"]).frame)
    #expect(bench.settle().frames(to: host).map { $0["code"] } == ["forbidden"])
  }

  @Test func `waits with every verdict until it has been compared`() {
    let connection = bench.join(bench.lead)
    let known = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    bench.say(connection, known.frame)
    bench.settle()
    bench.database.rewind(bench.organisation, by: 1)
    bench.receive(.databaseReplaced)
    // In memory it took effect already; nobody is told so.
    bench.say(connection, known.frame)
    #expect(!bench.effects.frames(to: connection).contains { $0.type == "ack" })
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["snap", "ev", "ack"])
    #expect(frames[2]["dup"] != true)
  }

  @Test func `is compared after a fail-over that lost nothing, and nobody gets a snapshot`() throws {
    let connection = bench.join(bench.lead)
    bench.say(connection, add("一号"))
    bench.receive(.roundEnded)
    let outcomes = bench.take().appends.map(bench.database.commit)
    #expect(outcomes.map(\.result) == [.committed])
    // What is in flight is waited for: then the log is read from the event on that it ends with.
    #expect(bench.receive(.databaseReplaced) == [])
    let effects = bench.receive(.appended(BatchID(bench.node.batches), outcomes))
    #expect(effects.contains(.read(bench.organisation, from: 4)))
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["ev", "ack"])
    #expect(bench.node.logs[bench.organisation]?.phase == .current)
  }

  @Test func `whose row is gone is empty`() {
    let room = bench.openRoom()
    let connection = bench.join(bench.lead, room)
    var older = bench.database.logs
    older[room] = nil
    bench.database.restore(older)
    let snapshot = poll().frames(to: connection).last { $0.type == "snap" && $0["log"]?.string == room.description }
    #expect(snapshot?["at"]?["seq"] == 0)
  }

  @Test func `and an answer that was on its way when this node went on is no rewinding`() {
    let connection = bench.join(bench.lead)
    bench.pass(2_000)
    let asked = [bench.organisation]
    #expect(bench.receive(.tick) == [.poll(asked)])
    let late = bench.database.heads(asked)
    _ = bench.take()
    bench.say(connection, add("一号"))
    bench.settle()
    #expect(bench.receive(.polled(asked, late)) == [])
  }
}

@Suite struct `Loading a log` {
  private static let long = 180

  /// A room with a long past, and a bench that has not loaded it.
  private func room(_ change: (Bench, Identifier) -> Void = { _, _ in }) -> (Bench, Identifier) {
    let first = Bench().found()
    let room = first.openRoom()
    for index in 0..<Self.long {
      first.submit(
        "phase.move", ["phase": index % 2 == 0 ? "live" : "prepare"], as: first.actor(first.lead), to: room)
    }
    change(first, room)
    return (Bench(seed: 3, database: first.database), room)
  }

  @Test func `reads a long one stretch by stretch, and serves it when it is whole`() {
    let (bench, room) = room()
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello([(room, nil)]))
    var reads = 0
    var frames: [JSON] = []
    for _ in 0..<20 {
      for effect in bench.take() {
        frames += [effect].frames(to: connection)
        if case .read(room, _) = effect { reads += 1 }
        _ = bench.play(effect)
      }
      bench.receive(.roundEnded)
    }
    #expect(reads == 3)
    let snapshot = frames.first { $0.type == "snap" && $0["log"]?.string == room.description }
    #expect(snapshot?["at"]?["seq"]?.int == Self.long + 1)
  }

  @Test func `from a checkpoint that cannot be read begins at the beginning, with the same records, and says so`() {
    var records: JSON?
    let (bench, room) = room { first, room in
      let connection = first.join(first.host, room)
      records = first.snapshot(of: room, to: first.host)
      first.receive(.disconnected(connection))
      first.database.spoil(room)
    }
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, nil)]))
    let effects = bench.settle()
    #expect(bench.snapshot(of: room, to: bench.host) == records)
    #expect(effects.closing(connection) == nil)
    #expect(effects.contains(.dropCheckpoint(room)))
    #expect(effects.troubles == [.checkpointUnreadable(log: room, seq: 100)])
    #expect(bench.database.logs[room]?.checkpoint == nil)
  }

  @Test func `with an event that cannot be read is refused, and says so; all else goes on`() {
    let (bench, room) = room { first, room in first.database.spoil(event: 120, of: room) }
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, nil)]))
    let effects = bench.settle()
    #expect(effects.closing(connection) == nil)
    let refused = effects.frames(to: connection).filter { $0["t"] == "refused" }
    #expect(refused.map { $0["code"] } == ["unreadable"] && refused.map { $0["log"]?.string } == [room.description])
    #expect(effects.troubles == [.eventUnreadable(log: room, seq: 120, field: "unheardOf")])
  }

  @Test func `with an event that cannot be read keeps what is sent to it waiting, and tells that it is this log alone`()
  {
    let (bench, room) = room { first, room in first.database.spoil(event: 120, of: room) }
    let connection = bench.join(bench.host)
    bench.say(connection, bench.command(room, "issue.post", ["role": "host", "kind": "mistake", "text": "晚了"]).frame)
    let nack = bench.settle().frames(to: connection).last
    #expect(nack?["code"] == "unavailable" && nack?["retry"] == true && nack?["detail"]?["unreadable"] == true)
  }

  @Test func `with an event of a newer build sends on whoever is here for it`() {
    let (bench, room) = room { first, room in first.database.spoil(event: 120, of: room, layout: 99) }
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, nil)]))
    let effects = bench.settle()
    #expect(effects.closing(connection) == .shuttingDown)
    #expect(effects.troubles == [.eventNewer(log: room, seq: 120, layout: 99)])
  }
}
