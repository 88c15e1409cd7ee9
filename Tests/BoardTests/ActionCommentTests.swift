import Identity
import JSON
import Testing

@testable import Board

extension Team {
  @discardableResult
  mutating func say(_ text: String, of action: String, as actor: Actor) throws(Refusal) -> World.Sent {
    try inChannel("action.comment", ["action": .string(action), "text": .string(text)], as: actor)
  }

  @discardableResult
  mutating func inChannel(_ op: String, _ args: JSON, as actor: Actor) throws(Refusal) -> World.Sent {
    try world.send(op, args, to: channelLog, as: actor)
  }

  /// What `GET /api/action` answers.
  func said(of action: String, as actor: Actor) throws -> [JSON] {
    var json = JSONWriter()
    guard channelFold.writeDiscussion(of: action, for: viewer(actor), into: &json) else { throw Refusal.notFound }
    return try JSONReader.parse(json.bytes)["comments"]?.array ?? []
  }
}

@Suite struct `What is said of an action` {
  @Test func `tells what, who and when, in its order, and sends nothing of the action anew`() throws {
    // given
    var team = try Team()
    let action = try team.agree()
    // when
    let sent = try team.say("等供应商回话", of: action, as: team.floor)
    try team.say("我来催", of: action, as: team.host)
    // then
    let told = try team.said(of: action, as: team.backstage)
    #expect(told.map { $0["text"]?.string } == ["等供应商回话", "我来催"])
    #expect(told.map { $0["by"]?.string } == [team.floor, team.host].map(\.member.description))
    #expect(told.allSatisfy { $0["at"]?.int == Int(team.world.now) })
    let changed = sent.changes.filter { $0.after?.render(for: team.viewer(team.host)) != nil }.map(\.key)
    #expect(changed == [RecordKey(.talk, action)])
    #expect(team.channelFold.talk(of: action)?.comments == 2)
  }

  @Test func `is changed and taken back by its author alone, who may bring it back`() throws {
    var team = try Team()
    let action = try team.agree()
    let comment = try team.say("等供应商", of: action, as: team.floor).made(.comment)
    let named: JSON = ["comment": .string(comment)]
    for op in ["comment.withdraw", "comment.restore"] {
      #expect(refusal { () throws(Refusal) in try team.inChannel(op, named, as: team.lead) } == .forbidden)
    }
    try team.inChannel("comment.edit", ["comment": .string(comment), "text": "等新供应商"], as: team.floor)
    #expect(try team.said(of: action, as: team.host).map { $0["text"]?.string } == ["等新供应商"])
    try team.inChannel("comment.withdraw", named, as: team.floor)
    #expect(try team.said(of: action, as: team.floor).isEmpty)
    #expect(team.channelFold.talk(of: action) == nil)
    try team.inChannel("comment.restore", named, as: team.floor)
    #expect(team.channelFold.talk(of: action)?.comments == 1)
  }

  @Test func `calls nobody`() throws {
    var team = try Team()
    let action = try team.agree()
    let comment = try team.say("等供应商", of: action, as: team.floor).made(.comment)
    #expect(
      refusal { () throws(Refusal) in
        try team.inChannel(
          "comment.edit",
          ["comment": .string(comment), "text": "@主播", "members": [.string(team.host.member.description)]],
          as: team.floor)
      } == .invalid("members", .invalid))
  }

  @Test func `ends at fifty, and one that is taken back makes room`() throws {
    var team = try Team()
    let action = try team.agree()
    var last = ""
    for number in 0..<Comment.most { last = try team.say("第\(number)条", of: action, as: team.host).made(.comment) }
    #expect(refusal { () throws(Refusal) in try team.say("多一条", of: action, as: team.floor) }?.code == .full)
    try team.inChannel("comment.withdraw", ["comment": .string(last)], as: team.host)
    try team.say("放得下", of: action, as: team.floor)
  }

  @Test func `goes with the words of the action that are erased, what was taken back, too`() throws {
    // given
    var team = try Team()
    let action = try team.agree("给张三回电话")
    let other = try team.agree("备货")
    try team.say("张三没接", of: action, as: team.floor)
    try team.say("留着", of: other, as: team.floor)
    let withdrawn = try team.say("张三骂人", of: action, as: team.host).made(.comment)
    try team.inChannel("comment.edit", ["comment": .string(withdrawn), "text": "张三急了"], as: team.host)
    try team.inChannel("comment.withdraw", ["comment": .string(withdrawn)], as: team.host)
    // when
    try team.inChannel("action.erase", ["action": .string(action), "reason": "用户要求"], as: team.lead)
    // then
    #expect(!team.world.stored(team.channelLog).contains("张三"))
    #expect(try team.said(of: action, as: team.host).map { $0["erased"]?["reason"]?.string } == ["用户要求"])
    #expect(try team.said(of: other, as: team.host).map { $0["text"]?.string } == ["留着"])
    #expect(team.channelFold.searchLines.filter { $0.kind == .comment }.map(\.title) == ["留着"])
    #expect(refusal { () throws(Refusal) in try team.say("再说", of: action, as: team.host) } == .notFound)
    var again = LogFold(log: team.channelLog, kind: .channel)
    for event in team.world.events[team.channelLog] ?? [] { _ = again.apply(event) }
    #expect(again == team.channelFold)
  }

  @Test func `before somebody wrote the action anew goes with the words it was made of`() throws {
    // given
    var team = try Team()
    try team.move(to: .solve)
    let solution = try team.inRoom(
      "solution.propose", ["issues": [], "text": "给张三回电话", "kind": "sop", "owner": "host"], as: team.host
    ).made(.solution)
    try team.inRoom("solution.act", ["solution": .string(solution)], as: team.host)
    let action = try #require(team.channelFold.actions.first)
    try team.say("张三没接", of: action.id, as: team.floor)
    try team.world.send(
      "action.edit", ["action": .string(action.id), "text": "回访"], to: team.channelLog, as: team.lead,
      on: action.edits.last)
    try team.say("下周做", of: action.id, as: team.floor)
    // when
    try team.inRoom(
      "solution.erase", ["solution": .string(solution), "reason": "用户要求", "onward": true], as: team.lead)
    // then
    #expect(!team.world.stored(team.channelLog).contains("张三"))
    #expect(try team.said(of: action.id, as: team.host).map { $0["text"]?.string } == ["", "下周做"])
  }

  @Test func `is found as what is said of that action, as old as it is`() throws {
    var team = try Team()
    let action = try team.agree()
    try team.say("等供应商回话", of: action, as: team.floor)
    let line = try #require(team.channelFold.searchLines.first { $0.kind == .comment })
    #expect((line.title, line.action, line.issue) == ("等供应商回话", action, nil))
    #expect(team.channelFold.time(of: line) == team.world.now)
  }
}
