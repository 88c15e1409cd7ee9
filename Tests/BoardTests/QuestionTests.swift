import Identity
import JSON
import Testing

@testable import Board

@Suite struct `The question log` {
  private let raw = "下单 13812345678，微信号 abc_12345 可以加吗"

  @Test func `a question is stored redacted and its asker masked, from the first byte`() throws {
    var team = try Team()
    team.world.now += 125_000
    let sent = try team.inShow(
      "question.log",
      [
        "text": .string(raw), "user": "小满不加糖", "group": "三群 13812345678", "product": "3号链接",
        "source": "group",
        "customer": "old", "category": "link", "urgency": "order",
      ], as: team.privateDomain)
    let body = String(decoding: Event.encode(sent.decision.facts), as: UTF8.self)
    let words = sent.decision.words.values.map(\.text).joined(separator: "|")
    for secret in ["13812345678", "abc_12345", "小满不加糖"] {
      #expect(!body.contains(secret))
      #expect(!words.contains(secret))
    }
    // No word of the user's is in the log itself.
    for word in ["下单", "小", "三群", "3号链接"] { #expect(!body.contains(word), "\(body)") }
    let id = sent.made(.question)
    let question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.masked == ["mobile", "wechat"])
    let seen = try #require(team.sees(team.host, team.showFold)[RecordKey(.question, id)])
    #expect(
      seen.hasPrefix(
        #"{"id":"\#(id)","no":1,"offset":125,"askedAt":\#(team.world.now),"text":"下单 "#), "\(seen)")
    #expect(
      seen.contains(
        #""source":"group","group":"三群 〔手机号〕","user":"小**","customer":"old","product":"3号链接""#),
      "\(seen)")
    #expect(
      seen.hasSuffix(
        #""category":"link","urgency":"order","status":"open","plus":0,"onAir":false,"#
          + #""by":"\#(team.privateDomain.member)","edited":\#(question.edits.last)}"#))
    #expect(
      sent.decision.words.values.allSatisfy { $0.expires == team.world.now + 60 * 86_400_000 })
    #expect(Set(sent.decision.words.keys) == ["q-\(id)", "g-\(id)", "u-\(id)", "p-\(id)"])
  }

  @Test func `an offset that is given says when it was asked`() throws {
    var team = try Team()
    let id = try team.inShow("question.log", ["text": "有货吗", "offset": 61], as: team.floor).made(
      .question)
    #expect(team.showFold.find(id, as: Question.self)?.askedAt == Team.startsAt + 61_000)
  }

  @Test func `numbers count up`() throws {
    var team = try Team()
    for text in ["一", "二", "三"] {
      try team.inShow("question.log", ["text": .string(text)], as: team.floor)
    }
    #expect(team.showFold.all(Question.self).map(\.no).sorted() == [1, 2, 3])
  }

  @Test func `an answer is redacted too, and answers an open question only`() throws {
    var team = try Team()
    let id = try team.inShow("question.log", ["text": "有货吗"], as: team.floor).made(.question)
    let args: JSON = ["question": .string(id), "words": "加 13812345678"]
    let sent = try team.inShow("question.answer", args, as: team.host)
    #expect(sent.decision.words.values.map(\.text) == ["加 〔手机号〕"])
    var question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.status == .answered)
    #expect(question.answer?.role == .host)
    #expect(
      team.sees(team.lead, team.showFold)[RecordKey(.question, id)]?.contains(
        #""answer":{"words":"加 〔手机号〕","by":"\#(team.host.member)","role":"host","at":\#(team.world.now)}"#
      ) == true)
    try team.inShow(
      "question.mark", ["question": .string(id), "status": "followUp"], as: team.host)
    let second = try team.inShow("question.answer", ["question": .string(id)], as: team.lead)
    #expect(second.decision.erased == Array(sent.decision.words.keys))
    question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.status == .followUp)
    #expect(question.answer?.role == nil)
    #expect(question.answer?.wording == nil)
  }

  @Test func `plus, mark and air`() throws {
    var team = try Team()
    let id = JSON.string(
      try team.inShow("question.log", ["text": "有货吗"], as: team.floor).made(.question))
    try team.inShow("question.plus", ["question": id], as: team.floor)
    try team.inShow("question.plus", ["question": id], as: team.backstage)
    try team.inShow("question.mark", ["question": id, "status": "resolved"], as: team.host)
    #expect(
      try team.inShow("question.mark", ["question": id, "status": "resolved"], as: team.host).event
        == nil)
    try team.inShow("question.air", ["question": id, "onAir": true], as: team.host)
    #expect(
      try team.inShow("question.air", ["question": id, "onAir": true], as: team.floor).event == nil)
    let question = try #require(team.showFold.all(Question.self).first)
    #expect((question.plus, question.status, question.onAir) == (2, .resolved, true))
    for op in [
      "question.edit", "question.plus", "question.answer", "question.mark", "question.air",
    ] {
      var args: JSON = ["question": "none"]
      if op == "question.mark" { args = ["question": "none", "status": "open"] }
      if op == "question.air" { args = ["question": "none", "onAir": true] }
      #expect(
        refusal { () throws(Refusal) in try team.inShow(op, args, as: team.floor) } == .notFound,
        "\(op)")
    }
  }

  @Test func `an edit is made on what was read`() throws {
    var team = try Team()
    let id = try team.inShow("question.log", ["text": "有货吗", "product": "3号"], as: team.floor).made(
      .question)
    let first = team.world.events[team.show]!.last!.seq
    let args: JSON = ["question": .string(id), "text": "还有货吗", "product": ""]
    #expect(
      refusal { () throws(Refusal) in try team.inShow("question.edit", args, as: team.floor) }
        == .invalid("on", .missing))
    let sent = try team.inShow("question.edit", args, as: team.floor, on: first)
    #expect(Set(sent.decision.erased) == ["q-\(id)", "p-\(id)"])
    let question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.text == "还有货吗")
    #expect(question.product == nil)
    #expect(question.edits.last == sent.event?.seq)
    let refused = refusal { () throws(Refusal) in
      try team.inShow(
        "question.edit", ["question": .string(id), "text": "有吗"], as: team.lead, on: first)
    }
    #expect(refused?.code == .conflict)
    let newer = try #require(team.sees(team.lead, team.showFold)[RecordKey(.question, id)])
    #expect(refused?.detail == .newer(Array(newer.utf8)))
    // The same words as are there already are no conflict.
    #expect(try team.inShow("question.edit", args, as: team.lead, on: first).event == nil)
  }

  @Test func `what is optional and set can be cleared`() throws {
    var team = try Team()
    let id = try team.inShow(
      "question.log", ["text": "有货吗", "product": "3号", "category": "stock", "urgency": "order"], as: team.floor
    ).made(.question)
    let on = team.world.events[team.show]!.last!.seq
    let cleared: JSON = ["question": .string(id), "product": "", "category": "", "urgency": ""]
    try team.inShow("question.edit", cleared, as: team.floor, on: on)
    let question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.product == nil && question.category == nil && question.urgency == nil)
    #expect(question.text == "有货吗")
    let same: JSON = ["question": .string(id), "category": .null, "urgency": .null]
    #expect(try team.inShow("question.edit", same, as: team.floor, on: on).event == nil)
  }

  @Test func `an imported question waits for nobody until someone says so`() throws {
    var team = try Team()
    let server = Actor.server(for: team.operations.member)
    let args: JSON = ["questions": [["text": "几时发货"], ["text": "有小码吗"]]]
    let ids = try team.inShow("questions.import", args, as: server).changes.map(\.key.id)
    #expect(String(decoding: team.showFold.summary(), as: UTF8.self).hasSuffix(#""questions":2,"open":0}"#))
    #expect(team.sees(team.host, team.showFold)[RecordKey(.question, ids[0])]?.contains(#""imported":true"#) == true)
    try team.inShow("question.mark", ["question": .string(ids[0]), "status": "open"], as: team.floor)
    #expect(String(decoding: team.showFold.summary(), as: UTF8.self).hasSuffix(#""open":1}"#))
    try team.inShow("question.answer", ["question": .string(ids[1])], as: team.floor)
    #expect(team.showFold.find(ids[1], as: Question.self)?.status == .answered)
    let words = team.world.words[team.show] ?? [:]
    #expect(
      try LogFold(decoding: team.showFold.encode(), log: team.show, kind: .show, words: words) == team.showFold)
  }

  @Test func `what is erased leaves a tombstone and nothing else`() throws {
    var team = try Team()
    let sent = try team.inShow(
      "question.log", ["text": "有货吗", "user": "小满", "group": "三群", "product": "3号"], as: team.floor)
    let id = sent.made(.question)
    try team.inShow("question.answer", ["question": .string(id), "words": "有的"], as: team.host)
    let args: JSON = ["question": .string(id), "reason": "用户要求"]
    try team.inShow("question.erase", args, as: team.lead)
    #expect(team.world.words[team.show]?.isEmpty == true)
    let seen = try #require(team.sees(team.host, team.showFold)[RecordKey(.question, id)])
    for word in ["有货吗", "小", "三群", "3号", "有的"] { #expect(!seen.contains(word)) }
    #expect(seen.contains(#""text":null,"masked":[]"#))
    #expect(seen.hasSuffix(#""erased":{"at":\#(team.world.now),"reason":"用户要求"}}"#))
    #expect(
      refusal { () throws(Refusal) in try team.inShow("question.erase", args, as: team.lead) }
        == .notFound)
    let state = String(decoding: team.showFold.encode(), as: UTF8.self)
    for word in ["有货吗", "三群", "有的"] { #expect(!state.contains(word)) }
    #expect(
      String(decoding: team.showFold.summary(), as: UTF8.self).hasSuffix(
        #""questions":1,"open":0}"#))
  }

  @Test func `words are forgotten after sixty days`() throws {
    var team = try Team()
    try team.inShow("question.log", ["text": "有货吗"], as: team.floor)
    let server = Actor.server(for: team.lead.member)
    var now: JSON { ["by": .int(Int(team.world.now))] }
    #expect(try team.inShow("questions.expire", now, as: server).event == nil)
    team.world.now += Bounds.wordsKept
    try team.inShow("question.log", ["text": "还有吗"], as: team.floor)
    try team.inShow("questions.expire", now, as: server)
    #expect(team.showFold.all(Question.self).sorted { $0.no < $1.no }.map(\.text) == [nil, "还有吗"])
    #expect(try team.inShow("questions.expire", now, as: server).event == nil)
  }

  @Test func `words are not forgotten because a log was once dated by a clock far ahead`() throws {
    var team = try Team()
    try team.inShow("question.log", ["text": "有货吗"], as: team.floor)
    let server = Actor.server(for: team.lead.member)
    let time = team.world.now
    // The log's time never runs back.
    team.world.now += 10 * Bounds.wordsKept
    try team.inShow("marker.add", ["kind": "note"], as: team.floor)
    #expect(try team.inShow("questions.expire", ["by": .int(Int(time))], as: server).event == nil)
    #expect(team.showFold.all(Question.self).map(\.text) == ["有货吗"])
  }

  @Test func `a file of questions may be imported twice`() throws {
    var team = try Team()
    let args: JSON = [
      "questions": [
        [
          "text": .string(raw), "askedAt": .int(Int(Team.startsAt) + 9000), "user": "小满不加糖",
          "category": "link",
        ],
        [
          "text": "几时发货", "askedAt": .int(Int(Team.startsAt) + 9000), "status": "resolved",
          "plus": 3,
        ],
        ["text": "几时发货", "askedAt": .int(Int(Team.startsAt) + 9000)],
      ]
    ]
    let server = Actor.server(for: team.privateDomain.member)
    let sent = try team.inShow("questions.import", args, as: server)
    #expect(sent.changes.count == 2)
    #expect(!sent.decision.words.values.contains { $0.text.contains("13812345678") })
    let questions = team.showFold.all(Question.self).sorted { $0.no < $1.no }
    #expect(questions.map(\.no) == [1, 2])
    #expect(questions.map(\.offset) == [9, 9])
    #expect(questions.map(\.plus) == [0, 3])
    #expect(questions.allSatisfy { $0.by == team.privateDomain.member })
    #expect(try team.inShow("questions.import", args, as: server).event == nil)
  }
}

@Suite struct `A question becomes an issue` {
  @Test func `the room gets its words, and the question tells nothing of the card but that there is one`() throws {
    var team = try Team()
    let id = try team.inShow("question.log", ["text": "几时发货", "offset": 75], as: team.floor).made(
      .question)
    try team.inShow("question.plus", ["question": .string(id)], as: team.floor)
    let args: JSON = [
      "question": .string(id), "room": .string(team.room.description), "kind": "puzzle",
    ]
    try team.inShow("question.promote", args, as: team.privateDomain)
    let issue = try #require(team.roomFold.all(Issue.self).first)
    #expect(issue.text == "几时发货")
    #expect(issue.role == .role(.privateDomain))
    #expect(issue.author == team.privateDomain.member)
    #expect(issue.offset == 75)
    #expect(issue.question == .init(show: team.show, question: id, offset: 75, plus: 1))
    let seen = team.sees(team.host, team.showFold)[RecordKey(.question, id)]
    #expect(
      seen?.contains(#""issue":{"room":"\#(team.room)","state":"raised"}"#)
        == true)
    #expect(team.showFold.find(id, as: Question.self)?.issue?.issue == issue.id)
    let told = team.world.events[team.show]!.filter { ["question.promote", "question.settle"].contains($0.op) }
    #expect(told.count == 2)
    for event in told {
      #expect(LogFold.hidesAuthor(of: event, [], from: Viewer(member: team.host.member, isLead: true)))
    }
    #expect(try team.inShow("question.promote", args, as: team.lead).event == nil)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow(
          "question.promote",
          ["question": .string(id), "room": .string(team.show.description), "kind": "puzzle"],
          as: team.lead)
      }?.code == .conflict)
  }

  @Test func `given words are redacted, and words that are gone must be given`() throws {
    var team = try Team()
    let id = try team.inShow("question.log", ["text": "几时发货"], as: team.floor).made(.question)
    team.world.words[team.show] = [:]
    let state = team.showFold.encode()
    team.world.folds[team.show] = try LogFold(
      decoding: state, log: team.show, kind: .show, words: [:])
    let room = JSON.string(team.room.description)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow(
          "question.promote", ["question": .string(id), "room": room, "kind": "puzzle"],
          as: team.floor)
      } == .invalid("text", .missing))
    try team.inShow(
      "question.promote",
      [
        "question": .string(id), "room": room, "kind": "puzzle", "role": "backstage",
        "text": "13812345678 问发货",
      ],
      as: team.floor)
    #expect(team.roomFold.all(Issue.self).map(\.text) == ["〔手机号〕 问发货"])
    #expect(team.roomFold.all(Issue.self).map(\.role) == [.role(.backstage)])
  }

  @Test func `a closed room refuses it, and it may be tried again`() throws {
    var team = try Team()
    let id = try team.inShow("question.log", ["text": "几时发货"], as: team.floor).made(.question)
    let args: JSON = [
      "question": .string(id), "room": .string(team.room.description), "kind": "puzzle",
    ]
    try team.move(to: .closed)
    try team.inShow("question.promote", args, as: team.floor)
    #expect(team.showFold.find(id, as: Question.self)?.issue?.state == .refused)
    try team.move(to: .solve)
    try team.inShow("question.promote", args, as: team.floor)
    #expect(team.showFold.find(id, as: Question.self)?.issue?.state == .raised)
  }

  @Test func `an act is completed once, however often it is settled`() throws {
    var team = try Team()
    team.world.holdsActs = true
    let id = try team.inShow("question.log", ["text": "几时发货"], as: team.floor).made(.question)
    let act = try #require(
      try team.inShow(
        "question.promote",
        ["question": .string(id), "room": .string(team.room.description), "kind": "puzzle"],
        as: team.floor
      ).decision.pending.first)
    #expect(act.op == "issue.raise")
    #expect(act.settle == "question.settle")
    #expect(team.showFold.find(id, as: Question.self)?.issue?.state == .requested)
    let server = Actor.server(for: team.floor.member)
    let done: JSON = ["act": .string(act.id.description), "accepted": true]
    try team.inShow("question.settle", done, as: server)
    #expect(try team.inShow("question.settle", done, as: server).event == nil)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow(
          "question.settle", ["act": .string(team.room.description), "accepted": true], as: server)
      } == .notFound)
  }
}
