import Board
import Identity
import JSON
import Testing

@testable import Live

@Suite struct `Following a log` {
  let bench: Bench
  let room: Identifier

  init() {
    bench = Bench().found()
    room = bench.openRoom()
  }

  /// The position after the last frame of the log.
  private func position(_ frames: [JSON], _ log: Identifier) -> JSON? {
    var position: JSON?
    for frame in frames where frame["log"]?.string == log.description {
      if frame.type == "snap" { position = frame["at"] }
      if frame.type == "ev", let from = frame["from"]?.int, let events = frame["events"]?.array {
        position = .object(
          members(
            ("seq", .int(from + events.count - 1)), ("tag", events[events.count - 1]["tag"] ?? .null),
            ("view", position?["view"] ?? .null)))
      }
    }
    return position
  }

  private func change(_ phase: String) {
    bench.submit("phase.move", ["phase": .string(phase)], as: bench.actor(bench.lead), to: room)
  }

  /// What a host who comes with `position` is given of the room.
  private func resume(_ position: JSON?) -> [JSON] {
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, position)]))
    return bench.settle().frames(to: connection).filter { $0["log"]?.string == room.description && $0.type != "here" }
  }

  private func leftAt() -> JSON? {
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, nil)]))
    let frames = bench.settle().frames(to: connection)
    bench.receive(.disconnected(connection))
    return position(frames, room)
  }

  @Test func `a first visit gets a snapshot of what is visible`() {
    let frames = resume(nil)
    #expect(frames.map(\.type) == ["snap"])
    #expect(frames[0]["part"] == 1 && frames[0]["parts"] == 1)
    #expect(frames[0]["put"]?["room"]?.array?[0]["phase"] == "prepare")
  }

  @Test func `coming back brings exactly what was missed`() {
    let position = leftAt()
    change("live")
    change("collect")
    let frames = resume(position)
    #expect(frames.map(\.type) == ["ev"])
    #expect(frames[0]["from"]?.int == (position?["seq"]?.int ?? 0) + 1)
    #expect(frames[0]["events"]?.array?.count == 2)
  }

  @Test func `coming back to an unchanged log brings nothing`() {
    #expect(resume(leftAt()).isEmpty)
  }

  @Test(arguments: ["tag", "view", "seq"])
  func `a position that is not of this log brings a snapshot`(field: String) throws {
    var position = try #require(leftAt()?.object)
    position[field] = field == "seq" ? 99 : field == "tag" ? "0123456789abcdef" : "9.other"
    #expect(resume(.object(position)).map(\.type) == ["snap"])
  }

  @Test func `a position out of the tail's reach brings a snapshot, the one at its edge does not`() {
    var limits = Limits()
    limits.tailEvents = 2
    let bench = Bench(limits: limits, database: self.bench.database)
    _ = bench.join(bench.lead, room)
    let positions = (0..<4).map { index -> JSON? in
      let connection = bench.connect(bench.host)
      bench.say(connection, bench.hello([(room, nil)]))
      let position = position(bench.settle().frames(to: connection), room)
      bench.submit(
        "phase.move", ["phase": index % 2 == 0 ? "live" : "collect"], as: bench.actor(bench.lead), to: room)
      return position
    }
    let answers = positions.map { position -> [String] in
      let connection = bench.connect(bench.host)
      bench.say(connection, bench.hello([(room, position)]))
      return bench.settle().frames(to: connection)
        .filter { $0["log"]?.string == room.description && $0.type != "here" }.map(\.type)
    }
    #expect(answers == [["snap"], ["snap"], ["ev"], ["ev"]])
  }

  @Test func `a joiner sees nothing of what is not committed`() {
    let lead = bench.join(bench.lead, room)
    bench.say(lead, bench.command(room, "phase.move", ["phase": "live"]).frame)
    bench.receive(.roundEnded)
    let effects = bench.take()
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, nil)]))
    let snapshot = bench.take().frames(to: connection).last { $0.type == "snap" }
    #expect(snapshot?["put"]?["room"]?.array?[0]["phase"] == "prepare")
    for effect in effects { _ = bench.play(effect) }
    #expect(bench.settle().frames(to: connection).map(\.type).contains("ev"))
  }

  @Test func `a large snapshot comes in parts, a round each, and is whole`() {
    var limits = Limits()
    limits.part = 2_000
    limits.chunk = 1_000
    change("live")
    for index in 0..<40 {
      bench.submit(
        "issue.post", ["role": "host", "kind": "mistake", "text": .string("第\(index)张卡片")],
        as: bench.actor(bench.host), to: room)
    }
    let bench = Bench(limits: limits, database: self.bench.database)
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, nil)]))
    let parts = bench.settle().frames(to: connection).filter { $0.type == "snap" && $0["kind"] == "room" }
    #expect(parts.count > 3)
    #expect(parts.map { $0["part"]?.int } == (1...parts.count).map { $0 })
    #expect(parts.allSatisfy { $0["parts"]?.int == parts.count && $0["at"] == parts[0]["at"] })
    #expect(parts.reduce(0) { $0 + ($1["put"]?["issue"]?.array?.count ?? 0) } == 40)
  }

  @Test func `a log left is no longer told, and the directory cannot be left`() {
    let connection = bench.join(bench.host, room)
    bench.say(connection, ["t": "unsub", "log": .string(room.description)])
    bench.say(connection, ["t": "unsub", "log": .string(bench.organisation.description)])
    let lead = bench.join(bench.lead, room)
    bench.say(lead, bench.command(room, "phase.move", ["phase": "live"]).frame)
    #expect(bench.settle().frames(to: connection).isEmpty)
    bench.say(lead, bench.command(bench.organisation, "channel.add", ["name": "二号"]).frame)
    #expect(bench.settle().frames(to: connection).map(\.type) == ["ev"])
  }

  @Test(arguments: [#""log":"nonsense""#, #""log":"LOG","more":1"#, #""log":"LOG","at":{"seq":-1}"#])
  func `a subscription that is not understood is refused`(members: String) {
    let connection = bench.join(bench.host)
    let text = #"[{"t":"sub",MEMBERS}]"#.replacing("MEMBERS", with: members)
      .replacing("LOG", with: room.description)
    bench.receive(.message(connection, Array(text.utf8)))
    let frames = bench.take().frames(to: connection)
    #expect(frames.map(\.type) == ["refused"])
    #expect(frames[0]["code"] == "malformed")
  }

  @Test func `a client that has seen more than this node makes it catch up first`() {
    let elsewhere = Bench(seed: 5, database: bench.database)
    _ = bench.join(bench.lead, room)
    elsewhere.submit("phase.move", ["phase": "live"], as: elsewhere.actor(bench.lead), to: room)
    let connection = elsewhere.connect(bench.host)
    elsewhere.say(connection, elsewhere.hello([(room, nil)]))
    let seen = position(elsewhere.settle().frames(to: connection), room)
    #expect(resume(seen).isEmpty)
  }

  // MARK: Back-pressure

  @Test func `a choked connection is given nothing, and then all it missed`() {
    let slow = bench.join(bench.host, room)
    bench.receive(.choked(slow))
    _ = bench.take()
    var seen: [Effect] = []
    for phase in ["live", "collect", "live"] {
      bench.submit("phase.move", ["phase": .string(phase)], as: bench.actor(bench.lead), to: room)
      seen += bench.take()
    }
    bench.say(slow, ["t": "ping", "n": 1])
    bench.say(slow, bench.command(room, "no.such", [:]).frame)
    seen += bench.settle()
    #expect(seen.frames(to: slow).isEmpty)
    let frames = bench.receive(.drained(slow)).frames(to: slow)
    #expect(frames.map(\.type) == ["ev", "nack"])
    #expect(frames[0]["events"]?.array?.count == 3)
  }

  @Test func `its own acknowledgement waits for its event`() {
    let slow = bench.join(bench.lead, room)
    bench.say(slow, bench.command(room, "phase.move", ["phase": "live"]).frame)
    bench.receive(.choked(slow))
    #expect(bench.settle().frames(to: slow).isEmpty)
    #expect(bench.receive(.drained(slow)).frames(to: slow).map(\.type) == ["ev", "ack"])
  }

  @Test func `fallen out of the tail it gets a snapshot`() {
    var limits = Limits()
    limits.tailEvents = 1
    let bench = Bench(limits: limits, database: self.bench.database)
    let slow = bench.join(bench.host, room)
    bench.receive(.choked(slow))
    for phase in ["live", "collect", "live"] {
      bench.submit("phase.move", ["phase": .string(phase)], as: bench.actor(bench.lead), to: room)
    }
    #expect(bench.receive(.drained(slow)).frames(to: slow).map(\.type) == ["snap"])
  }

  @Test func `thirty seconds without progress close with 4008, and delay nobody else`() {
    let slow = bench.join(bench.host, room)
    bench.receive(.choked(slow))
    bench.pass(30_000)
    #expect(bench.receive(.tick).closing(slow) == nil)
    bench.pass(1)
    #expect(bench.receive(.tick).closing(slow) == .slow)
  }

  @Test func `a connection that chokes is not in the many that get one message`() {
    let connections = (0..<3).map { _ in bench.join(bench.host, room) }
    bench.receive(.choked(connections[0]))
    _ = bench.take()
    let lead = bench.join(bench.lead, room)
    bench.say(lead, bench.command(room, "phase.move", ["phase": "live"]).frame)
    #expect(bench.settle().broadcasts.map(Set.init) == [[connections[1], connections[2]]])
  }

  @Test func `a log nobody has followed for a minute leaves memory, with a snapshot of its state`() {
    var limits = Limits()
    limits.checkpointAtRest = 1
    let bench = Bench(limits: limits, database: self.bench.database)
    let connection = bench.join(bench.host, room)
    bench.receive(.disconnected(connection))
    bench.receive(.tick)
    bench.pass(59_000)
    bench.receive(.tick)
    #expect(bench.node.logs[room] != nil)
    bench.pass(2_000)
    let effects = bench.receive(.tick)
    #expect(bench.node.logs[room] == nil)
    #expect(effects.checkpoints.map(\.log).contains(room))
  }
}
