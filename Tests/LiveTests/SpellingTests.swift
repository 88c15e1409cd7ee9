import Board
import Fixtures
import Identity
import JSON
import Testing

@testable import Live

/// Ids are told in lower case, and compared as text by whoever waits for an answer: another spelling is refused, never
/// answered under a name that nobody waits for.
@Suite struct `An id in capitals` {
  private static let id = "01999999-0000-7003-8000-00000000000A"
  private let bench = Bench().found()

  private func frames(_ members: String) -> (frames: [JSON], closing: CloseCode?) {
    let connection = bench.join(bench.lead)
    bench.receive(.message(connection, Array("[{\(members)}]".utf8)))
    let effects = bench.settle()
    return (effects.frames(to: connection), effects.closing(connection))
  }

  @Test func `of a command is refused under the spelling it came in`() {
    let command = #""t":"cmd","id":"\#(Self.id)","log":"\#(bench.organisation)","op":"channel.add""#
    for end in [#","args":{"name":"一号"}"#, #","args":{"name":"\ud800"}"#, #","on":1,"on":1"#] {
      let told = frames(command + end)
      #expect(told.closing == nil)
      #expect(told.frames.last?.type == "nack" && told.frames.last?["id"]?.string == Self.id)
      #expect(told.frames.last?["code"] == "malformed" && told.frames.last?["retry"] == false)
    }
    #expect(frames(command).frames.last?["detail"]?["field"] == "id")
  }

  @Test func `of a log is refused, in a command and in a subscription`() {
    let log = Self.id.replacing("7003", with: "4003")
    let command = frames(#""t":"cmd","id":"\#(Self.id.lowercased())","log":"\#(log)","op":"channel.add""#)
    #expect(command.frames.last?.type == "nack" && command.frames.last?["detail"]?["field"] == "log")
    let subscription = frames(#""t":"sub","log":"\#(log)","at":null"#)
    #expect(subscription.frames.last?.type == "refused" && subscription.frames.last?["log"]?.string == log)
    #expect(subscription.frames.last?["code"] == "malformed")
  }
}
