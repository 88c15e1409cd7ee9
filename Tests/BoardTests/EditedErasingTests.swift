import Identity
import JSON
import Testing

@testable import Board

// A solution that was changed after it was promoted stays; the entry has its words from before.
extension `Words that should be gone` {
  @Test func `a solution changed after it was promoted stays, and the entry that quotes the words goes`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.rewordSolution("先请用户停用，再转客服")
    try thread.rewordSolution("先请用户停用，再转人工客服")
    try thread.erase(onward: true)
    #expect(thread.solutionRecord()?.text == "先请用户停用，再转人工客服" && thread.solutionRecord()?.erased == nil)
    #expect(thread.entryRecord()?.erased?.reason == "用户要求")
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test func `what a person has made of the entry stays, though its solution was changed`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.rewordSolution("先请用户停用，再转客服")
    let entry = try #require(thread.entryRecord())
    try thread.team.world.send(
      "entry.edit",
      ["entry": .string(entry.id), "title": "不适时", "trigger": "", "text": "先停用"],
      to: LogFold.playbook(of: World.organisation), as: thread.team.lead, on: entry.edits.last)
    try thread.erase(onward: true)
    #expect(thread.entryRecord()?.text == "先停用" && thread.entryRecord()?.erased == nil)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test func `an entry made of a person's own words stays when its solution is changed again`() throws {
    var thread = try Thread()
    try thread.rewordSolution("先请用户停用，再转客服")
    try thread.team.inRoom("solution.promote", ["solution": .string(thread.solution)], as: thread.team.lead)
    try thread.rewordSolution("先请用户停用，再转人工客服")
    try thread.erase(onward: true)
    #expect(thread.entryRecord()?.text == "先请用户停用，再转客服" && thread.entryRecord()?.erased == nil)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test(arguments: [true, false])
  func `changed while it is on its way, the words do not stay in the playbook`(isMuted: Bool) throws {
    var thread = try Thread()
    thread.team.world.holdsActs = true
    try thread.promoteSolution()
    let promotion = try #require(thread.team.world.held.last)
    try thread.rewordSolution("先请用户停用，再转客服")
    let erased = try thread.team.inRoom(
      "issue.erase", ["issue": .string(thread.issue), "reason": "用户要求", "onward": true], as: thread.team.lead)
    #expect(erased.decision.muted == [promotion.id])
    let server = Actor.server(for: promotion.member)
    try thread.team.world.send(
      promotion.op, isMuted ? Self.muted(promotion.args) : promotion.args, to: promotion.target, as: server,
      id: promotion.id)
    let settled = try thread.team.inRoom(
      "promotion.settle", ["act": .string(promotion.id.description), "accepted": true], as: server)
    let forgetting = try #require(settled.decision.pending.first)
    try thread.team.world.send(forgetting.op, forgetting.args, to: forgetting.target, as: server, id: forgetting.id)
    #expect(thread.entryRecord()?.erased?.reason == "用户要求" && thread.entryRecord()?.text == "")
    try thread.expectSameAnew()
  }

