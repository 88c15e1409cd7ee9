import Board
import Fixtures
import Identity
import JSON
import Testing

@testable import Live

@Suite struct `A message that is one command` {
  private static let ids = #""id":"01999999-0000-7003-8000-00000000000a","log":"00000000-0000-0001-0000-000000000002""#
  private static let plain =
    #"[{"t":"cmd",\#(ids),"op":"issue.post","args":{"text":"优惠券\n没弹出来","role":"host"},"on":7,"occurredAt":8}]"#

  /// The command as the frames of the message tell it.
  private func told(by message: [UInt8]) -> Command? {
    guard let frames = ClientFrame.frames(of: message), frames.count == 1,
      case .command(let command)? = try? ClientFrame.parse(frames[0])
    else { return nil }
    return command
  }

  @Test(arguments: [
    plain,
    #" [ { "op" : "x" , \#(ids), "t":"cmd" } ] "#,
    #"[{"t":"cmd",\#(ids),"op":"x","args":{}}]"#,
    #"[{"\u0074":"c\u006dd",\#(ids),"op":"is\u0073ue.post","args":{"a":[[[{}]]]},"on":-1}]"#,
  ])
  func `is read as its frame would be`(text: String) throws {
    let message = Array(text.utf8)
    let command = try #require(CommandMessage.command(of: message))
    #expect(command.isSame(as: try #require(told(by: message))))
  }

  @Test(arguments: [
    "", "[]", "{}", "[7]", "[{}]", #"[{"t":"ping","n":1}]"#, plain + " x", String(plain.dropLast()),
    #"[{"t":"cmd",\#(ids),"op":"x"},{"t":"ping","n":1}]"#,
    #"[{"t":"cmd","t":"cmd",\#(ids),"op":"x"}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","more":1}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","args":[]}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","args":null}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","args":{"a":1,"a":2}}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","on":1.0}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","on":1e2}]"#,
    #"[{"t":"cmd",\#(ids),"op":"\#(String(repeating: "x", count: 41))"}]"#,
    #"[{"t":"cmd",\#(ids.replacing("7003", with: "8003")),"op":"x"}]"#,
    #"[{"t":"cmd",\#(ids.replacing("0a", with: "0A")),"op":"x"}]"#,
    #"[{"t":"cmd",\#(ids.replacing("0002", with: "000F")),"op":"x"}]"#,
    #"[{"t":"cmd",\#(ids),"op":"x","args":{"a":\#(String(repeating: "[", count: 14) + String(repeating: "]", count: 14))}}]"#,
  ])
  func `anything else is left to its frames`(text: String) {
    #expect(CommandMessage.command(of: Array(text.utf8)) == nil)
  }

  @Test(arguments: [13, 14])
  func `arguments may be as deep as in a frame`(depth: Int) {
    let nested = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    let message = Array(#"[{"t":"cmd",\#(Self.ids),"op":"x","args":{"a":\#(nested)}}]"#.utf8)
    #expect(CommandMessage.command(of: message) != nil)
    #expect(told(by: message) != nil)
  }

  @Test func `damaged in whatever way, it is read as its frame would be, or not at all`() {
    var dice = Dice(seed: 2_027)
    var read = 0
    for _ in 0..<20_000 {
      var message = Array(Self.plain.utf8)
      for _ in 0...dice.below(2) {
        let index = dice.below(message.count)
        switch dice.below(3) {
        case 0: message[index] = dice.pick(Array(#"[]{}",:0-9.eEnult\a "#.utf8)) ?? 0
        case 1: message.remove(at: index)
        default: message.insert(UInt8(truncatingIfNeeded: dice.next()), at: index)
        }
      }
      guard let command = CommandMessage.command(of: message) else { continue }
      read += 1
      #expect(told(by: message)?.isSame(as: command) == true)
    }
    #expect(read > 1_000)
  }
}

extension Command {
  fileprivate func isSame(as other: Command) -> Bool {
    id == other.id && log == other.log && op == other.op && args == other.args && on == other.on
      && occurredAt == other.occurredAt
  }
}
