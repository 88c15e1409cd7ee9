import Identity
import JSON
import Testing

@testable import Board

@Suite struct `The report of a review` {
  /// Two issues with votes and one without, a solution for the less voted one first.
  private func team() throws -> Team {
    var team = try Team()
    try team.move(to: .collect)
    let issues = [try team.post("福袋发晚了"), try team.post("链接挂错了", anonymous: true), try team.post("灯光太暗")]
    try team.move(to: .vote)
    try team.inRoom("vote.set", ["issue": .string(issues[0]), "votes": 1], as: team.host)
    try team.inRoom("vote.set", ["issue": .string(issues[1]), "votes": 3], as: team.floor)
    try team.move(to: .solve)
    for (text, issue) in [("先发福袋", issues[0]), ("双人核价，有事打 13812345678", issues[1])] {
      try team.inRoom(
        "solution.propose",
        ["text": .string(text), "kind": "sop", "owner": "backstage", "issues": [.string(issue)], "due": "下一场"],
        as: team.backstage)
    }
    return team
  }

  private func report(_ team: Team) throws -> Report { try #require(team.roomFold.report) }

  @Test func `has the solutions by votes, and of the issues those that were voted for`() throws {
    var team = try team()
    for solution in team.roomFold.all(Solution.self) {
      try team.inRoom("solution.choose", ["solution": .string(solution.id), "chosen": true], as: team.facilitator)
    }
    let report = try report(team)
    #expect(report.decisions.map(\.text) == ["双人核价，有事打 13812345678", "先发福袋"])
    #expect(report.decisions.map(\.votes) == [3, 1])
    #expect(report.topics.map(\.text) == ["链接挂错了", "福袋发晚了"])
    #expect(report.counts.talked == 2)
    #expect(report.closedAt == nil)
  }

  @Test func `calls nothing decided that was proposed alone`() throws {
    let report = try report(team())
    #expect(report.decisions.isEmpty)
    #expect(report.proposed.map(\.text) == ["双人核价，有事打 13812345678", "先发福袋"])
    #expect(report.shared.proposed[0].text.contains("13812345678") == false)
  }

  @Test func `calls decided what an action was made of, and not where that was refused`() throws {
    // given
    var team = try team()
    let solution = try #require(team.roomFold.all(Solution.self).first { $0.text == "先发福袋" }?.id)
    // when
    try team.inRoom("solution.act", ["solution": .string(solution)], as: team.backstage)
    // then
    #expect(try report(team).decisions.map(\.text) == ["先发福袋"])
    #expect(try report(team).proposed.map(\.text) == ["双人核价，有事打 13812345678"])
    // when
    var refused = try #require(team.roomFold.find(solution, as: Solution.self))
    let act = try #require(refused.actions.first?.act)
    refused.settleAction(act, .refused, .full)
    // then
    #expect(!refused.isDecided)
  }

  @Test func `has what was put off`() throws {
    var team = try team()
    let issue = try #require(team.roomFold.all(Issue.self).first { $0.text == "灯光太暗" }?.id)
    try team.inRoom("issue.mark", ["issue": .string(issue), "state": "parked"], as: team.facilitator)
    #expect(try report(team).parked.map(\.text) == ["灯光太暗"])
    #expect(try report(team).topics.map(\.text) == ["链接挂错了", "福袋发晚了"])
  }

  /// The page has the same table (`Tests/web/room.sheet.test.mjs`).
  @Test func `counts as talked about what was begun, solved, put off or answered, and a group once`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    let cards = try (0..<7).map { try team.post("卡\($0)") }
    try team.move(to: .vote)
    try team.inRoom(
      "group.make", ["issues": [.string(cards[5]), .string(cards[6])], "title": "断货"], as: team.lead)
    try team.move(to: .solve)
    #expect(try report(team).counts.talked == 0)
    // when
    for (card, state) in zip(cards, ["discussing", "solved", "parked"]) {
      try team.inRoom("issue.mark", ["issue": .string(card), "state": .string(state)], as: team.facilitator)
    }
    for card in [3, 5, 6].map({ cards[$0] }) {
      try team.inRoom(
        "solution.propose", ["text": "备货", "kind": "sop", "owner": "host", "issues": [.string(card)]], as: team.host)
    }
    // then
    #expect(try report(team).counts.talked == 5)
  }

