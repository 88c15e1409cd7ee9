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

  @Test func `who looks at an issue is told once it is turned, and never of one that is face down`() {
    bench.submit("phase.move", ["phase": "collect"], as: bench.actor(bench.lead), to: room)
    let host = bench.join(bench.host, room)
    _ = told()
    let issue = post("场控没有接上")
    at(host, issue)
    #expect(news().allSatisfy { $0["at"] == nil })
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    at(host, issue)
    #expect(news().map { $0["at"] } == [only(bench.host, .string(issue))])
    at(host, "aaaaaaaaaaaaa")
    #expect(news().map { $0["at"] } == [only(bench.host, .null)])
  }

  @Test func `of two tabs the one that moved last is where its member is`() {
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    let (one, other) = (post("一"), post("二"))
    let tabs = [bench.join(bench.host, room), bench.join(bench.host, room)]
    _ = told()
    at(tabs[0], one)
    #expect(news().map { $0["at"] } == [only(bench.host, .string(one))])
    at(tabs[1], other)
    #expect(news().map { $0["at"] } == [only(bench.host, .string(other))])
    // Said again it is no news.
    at(tabs[0], one)
    #expect(news().isEmpty)
  }

  @Test func `face down, a lane is told in which somebody writes, and not who`() {
    let host = bench.join(bench.host, room)
    _ = told()
    say(host, ["doing": "writing", "lane": "host"])
    let frames = news()
    #expect(frames.map { $0["lanes"] } == [["host"]])
    #expect(frames.map { $0["members"] } == [[:]])
    say(host, ["doing": "reading"])
    #expect(news().map { $0["lanes"] } == [[]])
  }

  @Test func `what is no place is no frame`() {
    for bad: JSON in [["issue": 3], ["issue": "a:b"], ["lane": "nowhere"], ["unnamed": "yes"], ["more": 1]] {
      let connection = bench.join(bench.host, room)
      say(connection, .object(members(("doing", "reading")).merging(bad)))
      #expect(bench.take().closing(connection) == .badFrame)
    }
  }

  // MARK: -

  private func say(_ connection: ConnectionID, _ what: JSON) {
    bench.say(connection, .object(members(("t", "here"), ("log", .string(room.description))).merging(what)))
  }

  private func at(_ connection: ConnectionID, _ issue: String) {
    say(connection, ["doing": "reading", "issue": .string(issue)])
  }

  private func post(_ text: String) -> String {
    let before = Set(bench.truth(room).records(.issue).keys)
    bench.submit(
      "issue.post", ["role": "operations", "kind": "mistake", "text": .string(text)], as: bench.actor(bench.lead),
      to: room)
    return Set(bench.truth(room).records(.issue).keys).subtracting(before).first ?? ""
  }

  private func news() -> [JSON] {
    bench.pass(500)
    bench.receive(.tick)
    return bench.take().frames(to: lead).filter { $0.type == "here" }
  }
}

extension JSONObject {
  fileprivate func merging(_ other: JSON) -> JSONObject {
    var merged = self
    for more in other.object?.members ?? [] { merged[more.key] = more.value }
    return merged
  }
}