  @Test func `changed and dropped, the solution's entry goes all the same`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.rewordSolution("先请用户停用，再转客服")
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
    try thread.erase(onward: true)
    #expect(thread.entryRecord()?.erased != nil)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test func `a change that leaves the solution's text alone leaves nothing of it behind`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.rewordSolution("先请用户停用，再转客服")
    let on = try #require(thread.solutionRecord()?.edits.last)
    try thread.team.inRoom(
      "solution.edit", ["solution": .string(thread.solution), "owner": "floor"], as: thread.team.host, on: on)
    try thread.erase(onward: true)
    #expect(thread.solutionRecord()?.erased == nil && thread.entryRecord()?.erased != nil)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test func `what quotes a card that was erased alone goes with its question, or when it is asked for`() throws {
    for isAsked in [true, false] {
      var thread = try Thread()
      try thread.promoteSolution()
      try thread.eraseIssue(onward: false)
      #expect(thread.stored().contains("过敏"))
      try thread.expectSameAnew()
      if isAsked { try thread.eraseIssue(onward: true) } else { try thread.erase(onward: true) }
      #expect(thread.solutionRecord()?.erased != nil && thread.entryRecord()?.erased != nil)
      #expect(thread.issueRecord()?.erased?.reason == "写错了")
      let rest =
        thread.team.world.stored(thread.team.room) + thread.team.world.stored(LogFold.playbook(of: World.organisation))
      #expect(!rest.contains("过敏"), "\(rest)")
      #expect(refusal { () throws(Refusal) in try thread.eraseIssue(onward: true) } == .notFound)
      try thread.expectSameAnew()
    }
  }

  @Test func `what was made of an erased card's copy since stays, and the entry that quotes it goes`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.eraseIssue(onward: false)
    try thread.rewordSolution("先请用户停用，再转客服")
    try thread.erase(onward: true)
    #expect(thread.solutionRecord()?.erased == nil && thread.entryRecord()?.erased != nil)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test(arguments: [false, true])
  func `what quotes the words a card had in between goes with it`(isWithdrawn: Bool) throws {
    var thread = try Thread()
    let between = "顾客王小满来电说她住院了，在三号楼病房"
    try thread.rewordCard(between)
    let quoting = try thread.propose("回访：\(between)")
    try thread.team.inRoom("solution.promote", ["solution": .string(quoting)], as: thread.team.lead)
    try thread.rewordCard("有顾客反馈不适")
    try thread.rewordCard("有顾客反馈不适，已回访")
    let own = try thread.propose("先停用再回访")
    if isWithdrawn { try thread.team.inRoom("issue.withdraw", ["issue": .string(thread.issue)], as: thread.team.lead) }
    try thread.team.inRoom(
      "issue.erase", ["issue": .string(thread.issue), "reason": "用户要求", "onward": true], as: thread.team.lead)
    #expect(thread.team.roomFold.find(quoting, as: Solution.self)?.erased?.reason == "用户要求")
    #expect(thread.entryRecord()?.erased?.reason == "用户要求")
    #expect(thread.team.roomFold.find(own, as: Solution.self)?.text == "先停用再回访")
    #expect(!thread.stored().contains("王小满"), "\(thread.stored())")
    try thread.expectSameAnew()
  }

  @Test
  func `of a card's words in between the last twenty are kept in mind, each once, and none once they are forgotten`()
    throws
  {
    var thread = try Thread()
    for number in 0..<25 { try thread.rewordCard("第 \(number) 稿：顾客王小满来电") }
    try thread.rewordCard("第 23 稿：顾客王小满来电")
    #expect(thread.issueRecord()?.between?.count == 20)
    #expect(thread.issueRecord()?.between?.last == "第 24 稿：顾客王小满来电")
    try thread.expectSameAnew()
    try thread.rewordCard("有顾客来电")
    try thread.erase(onward: true)
    #expect(thread.issueRecord()?.text == "有顾客来电" && thread.issueRecord()?.between == nil)
    #expect(!thread.stored().contains("王小满"), "\(thread.stored())")
    try thread.expectSameAnew()
    try thread.rewordCard("有一位顾客来电")
    #expect(thread.issueRecord()?.between == ["有顾客来电"])
    try thread.expectSameAnew()
  }
}

extension `Words that should be gone`.Thread {
  fileprivate mutating func rewordCard(_ text: String) throws {
    let on = try #require(issueRecord()?.edits.last)
    try team.inRoom("issue.edit", ["issue": .string(issue), "text": .string(text)], as: team.lead, on: on)
  }

  fileprivate mutating func propose(_ text: String) throws -> String {
    try team.inRoom(
      "solution.propose",
      ["issues": [.string(issue)], "text": .string(text), "kind": "script", "owner": "host"], as: team.host
    ).made(.solution)
  }

  fileprivate mutating func rewordSolution(_ text: String) throws {
    let on = try #require(solutionRecord()?.edits.last)
    try team.inRoom(
      "solution.edit", ["solution": .string(solution), "text": .string(text)], as: team.host, on: on)
  }

  fileprivate mutating func eraseIssue(onward: Bool) throws(Refusal) {
    try team.inRoom(
      "issue.erase", ["issue": .string(issue), "reason": "写错了", "onward": .bool(onward)], as: team.lead)
  }

  /// Folded from their beginnings the logs are what is in memory.
  func expectSameAnew() throws {
    for (log, fold) in team.world.folds {
      var anew = LogFold(log: log, kind: fold.kind)
      for event in team.world.events[log] ?? [] { _ = anew.apply(event) }
      let words = team.world.words[log] ?? [:]
      #expect(try LogFold(decoding: anew.encode(), log: log, kind: fold.kind, words: words) == fold)
      #expect(try LogFold(decoding: fold.encode(), log: log, kind: fold.kind, words: words) == fold)
    }
  }
}