  @Test func `has of the alternatives for an issue the chosen one alone, with the last why`() throws {
    // given
    var team = try team()
    let issue = try #require(team.roomFold.all(Issue.self).first { $0.text == "链接挂错了" }?.id)
    let chosen = try team.inRoom(
      "solution.propose",
      ["text": "播前走查", "kind": "sop", "owner": "backstage", "issues": [.string(issue)]], as: team.host
    ).made(.solution)
    for why in ["没有核对", "中控没有清单，电话 13812345678"] {
      try team.inRoom("cause.add", ["issue": .string(issue), "text": .string(why)], as: team.host)
    }
    // when
    try team.inRoom("solution.choose", ["solution": .string(chosen), "chosen": true], as: team.facilitator)
    // then
    let report = try report(team)
    #expect(report.decisions.map(\.text) == ["播前走查"])
    #expect(report.proposed.map(\.text) == ["双人核价，有事打 13812345678", "先发福袋"])
    #expect(report.decisions.map(\.why) == ["中控没有清单，电话 13812345678"])
    #expect(report.shared.decisions[0].why?.contains("13812345678") == false)
  }

  @Test func `has no votes and no issue that is hidden while they are`() throws {
    var team = try Team()
    try team.move(to: .collect)
    _ = try team.post("还没翻开")
    #expect(try report(team).topics.isEmpty)
    #expect(try report(team).counts.issues == 0)
    try team.move(to: .vote)
    #expect(try report(team).topics.isEmpty)
  }

  @Test func `counts nobody who wrote or voted before the review is closed`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    _ = try team.post("藏着的")
    // then
    #expect(team.roomFold.report?.counts.people == 0)
    // when
    try team.move(to: .closed)
    #expect(team.roomFold.report?.counts.people == 1)
  }

  @Test func `shared, it is redacted once more and names nobody`() throws {
    let shared = try report(team()).shared
    var json = JSONWriter()
    json.object(shared.write)
    let bytes = String(decoding: json.bytes, as: UTF8.self)
    #expect(!bytes.contains("13812345678"))
    for member in try team().everyone { #expect(!bytes.contains(member.member.description)) }
  }

  @Test func `what is erased is told as a tombstone, and what is dropped not at all`() throws {
    var team = try team()
    let erased = try #require(team.roomFold.all(Issue.self).first { $0.text == "链接挂错了" }?.id)
    try team.inRoom("issue.erase", ["issue": .string(erased), "reason": "用户要求"], as: team.lead)
    let dropped = try #require(team.roomFold.all(Solution.self).first { $0.text == "先发福袋" }?.id)
    try team.inRoom("solution.drop", ["solution": .string(dropped)], as: team.backstage)
    let report = try report(team)
    #expect(report.topics.first?.text == "")
    #expect(report.topics.first?.erased?.reason == "用户要求")
    #expect(report.proposed.map(\.votes) == [3])
  }

  @Test func `counts how long the review took, without what was before it and after`() throws {
    var team = try Team()
    for phase in [Phase.live, .data, .collect, .vote, .solve, .closed, .solve] {
      team.world.now += 60_000
      try team.move(to: phase)
    }
    let counts = try report(team).counts
    #expect(counts.reviewing == 5 * 60_000)
    #expect(counts.solving == 60_000)
  }

  @Test func `its minutes stand in the room's summary once it is closed`() throws {
    var team = try team()
    #expect(!String(decoding: team.roomFold.summary(), as: UTF8.self).contains("solving"))
    team.world.now += 90_000
    try team.move(to: .closed)
    let summary = String(decoding: team.roomFold.summary(), as: UTF8.self)
    #expect(summary.contains(#""solving":90000,"talked":2"#))
  }

  @Test func `has the actions that were made of its solutions, as they are now`() throws {
    var team = try team()
    let solution = try #require(team.roomFold.all(Solution.self).first { $0.text == "先发福袋" }?.id)
    try team.inRoom(
      "solution.act", ["solution": .string(solution), "text": "写张交接词，问 13812345678", "due": ["next": true]],
      as: team.backstage)
    let agreed = try #require(team.channelFold.actions(agreedIn: team.room).first)
    #expect(agreed.state == .todo)
    #expect(!agreed.shared.text.contains("13812345678"))
    #expect(team.channelFold.actions(agreedIn: team.show).isEmpty)
    #expect(team.channelFold.answers(givenIn: team.room) == Report.Answered(done: 0, all: 0))
  }
}
