import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `After an erasing` {
  private let bench: Bench
  private let room: Identifier
  private let secret = "过敏住院"

  init() {
    var limits = Limits()
    limits.part = 1
    bench = Bench(limits: limits).found()
    room = bench.openRoom()
    submit("phase.move", ["phase": "collect"])
  }

  private func submit(_ op: String, _ args: JSON) { bench.submit(op, args, as: bench.actor(bench.lead), to: room) }

  private func post(_ text: String) {
    submit("issue.post", ["role": "host", "kind": "mistake", "text": .string(text)])
  }

  private func eraseFirst() {
    let issue = bench.truth(room).records(.issue).keys.sorted()[0]
    submit("issue.erase", ["issue": .string(issue), "reason": "写错了"])
  }

  private var head: Int64 { Int64(bench.database.logs[room]?.rows.count ?? 0) }

  private func text(_ frames: [JSON]) -> String {
    frames.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  private func resume(_ position: JSON?, on bench: Bench) -> [JSON] {
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello([(room, position)]))
    let frames = bench.settle().frames(to: connection)
    bench.receive(.disconnected(connection))
    return frames.filter { $0["log"]?.string == room.description && $0.type != "here" }
  }

  @Test func `whoever comes back from before it gets a snapshot without the words, on every node`() throws {
    let at = try #require(resume(nil, on: bench).last?["at"])
    post(secret)
    submit("cards.reveal", [:])
    let other = Bench(seed: 7, database: bench.database)
    #expect(text(resume(at, on: other)).contains(secret))
    eraseFirst()
    other.receive(.heads(bench.database.heads([room])))
    other.settle()
    for node in [bench, other, Bench(seed: 9, database: bench.database)] {
      let frames = resume(at, on: node)
      #expect(!text(frames).contains(secret), "\(text(frames))")
      #expect(text(frames).contains(#""erased":{"#))
    }
    #expect(resume(at, on: other).first?.type == "snap")
  }

  @Test func `a snapshot that is being sent begins again`() {
    for number in 0..<8 { post("第\(number)张") }
    post(secret)
    submit("cards.reveal", [:])
    let connection = bench.connect(bench.host)
    bench.receive(.choked(connection))
    bench.say(connection, bench.hello([(room, nil)]))
    bench.settle()
    let issues = bench.truth(room).records(.issue)
    let issue = issues.first { if case .issue(let issue) = $1 { issue.text == secret } else { false } }!.key
    submit("issue.erase", ["issue": .string(issue), "reason": "写错了"])
    bench.receive(.drained(connection))
    let frames = bench.settle().frames(to: connection)
    #expect(!text(frames).contains(secret))
    #expect(frames.contains { $0.type == "snap" && $0["kind"] == "room" && $0["part"] == $0["parts"] })
  }

  @Test func `a command that another node has stored is known, although what came before the erasing was let go`() {
    post(secret)
    submit("phase.move", ["phase": "prepare"])
    let other = Bench(seed: 7, database: bench.database)
    _ = other.join(other.lead, room)
    let host = other.join(other.host, room)
    let (command, frame) = bench.command(
      room, "issue.post", ["role": "host", "kind": "puzzle", "text": "节奏"],
      id: Identifier(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0009))
    // Refused by what that node knows, so the database is asked whether it took effect long ago.
    other.say(host, frame)
    #expect(other.take().contains(.find(room, [command])))
    // Meanwhile it comes in through another node, and something is erased there.
    submit("phase.move", ["phase": "collect"])
    bench.say(bench.join(bench.host, room), frame)
    bench.settle()
    eraseFirst()
    submit("phase.move", ["phase": "closed"])
    other.receive(.heads(bench.database.heads([room])))
    for effect in other.take() { if case .read = effect { _ = other.play(effect) } }
    other.receive(.found(room, [command], []))
    let answers = other.settle().frames(to: host).filter { $0["id"]?.string == command.description }
    #expect(answers.map(\.type) == ["ack"])
    #expect(answers.first?["dup"] == true)
  }

  @Test func `a state from before it is never loaded again`() {
    post(secret)
    submit("cards.reveal", [:])
    let late = bench.node.logs[room]!.ledger.checkpoint()
    eraseFirst()
    bench.database.save(late)
    #expect(bench.database.load(room)?.checkpoint == nil)
    let fresh = Bench(seed: 5, database: bench.database)
    #expect(!text(resume(nil, on: fresh)).contains(secret))
  }
}
