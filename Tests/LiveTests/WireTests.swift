import Board
import Fixtures
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `Frames on the wire` {
  let log = Identifier(high: 1, low: 2)
  let id = Identifier(high: 3, low: 4)

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `are what Protocol.md says`() {
    let log = #""log":"00000000-0000-0001-0000-000000000002""#
    let id = #""id":"00000000-0000-0003-0000-000000000004""#
    #expect(
      text(
        ServerFrame.page(
          log: self.log, kind: .room, at: Position(seq: 7, tag: 255, view: "3.x"), part: 1, of: 2,
          Page([:], of: LogFold(log: self.log, kind: .room), [:], for: self.id, .common, limit: 1)))
        == #"{"t":"snap",\#(log),"kind":"room","at":{"seq":7,"tag":"00000000000000ff","view":"3.x"},"#
        + #""part":1,"parts":2,"put":{}}"#)
    #expect(
      text(ServerFrame.events(log: self.log, from: 8, [Array(#"{"tag":"1"}"#.utf8), Array(#"{"tag":"2"}"#.utf8)]))
        == #"{"t":"ev",\#(log),"from":8,"events":[{"tag":"1"},{"tag":"2"}]}"#)
    #expect(
      text(ServerFrame.ack(id: self.id, log: self.log, Acknowledgement(seq: 9, wasKnown: true)))
        == #"{"t":"ack",\#(id),\#(log),"seq":9,"dup":true}"#)
    #expect(
      text(ServerFrame.nack(id: self.id.description, log: self.log, Refusal(.budget, .left(2))))
        == #"{"t":"nack",\#(id),\#(log),"code":"budget","message":"票数已用完","retry":false,"detail":{"left":2}}"#)
    #expect(
      text(ServerFrame.refused(log: self.log.description, .notFound))
        == #"{"t":"refused",\#(log),"code":"notFound","message":"找不到对应的内容"}"#)
    #expect(
      text(
        ServerFrame.here(
          log: self.log,
          [
            .init(member: self.id, was: nil, is: Stance(.writing, issue: "abc")),
            .init(member: self.log, was: Stance(.away), is: nil),
          ], Writing(lanes: ["host"], isUnnamed: true)))
        == #"{"t":"here",\#(log),"members":{"00000000-0000-0003-0000-000000000004":"writing","#
        + #""00000000-0000-0001-0000-000000000002":null},"#
        + #""at":{"00000000-0000-0003-0000-000000000004":"abc"},"lanes":["host"],"someone":true}"#)
    #expect(text(ServerFrame.pong(5, now: 6)) == #"{"t":"pong","n":5,"now":6}"#)
    #expect(text(ServerFrame.bye(.shuttingDown, after: 10)) == #"{"t":"bye","code":4003,"after":10}"#)
  }

  @Test(arguments: [0, 1, 255, .max] as [UInt64])
  func `a tag is sixteen hexadecimal digits, there and back`(tag: UInt64) {
    #expect(Tag.text(tag).utf8.count == 16)
    #expect(Tag.parse(Tag.text(tag)) == tag)
  }

  @Test(arguments: ["", "ff", "+00000000000000f", "00000000000000fg", "000000000000000ff"])
  func `anything else is no tag`(text: String) { #expect(Tag.parse(text) == nil) }

  @Test func `whatever comes, the node answers or closes, and others do not notice`() {
    let bench = Bench().found()
    let room = bench.openRoom()
    let bystander = bench.join(bench.lead, room)
    var random = Dice(seed: 2_026)
    let command = bench.command(room, "issue.post", ["role": "host", "kind": "mistake", "text": "卡"]).frame
    let samples = [
      bench.hello([(room, nil)]), command, ["t": "sub", "log": .string(room.description), "at": .null],
      ["t": "here", "log": .string(room.description), "doing": "writing"], ["t": "ping", "n": 1],
    ]
    for _ in 0..<1_500 {
      let connection = bench.connect(bench.host)
      if random.chance(80) { bench.say(connection, bench.hello([(room, nil)])) }
      bench.settle()
      var bytes = JSON.array([random.pick(samples) ?? .null]).bytes
      for _ in 0..<random.below(4) where !bytes.isEmpty {
        let index = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: index)
        default: bytes.insert(random.pick(Array(#"[]{}",:0-9.eEnul\"#.utf8)) ?? 0, at: index)
        }
      }
      bench.receive(.message(connection, bytes))
      bench.settle()
      bench.receive(.disconnected(connection))
      bench.pass(50)
    }
    #expect(bench.node.connections.keys.sorted() == [bystander])
    bench.say(bystander, bench.command(room, "phase.move", ["phase": "live"]).frame)
    #expect(bench.settle().frames(to: bystander).map(\.type).contains("ack"))
  }

  @Test func `more tabs than anyone has are closed with 4029`() {
    let bench = Bench().found()
    for _ in 0..<24 { #expect(bench.take().closing(bench.join(bench.lead)) == nil) }
    let last = bench.connect(bench.lead)
    #expect(bench.take().closing(last) == .tooManyConnections)
  }
}

@Suite struct `A token bucket` {
  @Test func `gives its burst at once, then its rate`() {
    var bucket = Bucket(rate: 20, burst: 3, now: 0)
    func takes(_ times: [Int64]) -> [Bool] { times.map { bucket.take(now: $0) } }
    #expect(takes([0, 0, 0, 0]) == [true, true, true, false])
    let wait = bucket.wait(now: 0)
    #expect(wait == 50)
    #expect(takes([49, 50, 50]) == [false, true, false])
    let later: Int64 = 1_000_000
    #expect(takes([later, later, later, later]) == [true, true, true, false])
  }
}
