import Board
import Identity
import JSON
import Testing

@testable import Live

@Suite struct `Who writes without a name` {
  let bench: Bench
  let room: Identifier
  let lead: ConnectionID
  let host: ConnectionID

  init() {
    var limits = Limits()
    limits.presence = 3_600_000
    bench = Bench(limits: limits).found()
    room = bench.openRoom()
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    lead = bench.join(bench.lead, room)
    host = bench.join(bench.host, room)
    _ = frames(over: 500)
  }

  @Test func `is told a period later, and for as many periods as it lasted`() {
    var writers = UnnamedWriters()
    var told: [Int64] = []
    for time in stride(from: Int64(0), to: 60_000, by: 1_000) {
      writers.pass(time, isUnnamed: time == 3_000 || time == 14_000, isCrowd: true)
      if writers.isTold { told.append(time / 1_000) }
    }
    #expect(told == Array(20..<40))
    #expect(writers.isQuiet)
  }

  @Test func `is nobody where only two are, nor was while only two were`() {
    var writers = UnnamedWriters()
    for time in stride(from: Int64(0), to: 60_000, by: 1_000) {
      writers.pass(time, isUnnamed: time < 20_000, isCrowd: time >= 20_000)
      #expect(!writers.isTold)
    }
    say(host, ["doing": "reading", "unnamed": true])
    #expect(frames(over: 40_000).allSatisfy { $0["someone"] != JSON.bool(true) })
  }

  @Test func `given an anonymous writer, when they go and come back, then no frame tells of both them and somebody`() {
    _ = another(3)
    _ = frames(over: 500)
    var seen: [JSON] = []
    for _ in 0..<3 {
      say(host, ["doing": "reading", "unnamed": true])
      seen += frames(over: 24_500)
      say(host, ["doing": "away"])
      seen += frames(over: 7_500)
      say(host, ["doing": "reading", "unnamed": true])
      seen += frames(over: 12_000)
      say(host, ["doing": "reading"])
      seen += frames(over: 34_500)
    }
    #expect(seen.filter { $0["someone"] != nil }.map { $0["someone"] } == [true, false, true, false, true, false])
    for frame in seen where frame["someone"] != nil {
      #expect(frame["members"] == [:] && frame["at"] == nil)
    }
    #expect(seen.contains { $0["members"] == .object(members((bench.host.description, "away"))) })
  }

  @Test
  func `given an anonymous writer who leaves as a period ends, then the others learn only later that nobody writes`() {
    _ = another(3)
    _ = another(4)
    say(host, ["doing": "reading", "unnamed": true])
    #expect(frames(over: 30_000).contains { $0["someone"] == true })
    bench.pass(bench.untilNextPeriod)
    bench.receive(.disconnected(host))
    bench.receive(.tick)
    let gone = bench.take().frames(to: lead).filter { $0.type == "here" }
    #expect(gone.map { $0["members"] } == [.object(members((bench.host.description, .null)))])
    #expect(gone.allSatisfy { $0["someone"] == nil })
    #expect(frames(over: 9_000).allSatisfy { $0["someone"] == nil })
  }

  @Test func `is at no place meanwhile, whatever issue is open before them`() {
    let issue = post("场控没有接上")
    say(host, ["doing": "reading", "issue": .string(issue)])
    let place = JSON.object(members((bench.host.description, .string(issue))))
    #expect(frames(over: 500).map { $0["at"] } == [place])
    say(host, ["doing": "writing", "issue": .string(issue), "lane": "host", "unnamed": true])
    let seen = frames(over: 1_000)
    #expect(seen.map { $0["at"] } == [.object(members((bench.host.description, .null)))])
    #expect(seen.allSatisfy { $0["members"] == [:] && $0["lanes"] == nil })
  }

  // MARK: -

  private func another(_ number: UInt64) -> ConnectionID {
    let member = Identifier(high: 0xbbbb, low: number)
    bench.submit(
      "member.join", ["name": .string("苏\(number)"), "roles": ["floor"]], as: .server(for: member))
    return bench.join(member, room)
  }

  private func say(_ connection: ConnectionID, _ what: JSON) {
    var frame = members(("t", "here"), ("log", .string(room.description)))
    for more in what.object?.members ?? [] { frame[more.key] = more.value }
    bench.say(connection, .object(frame))
  }

  private func post(_ text: String) -> String {
    bench.submit(
      "issue.post", ["role": "operations", "kind": "mistake", "text": .string(text)], as: bench.actor(bench.lead),
      to: room)
    return bench.truth(room).records(.issue).keys.first ?? ""
  }

  /// What the lead is told in that time.
  private func frames(over milliseconds: Int64) -> [JSON] {
    var seen: [JSON] = []
    for _ in 0..<(milliseconds / 500) {
      bench.pass(500)
      bench.receive(.tick)
      seen += bench.take().frames(to: lead).filter { $0.type == "here" }
    }
    return seen
  }
}

extension Bench {
  fileprivate var untilNextPeriod: Int64 { 10_000 - time.wall % 10_000 }
}
