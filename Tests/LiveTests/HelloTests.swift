import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `Saying hello` {
  let bench = Bench().found()

  @Test func `a member is welcomed and gets the directory unasked`() {
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello())
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["welcome", "snap"])
    #expect(frames[0]["me"]?["name"] == "雷")
    #expect(frames[0]["me"]?["lead"] == true)
    #expect(frames[0]["limits"]?["inFlight"] == 32)
    #expect(frames[0]["heartbeat"] == 25)
    #expect(frames[1]["kind"] == "directory")
    #expect(frames[1]["put"]?["member"]?.array?.count == 2)
  }

  @Test func `welcome and snapshot come in one message`() {
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello())
    #expect(bench.settle().messages(to: connection).count == 1)
  }

  @Test func `silence for five seconds closes with 4408`() {
    let connection = bench.connect(bench.lead)
    bench.pass(4_999)
    #expect(bench.receive(.tick).closing(connection) == nil)
    bench.pass(1)
    #expect(bench.receive(.tick).closing(connection) == .noHello)
  }

  @Test func `new limits hold for whoever comes after`() {
    bench.receive(.limits(rate: 7, burst: 9))
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello())
    let limits = bench.settle().frames(to: connection).first?["limits"]
    #expect(limits?["rate"] == 7 && limits?["burst"] == 9)
  }

  @Test func `another version closes with 4001`() {
    let connection = bench.connect(bench.lead)
    let effects = bench.say(connection, ["t": "hello", "v": 2, "news": true])
    #expect(effects.closing(connection) == .version)
  }

  @Test func `a stranger to the organisation is closed with 4403`() {
    let connection = bench.connect(Identifier(high: 9, low: 9))
    bench.say(connection, bench.hello())
    #expect(bench.settle().closing(connection) == .forbidden)
  }

  @Test func `a member whom another node has just let in is welcomed`() {
    _ = bench.join(bench.lead)
    let newcomer = Identifier(high: 9, low: 9)
    let elsewhere = Bench(seed: 5, database: bench.database)
    elsewhere.submit("member.join", ["name": "吴", "roles": ["floor"]], as: .server(for: newcomer))
    let connection = bench.connect(newcomer)
    bench.say(connection, bench.hello())
    #expect(bench.settle().frames(to: connection).map(\.type) == ["welcome", "snap"])
  }

  @Test func `a member whom another node has just let in is welcomed also while something is being committed`() {
    let lead = bench.join(bench.lead)
    bench.say(lead, bench.command(bench.organisation, "channel.add", ["name": "一号"]).frame)
    bench.receive(.roundEnded)
    let outcomes = bench.take().appends.map(bench.database.commit)
    let newcomer = Identifier(high: 9, low: 9)
    let elsewhere = Bench(seed: 5, database: bench.database)
    elsewhere.submit("member.join", ["name": "吴", "roles": ["floor"]], as: .server(for: newcomer))
    let connection = bench.connect(newcomer)
    bench.say(connection, bench.hello())
    bench.receive(.appended(BatchID(bench.node.batches), outcomes))
    #expect(bench.settle().frames(to: connection).map(\.type) == ["welcome", "snap"])
  }

  @Test(arguments: [
    "hello", "{}", "[]", "[1]", #"[{"v":1}]"#, #"[{"t":7}]"#, #"[{"t":"ping","n":1}]"#,
    #"[{"t":"hello","v":1,"tab":"x"}]"#, #"[{"t":"hello","v":1,"tab":"00000000-0000-4000-8000-000000000000","x":1}]"#,
  ])
  func `what is not understood before hello closes with 4000`(text: String) {
    let connection = bench.connect(bench.lead)
    #expect(bench.receive(.message(connection, Array(text.utf8))).closing(connection) == .badFrame)
  }

  @Test func `a second hello closes with 4000`() {
    let connection = bench.join(bench.lead)
    #expect(bench.say(connection, bench.hello()).closing(connection) == .badFrame)
  }

  @Test func `what comes before the directory is loaded waits for it`() {
    let bench = Bench(database: bench.database)
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello(), ["t": "ping", "n": 1])
    bench.say(connection, ["t": "ping", "n": 2])
    #expect(bench.settle().frames(to: connection).map(\.type) == ["welcome", "snap", "pong", "pong"])
  }

  @Test func `a message over 64 KB closes with 4013`() {
    let connection = bench.join(bench.lead)
    let bytes = [UInt8](repeating: 0x20, count: 65_537)
    #expect(bench.receive(.message(connection, bytes)).closing(connection) == .tooBig)
  }

  @Test func `a directory that cannot be loaded closes with 4007`() {
    let bench = Bench(database: bench.database)
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello())
    #expect(bench.receive(.loadFailed(bench.organisation)).closing(connection) == .databaseUnavailable)
  }

  @Test func `a stored event this version cannot read is served to nobody, then or later`() {
    let bench = Bench(database: bench.database)
    let unreadable = LoadedLog(
      organisation: bench.organisation, kind: "directory",
      standing: Standing(log: bench.organisation, head: 1, tag: 1), checkpoint: nil,
      events: [
        EventRow(
          seq: 1, tag: 1, command: bench.lead, actor: bench.lead, at: 0, op: "organisation.found",
          body: Array("[{".utf8))
      ], texts: [])
    for _ in 0..<2 {
      let connection = bench.connect(bench.lead)
      bench.say(connection, bench.hello())
      #expect(bench.receive(.loaded(bench.organisation, unreadable)).closing(connection) == .internal)
      #expect(bench.node.logs[bench.organisation] == nil)
    }
  }

  @Test func `a log of a kind this version does not know is served to nobody`() {
    let bench = Bench(database: bench.database)
    let connection = bench.connect(bench.lead)
    bench.say(connection, bench.hello())
    let newer = LoadedLog(
      organisation: bench.organisation, kind: "unheardOf",
      standing: Standing(log: bench.organisation, head: 1, tag: 1), checkpoint: nil, events: [], texts: [])
    #expect(bench.receive(.loaded(bench.organisation, newer)).closing(connection) == .databaseUnavailable)
  }

  @Test func `signing out closes every connection of that session with 4401`() {
    let session = Identifier(high: 5, low: 5)
    let first = bench.connect(bench.lead, session: session)
    let other = bench.connect(bench.lead)
    let effects = bench.receive(.sessionEnded(session))
    #expect(effects.closing(first) == .signInAgain)
    #expect(effects.closing(other) == nil)
  }
}
