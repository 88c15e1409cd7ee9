import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Words that should be gone` {
  static let asked = "我皮肤过敏住院了，这个面膜还能不能用"
  var playbook: Identifier { LogFold.playbook(of: World.organisation) }

  /// A question, the issue it became, a solution that quotes it, the entry it became, all of them there.
  struct Thread {
    var team: Team
    let question: String
    let issue: String
    let solution: String

    init() throws {
      team = try Team()
      question = try team.inShow("question.log", ["text": .string(asked)], as: team.privateDomain).made(.question)
      try team.inShow(
        "question.promote",
        ["question": .string(question), "room": .string(team.room.description), "kind": "puzzle"], as: team.lead)
      issue = try #require(team.showFold.find(question, as: Question.self)?.issue?.issue)
      try team.move(to: .solve)
      solution = try team.inRoom(
        "solution.propose",
        [
          "issues": [.string(issue)], "text": .string("遇到「\(asked)」，先请用户停用"), "kind": "script", "owner": "host",
          "due": "下一场",
        ], as: team.host
      ).made(.solution)
    }

    mutating func promoteSolution() throws {
      try team.inRoom(
        "solution.promote", ["solution": .string(solution), "trigger": .string(asked)], as: team.lead)
    }

    mutating func erase(onward: Bool) throws(Refusal) {
      try team.inShow(
        "question.erase", ["question": .string(question), "reason": "用户要求", "onward": .bool(onward)], as: team.lead)
    }

    func stored() -> String {
      [team.show, team.room, LogFold.playbook(of: World.organisation)].map(team.world.stored).joined()
    }

    func issueRecord() -> Board.Issue? { team.roomFold.find(issue) }
    func solutionRecord() -> Solution? { team.roomFold.find(solution) }
    func entryRecord() -> Entry? { team.world.playbook.entries.first }
  }

  @Test func `erasing a question reaches the issue, the solution that quotes it and the entry`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    #expect(thread.stored().contains("过敏"))
    try thread.erase(onward: true)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    let erasure = Erasure(at: thread.team.world.now, reason: "用户要求")
    #expect(thread.issueRecord()?.erased == erasure && thread.issueRecord()?.text == "")
    #expect(thread.solutionRecord()?.erased == erasure && thread.solutionRecord()?.due == nil)
    let entry = try #require(thread.entryRecord())
    #expect((entry.erased, entry.title, entry.text, entry.trigger) == (erasure, "", "", nil))
    for actor in thread.team.everyone {
      let seen = thread.team.sees(actor, thread.team.roomFold)[RecordKey(.issue, thread.issue)]
      #expect(seen?.hasSuffix(#""erased":{"at":\#(erasure.at),"reason":"用户要求"}}"#) == true)
      #expect(seen?.contains(#""text":"""#) == true)
    }
  }

  @Test func `without the wish for more, erasing a question leaves what came from it`() throws {
    var thread = try Thread()
    try thread.erase(onward: false)
    #expect(thread.issueRecord()?.text == Self.asked)
  }

  @Test func `an expired question takes along what came from it`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    thread.team.world.now += 61 * 86_400_000
    let now = JSON.int(Int(thread.team.world.now))
    try thread.team.inShow("questions.expire", ["by": now], as: .server(for: World.organisation))
    #expect(!thread.stored().contains("过敏"))
    #expect(thread.entryRecord()?.erased?.reason == "expired")
  }

  @Test func `what a person has changed since stays, without the words from before and what quotes them`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    let on = try #require(thread.issueRecord()?.edits.last)
    try thread.team.inRoom(
      "issue.edit", ["issue": .string(thread.issue), "text": "有人用后不适，主播答不上来"], as: thread.team.facilitator, on: on)
    try thread.erase(onward: true)
    #expect(thread.issueRecord()?.text == "有人用后不适，主播答不上来")
    #expect(thread.issueRecord()?.erased == nil)
    // Nobody has changed the solution, which quotes what the card said before.
    #expect(thread.solutionRecord()?.erased != nil && thread.entryRecord()?.erased != nil)
    #expect(!thread.stored().contains("过敏"))
    let raised = try #require(thread.team.world.events[thread.team.room]?.first { $0.op == "issue.raise" })
    #expect(!String(decoding: Event.encode(raised.facts), as: UTF8.self).contains("过敏"))
  }

  @Test func `tags of a card that a person has changed since stay, also when the room is folded anew`() throws {
    // given
    var thread = try Thread()
    let issue = JSON.string(thread.issue)
    try thread.team.inRoom("issue.tag", ["issue": issue, "tags": ["成分"]], as: thread.team.lead)
    let on = try #require(thread.issueRecord()?.edits.last)
    try thread.team.inRoom(
      "issue.edit", ["issue": issue, "text": "有人用后不适，主播答不上来"], as: thread.team.facilitator, on: on)
    // when
    try thread.erase(onward: true)
    // then
    #expect(thread.issueRecord()?.tags == ["成分"])
    try thread.expectSameAnew()
  }

  @Test func `a solution in people's own words stays`() throws {
    var thread = try Thread()
    let own = try thread.team.inRoom(
      "solution.propose",
      ["issues": [.string(thread.issue)], "text": "成分问题一律转客服", "kind": "sop", "owner": "private"],
      as: thread.team.privateDomain
    ).made(.solution)
    try thread.erase(onward: true)
    #expect(thread.team.roomFold.find(own, as: Solution.self)?.text == "成分问题一律转客服")
    #expect(thread.solutionRecord()?.erased != nil)
  }

  @Test func `a lead erases a card, a solution or an entry, whatever became of the question`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    let entry = try #require(thread.entryRecord()?.id)
    let erasures: [(String, JSON, Identifier)] = [
      ("issue.erase", ["issue": .string(thread.issue), "reason": "有电话 13812345678"], thread.team.room),
      ("solution.erase", ["solution": .string(thread.solution), "reason": "写错了"], thread.team.room),
      ("entry.erase", ["entry": .string(entry), "reason": "写错了"], playbook),
    ]
    for (op, args, log) in erasures {
      #expect(
        refusal { () throws(Refusal) in try thread.team.world.send(op, args, to: log, as: thread.team.operations) }
          == .forbidden)
      try thread.team.world.send(op, args, to: log, as: thread.team.lead)
      #expect(
        refusal { () throws(Refusal) in try thread.team.world.send(op, args, to: log, as: thread.team.lead) }
          == .notFound)
    }
    #expect(thread.issueRecord()?.erased?.reason == "有电话 〔手机号〕")
    #expect(!thread.team.world.stored(thread.team.room).contains("过敏"))
    #expect(!thread.team.world.stored(playbook).contains("过敏"))
  }

  @Test func `what is erased can be neither edited nor handed on, but be taken away`() throws {
    var thread = try Thread()
    for (op, args) in [
      ("issue.erase", ["issue": .string(thread.issue), "reason": "写错了"]),
      ("solution.erase", ["solution": .string(thread.solution), "reason": "写错了"]),
    ] as [(String, JSON)] { try thread.team.inRoom(op, args, as: thread.team.lead) }
    for (op, args) in [
      ("issue.edit", ["issue": .string(thread.issue), "text": "回来"]),
      ("solution.edit", ["solution": .string(thread.solution), "text": "回来"]),
      ("solution.promote", ["solution": .string(thread.solution)]),
    ] as [(String, JSON)] {
      #expect(
        refusal { () throws(Refusal) in try thread.team.inRoom(op, args, as: thread.team.facilitator, on: 99) }
          == .notFound, "\(op)")
    }
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.facilitator)
    try thread.team.inRoom("issue.withdraw", ["issue": .string(thread.issue)], as: thread.team.facilitator)
  }

  @Test func `an edit that leaves the text alone takes nothing over`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    let issue = try #require(thread.issueRecord()), solution = try #require(thread.solutionRecord())
    let entry = try #require(thread.entryRecord())
    try thread.team.inRoom(
      "issue.edit", ["issue": .string(issue.id), "kind": "mistake"], as: thread.team.facilitator, on: issue.edits.last)
    try thread.team.inRoom(
      "solution.edit", ["solution": .string(solution.id), "due": "明天"], as: thread.team.host, on: solution.edits.last)
    try thread.team.world.send(
      "entry.edit", ["entry": .string(entry.id), "stage": "before"], to: playbook, as: thread.team.lead,
      on: entry.edits.last)
    try thread.erase(onward: true)
    #expect(!thread.stored().contains("过敏"))
    #expect(thread.issueRecord()?.erased != nil && thread.solutionRecord()?.erased != nil)
    #expect(thread.entryRecord()?.erased != nil)
  }

  @Test func `asked for again, what came from an erased question goes, too`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.erase(onward: false)
    #expect(thread.stored().contains("过敏"))
    #expect(refusal { () throws(Refusal) in try thread.erase(onward: false) } == .notFound)
    try thread.erase(onward: true)
    #expect(!thread.stored().contains("过敏"), "\(thread.stored())")
    #expect(refusal { () throws(Refusal) in try thread.erase(onward: true) } == .notFound)
  }

  @Test func `what came from a question erased by hand expires with it`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    try thread.erase(onward: false)
    // A text without words tells the store that something is to expire.
    #expect(thread.team.world.words[thread.team.show]?.values.contains("") == true)
    thread.team.world.now += 61 * 86_400_000
    let now = JSON.int(Int(thread.team.world.now))
    try thread.team.inShow("questions.expire", ["by": now], as: .server(for: World.organisation))
    #expect(!thread.stored().contains("过敏"))
    #expect(thread.team.world.words[thread.team.show]?.values.contains("") != true)
    let events = thread.team.world.events[thread.team.show]?.count
    try thread.team.inShow("questions.expire", ["by": now], as: .server(for: World.organisation))
    #expect(thread.team.world.events[thread.team.show]?.count == events)
  }

  @Test func `a room folded anew after an erasing is the room in memory`() throws {
    var thread = try Thread()
    try thread.promoteSolution()
    let on = try #require(thread.issueRecord()?.edits.last)
    try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
    try thread.team.inRoom(
      "issue.edit", ["issue": .string(thread.issue), "text": "有人用后不适"], as: thread.team.facilitator, on: on)
    try thread.erase(onward: true)
    for log in [thread.team.show, thread.team.room, playbook] {
      let fold = try #require(thread.team.world.folds[log])
      var anew = LogFold(log: log, kind: fold.kind)
      for event in thread.team.world.events[log] ?? [] { _ = anew.apply(event) }
      let words = thread.team.world.words[log] ?? [:]
      #expect(try LogFold(decoding: anew.encode(), log: log, kind: fold.kind, words: words) == fold)
      #expect(try LogFold(decoding: fold.encode(), log: log, kind: fold.kind, words: words) == fold)
    }
  }

  @Test func `an author who leads and erases an anonymous card is not named`() throws {
    var team = try Team()
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    let issue = try team.inRoom(
      "issue.post", ["role": "host", "kind": "mistake", "text": "我忘了开福袋", "anonymous": true], as: team.lead
    ).made(.issue)
    try team.inRoom("cards.reveal", as: team.lead)
    let sent = try team.inRoom("issue.erase", ["issue": .string(issue), "reason": "写错了"], as: team.lead)
    let event = try #require(sent.event)
    #expect(LogFold.hidesAuthor(of: event, sent.changes, from: Viewer(member: nil, isLead: false)))
    #expect(!LogFold.hidesAuthor(of: event, sent.changes, from: Viewer(member: team.lead.member, isLead: true)))
  }

  @Test func `a quotation is thirty bytes in a row, or all of a short text`() {
    let words = "我皮肤过敏住院了这个还能不能用"
    #expect(Quotation.holds("先说：我皮肤过敏住院了这个，再说", wordsOf: words))
    #expect(!Quotation.holds("皮肤过敏的请停用", wordsOf: words))
    #expect(Quotation.holds("问：有货吗？答：有", wordsOf: "有货吗"))
    #expect(!Quotation.holds("有", wordsOf: "有货吗"))
    #expect(!Quotation.holds("随便", wordsOf: ""))
  }
}
