import Board
import Identity
import JSON
import Rows
import Testing

@testable import Live

@Suite struct `Taking a command` {
  let bench = Bench().found()

  @Test func `nothing is acknowledged or told before the commit`() {
    let connection = bench.join(bench.lead)
    _ = bench.join(bench.host)
    let (id, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    _ = bench.take()
    bench.say(connection, frame)
    #expect(bench.take() == [])
    let effects = bench.receive(.roundEnded)
    #expect(effects == [.append(BatchID(bench.node.batches), effects.appends)])
    #expect(effects.appends.map(\.events).map { $0.map(\.command) } == [[id]])
  }

  @Test func `the event comes before its acknowledgement, in one message`() {
    let connection = bench.join(bench.lead)
    let (id, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    bench.say(connection, frame)
    let messages = bench.settle().messages(to: connection)
    #expect(messages.map { $0.map(\.type) } == [["ev", "ack"]])
    #expect(messages[0][0]["events"]?.array?[0]["id"]?.string == id.description)
    #expect(messages[0][1]["seq"] == messages[0][0]["from"])
    #expect(messages[0][1]["dup"] == false)
  }

  @Test func `others get the event once, as one shared message`() {
    let members = [bench.join(bench.host), bench.join(bench.host), bench.join(bench.host)]
    bench.say(bench.join(bench.lead), bench.command(bench.organisation, "channel.add", ["name": "一号"]).frame)
    #expect(bench.settle().broadcasts == [members])
  }

  @Test func `commands of one round become one append, and one event frame`() {
    let connection = bench.join(bench.lead)
    for name in ["一", "二", "三"] {
      bench.say(connection, bench.command(bench.organisation, "channel.add", ["name": .string(name)]).frame)
    }
    let effects = bench.settle()
    #expect(effects.appends.map(\.events.count) == [3])
    #expect(effects.frames(to: connection).map(\.type) == ["ev", "ack", "ack", "ack"])
  }

  @Test func `the same command again is acknowledged as known, with the first seq`() {
    let connection = bench.join(bench.lead)
    let (_, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    bench.say(connection, frame)
    let first = bench.settle().frames(to: connection).last
    bench.say(connection, frame)
    let again = bench.settle().frames(to: connection)
    #expect(again.map(\.type) == ["ack"])
    #expect(again[0]["seq"] == first?["seq"])
    #expect(again[0]["dup"] == true)
  }

  @Test func `sent twice in one round it takes effect once`() {
    let connection = bench.join(bench.lead)
    let (id, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    bench.say(connection, frame, frame)
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["ev", "ack", "ack"])
    #expect(frames.map { $0["dup"] } == [nil, false, true])
    #expect(bench.database.find([id], in: bench.organisation).count == 1)
  }

  @Test func `another member's command id is taken`() {
    let (_, frame) = bench.command(bench.organisation, "channel.add", ["name": "一号"])
    bench.say(bench.join(bench.lead), frame)
    bench.settle()
    let thief = bench.join(bench.host)
    bench.say(thief, frame)
    #expect(bench.settle().frames(to: thief).last?["code"] == "taken")
  }

  @Test func `a command older than memory is found in the database before it is refused`() {
    let connection = bench.join(bench.lead)
    let (_, frame) = bench.command(bench.organisation, "member.appoint", appoint(bench.host, true))
    bench.say(connection, frame)
    bench.settle()
    bench.say(connection, bench.command(bench.organisation, "member.appoint", appoint(bench.lead, false)).frame)
    bench.settle()
    // A node that has just loaded a snapshot remembers no command.
    let later = Bench(database: bench.database)
    let fold = bench.truth(bench.organisation)
    let head = Int64(bench.database.logs[bench.organisation]?.rows.count ?? 0)
    let tag = bench.database.logs[bench.organisation]?.rows.last?.tag ?? 0
    let standing = Standing(log: bench.organisation, head: head, tag: tag)
    later.database.save(
      Checkpoint(log: bench.organisation, seq: head, tag: tag, at: 0, base: standing, fold: fold))
    let returning = later.join(bench.lead)
    later.say(returning, frame)
    let answer = later.settle().frames(to: returning).last
    #expect(answer?.type == "ack")
    #expect(answer?["dup"] == true)
  }

  private func appoint(_ member: Identifier, _ isLead: Bool) -> JSON {
    ["member": .string(member.description), "lead": .bool(isLead)]
  }

  @Test func `what changes nothing is acknowledged at the head and not stored`() {
    let connection = bench.join(bench.lead)
    let head = bench.database.logs[bench.organisation]?.rows.count
    bench.say(connection, bench.command(bench.organisation, "member.rename", ["name": "雷"]).frame)
    let frames = bench.settle().frames(to: connection)
    #expect(frames.map(\.type) == ["ack"])
    #expect(frames[0]["seq"]?.int == head)
    #expect(bench.database.logs[bench.organisation]?.rows.count == head)
  }

  @Test func `a verdict on what is not committed waits for the commit`() {
    let room = bench.openRoom()
    let connection = bench.join(bench.lead, room)
    bench.say(connection, bench.command(room, "phase.move", ["phase": "live"]).frame)
    bench.say(connection, bench.command(room, "phase.move", ["phase": "live"]).frame)
    bench.say(connection, bench.command(room, "solution.propose", [:]).frame)
    // Everything but the commit itself: the two verdicts are looked for in the database first.
    bench.receive(.roundEnded)
    var appends: [Effect] = []
    for effect in bench.take() {
      if case .append = effect { appends.append(effect) } else { _ = bench.play(effect) }
    }
    #expect(bench.take().frames(to: connection).isEmpty)
    for append in appends { _ = bench.play(append) }
    #expect(bench.settle().frames(to: connection).map(\.type) == ["ev", "ack", "ack", "nack"])
  }

  @Test func `an id of the kind the server derives is nobody else's to give`() {
    let connection = bench.join(bench.lead)
    let id = Identifier(high: 3, low: 3).derived(step: 1).description
    let text = #"[{"t":"cmd","id":"\#(id)","log":"\#(bench.organisation)","op":"channel.add","args":{"name":"一"}}]"#
    bench.receive(.message(connection, Array(text.utf8)))
    let nack = bench.settle().frames(to: connection).last
    #expect(nack?["code"] == "malformed")
    #expect(nack?["detail"]?["field"] == "id")
  }

  @Test(arguments: [0, 1, 4, 6, 7, 15])
  func `an id of every version but the server's own is taken`(version: UInt64) {
    let connection = bench.join(bench.lead)
    let id = Identifier(high: 0x0199_9999_0000_0000 | version << 12, low: 0x8000_0000_0000_0001)
    bench.say(connection, bench.command(bench.organisation, "channel.add", ["name": "一号"], id: id).frame)
    #expect(bench.settle().frames(to: connection).last?.type == "ack")
  }

  @Test(arguments: [
    (#"{"t":"cmd","id":"ID","log":"LOG","op":"x","more":1}"#, "more"),
    (#"{"t":"cmd","id":"ID","log":"LOG"}"#, "op"),
    (#"{"t":"cmd","id":"ID","log":"LOG","op":7}"#, "op"),
    (#"{"t":"cmd","id":"ID","log":"no","op":"x"}"#, "log"),
    (#"{"t":"cmd","id":"ID","op":"x"}"#, "log"),
    (#"{"t":"cmd","id":"ID","log":"LOG","op":"x","args":[]}"#, "args"),
    (#"{"t":"cmd","id":"ID","log":"LOG","op":"x","on":"1"}"#, "on"),
    (#"{"t":"cmd","id":"ID","log":"LOG","op":"x","occurredAt":1.5}"#, "occurredAt"),
  ])
  func `a malformed command with a readable id is refused by field`(text: String, field: String) {
    let connection = bench.join(bench.lead)
    let id = Identifier(high: 3, low: 3).description
    let frame = text.replacing("ID", with: id).replacing("LOG", with: bench.organisation.description)
    bench.receive(.message(connection, Array("[\(frame)]".utf8)))
    let nack = bench.settle().frames(to: connection).last
    #expect(nack?["code"] == "malformed")
    #expect(nack?["id"]?.string == id)
    #expect(nack?["detail"]?["field"]?.string == field)
    #expect(nack?["retry"] == false)
  }

  @Test func `a log of another organisation is refused exactly as one that does not exist`() {
    let connection = bench.join(bench.lead)
    let foreign = Identifier(high: 77, low: 1)
    let found = bench.submitted("organisation.found", ["name": "别家"], organisation: foreign)
    #expect(found)
    func answer(_ log: Identifier) -> [JSON?] {
      bench.say(connection, bench.command(log, "channel.add", ["name": "x"]).frame)
      bench.say(connection, ["t": "sub", "log": .string(log.description)])
      return bench.settle().frames(to: connection).flatMap { [$0["t"], $0["code"], $0["message"], $0["detail"]] }
    }
    #expect(answer(foreign) == answer(Identifier(high: 78, low: 1)))
  }

  // MARK: Limits

  @Test func `more than the burst is refused as too fast, and told when to come again`() {
    let connection = bench.join(bench.lead)
    for _ in 0..<61 {
      bench.say(connection, ["t": "here", "log": .string(bench.organisation.description), "doing": "away"])
    }
    bench.say(connection, bench.command(bench.organisation, "channel.add", ["name": "一号"]).frame)
    let nack = bench.take().frames(to: connection).last
    #expect(nack?["code"] == "rate")
    #expect(nack?["retry"] == true)
    #expect(nack?["detail"]?["limit"] == 20)
    #expect(nack?["detail"]?["after"] == 50)
    bench.pass(50)
    bench.say(connection, bench.command(bench.organisation, "channel.add", ["name": "一号"]).frame)
    #expect(bench.settle().frames(to: connection).last?.type == "ack")
  }

  @Test func `a batch beyond the rate is told when all of it fits`() {
    let connection = bench.join(bench.lead)
    for _ in 0..<60 { bench.say(connection, ["t": "ping", "n": 1]) }
    _ = bench.take()
    let batch = (0..<32).map { bench.command(bench.organisation, "channel.add", ["name": .string("\($0)")]).frame }
    bench.receive(.message(connection, JSON.array(batch).bytes))
    let afters = bench.take().frames(to: connection).map { $0["detail"]?["after"]?.int }
    #expect(afters == (1...32).map { $0 * 50 })
    bench.pass(1_600)
    bench.receive(.message(connection, JSON.array(batch).bytes))
    #expect(bench.settle().frames(to: connection).filter { $0.type == "ack" }.count == 32)
  }

  /// Sends all it has, as many at once as may be unanswered, and after a refusal waits as long as it was told.
  @Test func `whoever obeys is never closed, and has sent 300 commands in little more time than they need`() {
    let connection = bench.join(bench.lead)
    let log = bench.openRoom()
    bench.say(connection, bench.command(log, "phase.move", ["phase": "live"]).frame)
    bench.say(connection, ["t": "sub", "log": .string(log.description)])
    bench.settle()
    let card: JSON = ["role": "host", "kind": "mistake", "text": "卡"]
    var waiting = (0..<300).map { _ in bench.command(log, "issue.post", card) }
    bench.pass(3_000)
    let begun = bench.time.monotonic
    while !waiting.isEmpty {
      bench.receive(.message(connection, JSON.array(waiting.prefix(32).map(\.frame)).bytes))
      let effects = bench.settle()
      #expect(effects.closing(connection) == nil)
      let answers = effects.frames(to: connection).filter { $0.type == "ack" || $0.type == "nack" }
      #expect(answers.allSatisfy { $0.type == "ack" || $0["code"] == "rate" })
      let stored = Set(answers.filter { $0.type == "ack" }.compactMap { $0["id"]?.string })
      waiting.removeAll { stored.contains($0.id.description) }
      bench.pass(Int64(answers.compactMap { $0["detail"]?["after"]?.int }.max() ?? 0))
    }
    let ideal: Int64 = (300 - 60) * 50
    #expect(bench.time.monotonic - begun <= ideal * 12 / 10)
  }

  @Test func `tabs that share an allowance and obey are never closed either`() {
    let tabs = (0..<4).map { _ in bench.join(bench.lead) }
    let log = bench.openRoom()
    bench.say(tabs[0], bench.command(log, "phase.move", ["phase": "live"]).frame)
    bench.settle()
    let card: JSON = ["role": "host", "kind": "mistake", "text": "卡"]
    var waiting = tabs.map { _ in (0..<100).map { _ in bench.command(log, "issue.post", card) } }
    var due = tabs.map { _ in bench.time.monotonic }
    while !waiting.allSatisfy(\.isEmpty) {
      for (index, tab) in tabs.enumerated() where !waiting[index].isEmpty && due[index] <= bench.time.monotonic {
        bench.receive(.message(tab, JSON.array(waiting[index].prefix(32).map(\.frame)).bytes))
        let effects = bench.settle()
        #expect(effects.closing(tab) == nil)
        let answers = effects.frames(to: tab).filter { $0.type == "ack" || $0.type == "nack" }
        let stored = Set(answers.filter { $0.type == "ack" }.compactMap { $0["id"]?.string })
        waiting[index].removeAll { stored.contains($0.id.description) }
        due[index] += Int64(answers.compactMap { $0["detail"]?["after"]?.int }.max() ?? 0)
      }
      bench.pass(10)
    }
  }

  @Test func `two connections of one member share the member's allowance`() {
    let first = bench.join(bench.lead), second = bench.join(bench.lead)
    for connection in [first, second] {
      for _ in 0..<30 { bench.say(connection, ["t": "ping", "n": 1]) }
    }
    _ = bench.take()
    bench.say(second, bench.command(bench.organisation, "channel.add", ["name": "一号"]).frame)
    #expect(bench.take().frames(to: second).last?["code"] == "rate")
  }

  @Test func `whoever does not stop is closed with 4009 and told to come later`() {
    let connection = bench.join(bench.lead)
    for _ in 0..<181 { bench.say(connection, ["t": "ping", "n": 1]) }
    let effects = bench.take()
    #expect(effects.closing(connection) == .tooManyMessages)
    #expect(effects.frames(to: connection).last?.type == "bye")
  }

  @Test func `the thirty-third unanswered command is refused`() {
    let connection = bench.join(bench.lead)
    for index in 0..<33 {
      bench.say(connection, bench.command(bench.organisation, "channel.add", ["name": .string("\(index)")]).frame)
    }
    let nack = bench.take().frames(to: connection)
    #expect(nack.map { $0["code"] } == ["inFlight"])
    #expect(nack[0]["detail"]?["limit"] == 32)
    #expect(bench.settle().frames(to: connection).filter { $0.type == "ack" }.count == 32)
  }
}
