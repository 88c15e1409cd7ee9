import Board
import Fixtures
import Identity
import JSON
import Testing

@testable import Live

/// One bad value in a command blocks nobody: it is refused by its id, and the line stays.
@Suite struct `A message that is no JSON` {
  private static let values = [
    "half a character": #""\ud83d""#, "the other half": #""\ude00 text""#, "NUL": #""a\u0000b""#,
    "twenty digits": "12345678901234567890", "minus twenty digits": "-12345678901234567890", "infinity": "1e999",
    "no number": "NaN", "no word": "undefined", "a leading zero": "01", "a raw line break": "\"a\nb\"",
    "no escape": #""\x41""#, "a key twice": #"{"a":1,"a":2}"#,
    "too deep": String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
  ]

  private let bench = Bench().found()

  private func command(_ value: String, field: String = "args") -> (id: Identifier, text: String) {
    let (id, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    let good = JSON.array([frame]).text
    switch field {
    case "args": return (id, good.replacing(#""一号""#, with: value).dropBrackets)
    case "op": return (id, good.replacing(#""channel.add""#, with: value).dropBrackets)
    default: return (id, String(good.dropBrackets.dropLast()) + ",\"\(field)\":\(value)}")
    }
  }

  @Test(arguments: values.keys.sorted())
  func `has the command with the bad value refused by its id, and the line stays`(name: String) {
    let connection = bench.join(bench.lead)
    for field in ["args", "op", "on", "occurredAt", "colour"] {
      let (id, text) = command(Self.values[name]!, field: field)
      bench.receive(.message(connection, Array("[\(text)]".utf8)))
      let effects = bench.settle()
      #expect(effects.closing(connection) == nil)
      let nack = effects.frames(to: connection).last
      #expect(nack?.type == "nack")
      #expect(nack?["id"]?.string == id.description)
      #expect(nack?["code"] == "malformed")
      #expect(nack?["retry"] == false)
      #expect(nack?["detail"]?["field"]?.string == field)
    }
  }

  @Test(arguments: values.keys.sorted())
  func `takes none of the others along`(name: String) {
    let connection = bench.join(bench.lead)
    let bad = command(Self.values[name]!)
    let before = bench.command(bench.organisation, "channel.add", ["name": "一"])
    let after = bench.command(bench.organisation, "channel.add", ["name": "二 \"],[ 引号\\"])
    let message = "[ \(before.frame.text) ,\n\(bad.text),\(after.frame.text) ]"
    bench.receive(.message(connection, Array(message.utf8)))
    let frames = bench.settle().frames(to: connection)
    func answer(_ id: Identifier) -> String? {
      frames.first { $0["id"]?.string == id.description && $0.type != "ev" }?.type
    }
    #expect(answer(before.id) == "ack")
    #expect(answer(bad.id) == "nack")
    #expect(answer(after.id) == "ack")
  }

  @Test(arguments: [
    (#""t":"cmd","t":"cmd","id":ID,"log":LOG,"op":"x""#, "t"),
    (#""t":"cmd","id":ID,"t":"ping","log":LOG,"op":"x""#, "t"),
    (#""t":"ping","id":ID,"t":"cmd","log":LOG,"op":"x""#, "t"), (#""t":"cmd","id":ID,"\u0074":"cmd","op":"x""#, "t"),
    (#""t":"cmd","id":ID,"id":ID,"log":LOG,"op":"x""#, "id"), (#""t":"cmd","\u0069d":ID,"id":ID,"op":"x""#, "id"),
    (#""t":"cmd","id":ID,"log":LOG,"log":LOG,"op":"x""#, "log"), (#""t":"cmd","id":ID,"op":"x","op":"y""#, "op"),
    (#""t":"cmd","id":ID,"on":1,"on":1"#, "on"), (#""t":"cmd","id":ID,"args":{},"args":{}"#, "args"),
    (#""t":"cmd","id":ID,"colour":1,"colour":1"#, "colour"), (#""t":"c\u006dd","id":ID,"op":01"#, "op"),
    (#""id":ID,"op":"x""#, "t"), (#""t":7,"id":ID"#, "t"), (#""t":"command","id":ID"#, "t"),
    (#""t":"\ud800","id":ID"#, "t"),
  ])
  func `or no command's, is refused by the id that can be read`(members: String, field: String) {
    let connection = bench.join(bench.lead)
    let id = "01999999-0000-7003-8000-00000000000a"
    let text = members.replacing("ID", with: "\"\(id)\"").replacing("LOG", with: "\"\(bench.organisation)\"")
    bench.receive(.message(connection, Array("[{\(text)}]".utf8)))
    let effects = bench.settle()
    #expect(effects.closing(connection) == nil)
    let nack = effects.frames(to: connection).last
    #expect(nack?.type == "nack" && nack?["id"]?.string == id)
    #expect(nack?["code"] == "malformed" && nack?["detail"]?["field"]?.string == field)
  }

  @Test func `has a subscription refused, too`() {
    let connection = bench.join(bench.lead)
    let log = bench.organisation.description
    let text = #"[{"t":"sub","log":"\#(log)","at":{"seq":99999999999999999999,"tag":"0","view":""}}]"#
    bench.receive(.message(connection, Array(text.utf8)))
    let effects = bench.settle()
    #expect(effects.closing(connection) == nil)
    #expect(effects.frames(to: connection).last?.type == "refused")
    #expect(effects.frames(to: connection).last?["code"] == "malformed")
  }

  @Test(arguments: [
    "", "[", "]", "{}", "[]", "[1]", "[,]", "[{}{}]", #"[{"t":"ping","n":1},]"#, #"[{"t":"ping","n":01}]"#,
    #"[{"t":"cmd","id":"x\u0000"}]"#, #"[{"t":"cmd","args":"\ud800"}]"#, #"[{"t":"c\u006dd","id":1e999}]"#,
    #"[{"t":"cmd","id":"01999999-0000-7003-8000-00000000000a","id":"01999999-0000-7003-8000-00000000000b","a":01}]"#,
    #"[{"t":"here","log":"\ud800","doing":"away"}]"#, #"[{"t":"cmd" "id"}]"#, #"["\"#, #"[{"t":"cmd","a":01}] x"#,
  ])
  func `that cannot be cut, or names nobody to answer, closes`(text: String) {
    let connection = bench.join(bench.lead)
    bench.receive(.message(connection, Array(text.utf8)))
    #expect(bench.settle().closing(connection) == .badFrame)
  }

  @Test func `before the welcome is kept like any other`() {
    let connection = bench.connect(bench.lead)
    let bad = command(#""\ud83d""#)
    bench.receive(.message(connection, Array("[\(bench.hello().text),\(bad.text)]".utf8)))
    let frames = bench.settle().frames(to: connection)
    #expect(frames.first?.type == "welcome")
    #expect(frames.last?["id"]?.string == bad.id.description)
  }

  @Test func `beyond the rate is told when to come again, like any other`() {
    let connection = bench.join(bench.lead)
    for _ in 0..<60 { bench.say(connection, ["t": "ping", "n": 1]) }
    _ = bench.take()
    let bad = command(#""\ud83d""#)
    bench.receive(.message(connection, Array("[\(bad.text)]".utf8)))
    let nack = bench.take().frames(to: connection).last
    #expect(nack?["code"] == "rate" && nack?["retry"] == true)
  }

  @Test func `whatever it holds, is cut without harm`() {
    var dice = Dice(seed: 2_028)
    let text =
      #"[{"t":"cmd","id":"01999999-0000-7003-8000-00000000000a","args":{"a":["\ud800",{"b":"]}"}]}},{"t":"x"}]"#
    for _ in 0..<20_000 {
      var message = Array(text.utf8)
      for _ in 0...dice.below(3) {
        let index = dice.below(message.count)
        switch dice.below(3) {
        case 0: message[index] = dice.pick(Array(#"[]{}",:0\ "#.utf8)) ?? 0
        case 1: message.remove(at: index)
        default: message.insert(UInt8(truncatingIfNeeded: dice.next()), at: index)
        }
      }
      for frame in FrameCut.frames(of: message) ?? [] { _ = FrameCut.fault(of: frame) }
      if let frames = ClientFrame.frames(of: message) {
        #expect(FrameCut.frames(of: message)?.map { try? JSONReader.parse($0) } == frames)
      }
    }
  }
}

extension String {
  fileprivate var dropBrackets: String { String(dropFirst().dropLast()) }
}
