import Board
import Fixtures
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `What a joiner gets` {
  let bench: Bench
  let room: Identifier

  init() {
    bench = Bench().found()
    room = bench.openRoom()
    submit("phase.move", ["phase": "collect"])
  }

  private func submit(_ op: String, _ args: JSON, as member: Identifier? = nil) {
    bench.submit(op, args, as: bench.actor(member ?? bench.lead), to: room)
  }

  private func post(_ text: String, as member: Identifier, anonymous: Bool = false) {
    submit(
      "issue.post", ["role": "host", "kind": "mistake", "text": .string(text), "anonymous": .bool(anonymous)],
      as: member)
  }

  private var issues: [String] { bench.truth(room).keys.filter { $0.kind == .issue }.map(\.id).sorted() }

  /// The records of the room as that member gets them, joining on `bench`.
  private func snapshot(_ member: Identifier, on bench: Bench) -> JSON? {
    let connection = bench.connect(member)
    bench.say(connection, bench.hello([(room, nil)]))
    let frames = bench.settle().frames(to: connection)
    bench.receive(.disconnected(connection))
    return frames.last { $0.type == "snap" && $0["kind"] == "room" }?["put"]
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `the same as from a node that has just loaded the log, whatever happened between two joiners`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let people = [bench.lead, bench.host]
    for step in 0..<80 {
      if step == 50 { submit("phase.move", ["phase": "vote"]) }
      if step == 60 { submit("phase.move", ["phase": "solve"]) }
      let issue = JSON.string(issues.randomElement(using: &dice) ?? "")
      switch (Int.random(in: 0..<6, using: &dice), step) {
      case (0...1, _), (_, ...5):
        post(
          "第\(step)张", as: people.randomElement(using: &dice) ?? bench.lead, anonymous: Bool.random(using: &dice))
      case (2, 50..<60): submit("vote.set", ["issue": .string(issues[0]), "votes": .int(step % 2)], as: bench.host)
      case (3, 60...): submit("solution.propose", ["text": "办法", "kind": "sop", "owner": "host"])
      case (4, 60...): submit("issue.withdraw", ["issue": issue])
      default: break
      }
      guard Int.random(in: 0..<4, using: &dice) == 0 else { continue }
      let member = people.randomElement(using: &dice) ?? bench.lead
      let fresh = Bench(seed: seed + 100, database: bench.database)
      #expect(snapshot(member, on: bench) == snapshot(member, on: fresh), "after step \(step)")
    }
  }

  @Test func `cards stand in the order of their ids, which tells nothing of when they were written or edited`() {
    for number in 0..<20 {
      post("第\(number)张", as: bench.host)
      _ = snapshot(bench.host, on: bench)
    }
    let cards = snapshot(bench.host, on: bench)?["issue"]?.array?.compactMap { $0["id"]?.string }
    #expect(cards == issues)
  }

  @Test func `their own anonymous cards as their own, among all the others`() {
    for number in 0..<10 { post("第\(number)张", as: number % 2 == 0 ? bench.host : bench.lead, anonymous: true) }
    submit("cards.reveal", [:])
    let own = snapshot(bench.host, on: bench)?["issue"]?.array?.map { $0["mine"] == true } ?? []
    #expect(own.count == 10 && own.filter(\.self).count == 5)
  }

  @Test func `what was not committed when they came, with the event that commits it`() {
    let lead = bench.join(bench.lead, room)
    submit("cards.reveal", [:])
    bench.say(
      lead,
      bench.command(room, "issue.post", ["role": "host", "kind": "mistake", "text": "还没存好"]).frame)
    bench.receive(.roundEnded)
    let effects = bench.take()
    let early = bench.connect(bench.host)
    bench.say(early, bench.hello([(room, nil)]))
    let frames = bench.take().frames(to: early)
    #expect(frames.last { $0.type == "snap" }?["put"]?["issue"] == nil)
    for effect in effects { _ = bench.play(effect) }
    let event = bench.settle().frames(to: early).first { $0.type == "ev" }
    #expect(event?["events"]?.array?[0]["put"]?["issue"]?.array?.count == 1)
    #expect(snapshot(bench.host, on: bench)?["issue"]?.array?.count == 1)
  }

  @Test func `a log in use is written after half as many events as it has records, however few are asked for`() {
    var limits = Limits()
    limits.checkpointEvery = 2
    for number in 0..<12 { post("第\(number)张", as: bench.host) }
    let bench = Bench(seed: 9, limits: limits, database: self.bench.database)
    _ = bench.join(bench.lead, room)
    bench.database.save(bench.node.logs[room]!.ledger.checkpoint())
    let saved = (0..<14).map { number -> Int64? in
      bench.submit(
        "phase.move", ["phase": number % 2 == 0 ? "live" : "collect"], as: bench.actor(bench.lead), to: room)
      return bench.database.logs[room]?.checkpoint?.seq
    }
    #expect(Set(saved).count == 3)
  }
}
