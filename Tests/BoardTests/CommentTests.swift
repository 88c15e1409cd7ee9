import Identity
import JSON
import Testing

@testable import Board

@Suite struct `What is said of a card` {
  /// A turned card of the host's.
  private func room(anonymous: Bool = false) throws -> (Team, issue: String) {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("上链接慢了半分钟", anonymous: anonymous)
    try team.move(to: .solve)
    return (team, issue)
  }

  @Test func `comes with the card's sheet, in its order, and the card's record stays as it is`() throws {
    // given
    var (team, issue) = try room()
    let card = team.sees(team.floor, team.roomFold)[RecordKey(.issue, issue)]
    // when
    try team.comment("核价晚了", on: issue, as: team.floor)
    try team.comment("下次我盯", on: issue, as: team.host)
    // then
    let told = try team.discussion(issue, as: team.lead)
    #expect(told.map { $0["text"]?.string } == ["核价晚了", "下次我盯"])
    #expect(told.map { $0["by"]?.string } == [team.floor, team.host].map(\.member.description))
    let seen = team.sees(team.lead, team.roomFold)
    #expect(seen[RecordKey(.talk, issue)]?.contains(#""comments":2"#) == true)
    #expect(seen[RecordKey(.issue, issue)] == card)
    #expect(!seen.keys.contains { $0.kind == .comment } && !seen.values.contains { $0.contains("核价") })
  }

  @Test func `is for who may see the card: a card that is not turned takes no comment`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("还没翻")
    // when
    let byAuthor = refusal { () throws(Refusal) in try team.comment("自己说", on: issue, as: team.host) }
    let byOther = refusal { () throws(Refusal) in try team.comment("别人说", on: issue, as: team.lead) }
    // then
    #expect(byAuthor == .forbidden && byOther == .notFound)
    #expect(try team.discussion(issue, as: team.host) == [])
    #expect(throws: Refusal.notFound) { try team.discussion(issue, as: team.lead) }
  }

  @Test func `is anonymous only by the author of an anonymous card, who alone is told that it is theirs`() throws {
    // given
    var (team, issue) = try room(anonymous: true)
    // when
    let refused = refusal { () throws(Refusal) in
      try team.comment("冒名", on: issue, anonymous: true, as: team.floor)
    }
    let sent = try team.comment("是我忘了", on: issue, anonymous: true, as: team.host)
    // then
    #expect(refused == .invalid("anonymous", .invalid))
    let event = try #require(sent.event)
    for actor in team.everyone {
      let told = try #require(try team.discussion(issue, as: actor).first)
      let isAuthor = actor == team.host
      #expect((told["mine"] == true) == isAuthor && (told["by"] != nil) == isAuthor && told["anonymous"] == true)
      #expect(LogFold.mayName(event, sent.changes, to: team.viewer(actor)) == isAuthor)
      #expect(
        team.sees(actor, team.roomFold).values.joined().contains(team.host.member.description) == isAuthor,
        "\(actor)")
    }
  }

  @Test func `without a name has its moment to the minute for everyone but its author`() throws {
    // given
    var (team, issue) = try room(anonymous: true)
    // when
    let sent = try team.comment("是我忘了", on: issue, anonymous: true, as: team.host)
    // then
    let moment = try #require(sent.event).at
    #expect(!moment.isMultiple(of: 60_000))
    for actor in team.everyone {
      let told = try #require(try team.discussion(issue, as: actor).first)["at"]
      #expect(told == .number(.int(actor == team.host ? moment : moment / 60_000 * 60_000)))
    }
  }

  @Test func `done with an anonymous comment names nobody, whoever did it`() throws {
    // given
    var (team, issue) = try room(anonymous: true)
    let comment = try team.comment("是我忘了", on: issue, anonymous: true, as: team.host).made(.comment)
    let acts: [(String, JSON, Actor)] = [
      ("comment.edit", ["comment": .string(comment), "text": "是我"], team.host),
      ("comment.react", ["comment": .string(comment), "word": "thanks", "on": true], team.floor),
      ("comment.withdraw", ["comment": .string(comment)], team.facilitator),
    ]
    for (op, args, actor) in acts {
      // when
      let sent = try team.inRoom(op, args, as: actor)
      // then
      for other in team.everyone where other != actor {
        #expect(!LogFold.mayName(try #require(sent.event), sent.changes, to: team.viewer(other)), "\(op)")
      }
    }
  }

  @Test func `ends at fifty comments of a card, and one that is taken back makes room`() throws {
    // given
    var (team, issue) = try room()
    var last = ""
    for number in 0..<Comment.most {
      last = try team.comment("第\(number)条", on: issue, as: team.host).made(.comment)
    }
    // when
    let refused = refusal { () throws(Refusal) in try team.comment("多一条", on: issue, as: team.floor) }
    try team.inRoom("comment.withdraw", ["comment": .string(last)], as: team.host)
    // then
    #expect(refused == Refusal(.full, .limit(50)))
    try team.comment("放得下", on: issue, as: team.floor)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("comment.restore", ["comment": .string(last)], as: team.host)
      } == Refusal(.full, .limit(50)))
  }

  @Test func `taken back is read by nobody, and comes back by its author's wish alone`() throws {
    // given
    var (team, issue) = try room()
    let own = try team.comment("我收回", on: issue, as: team.host).made(.comment)
    let other = try team.comment("跑题了", on: issue, as: team.floor).made(.comment)
    // when
    try team.inRoom("comment.withdraw", ["comment": .string(own)], as: team.host)
    try team.inRoom("comment.withdraw", ["comment": .string(other)], as: team.facilitator)
    // then
    #expect(try team.discussion(issue, as: team.lead) == [])
    #expect(team.roomFold.find(issue, as: Talk.self) == nil)
    for (comment, actor, expected) in [
      (own, team.facilitator, Refusal.Code.forbidden), (other, team.floor, .notFound), (own, team.host, nil),
    ] {
      let refused = refusal { () throws(Refusal) in
        try team.inRoom("comment.restore", ["comment": .string(comment)], as: actor)
      }
      #expect(refused?.code == expected)
    }
    #expect(try team.discussion(issue, as: team.lead).map { $0["text"]?.string } == ["我收回"])
  }

  @Test func `goes with its card, and nobody is called to it any more`() throws {
    // given
    var (team, issue) = try room()
    try team.comment("@场控 你看", on: issue, naming: [team.floor], as: team.host)
    // when
    try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.facilitator)
    // then
    #expect(team.sees(team.floor, team.roomFold).keys.allSatisfy { $0.kind != .talk && $0.kind != .mention })
    #expect(throws: Refusal.notFound) { try team.discussion(issue, as: team.lead) }
  }

  @Test(arguments: Reaction.allCases) func `one word, said twice, is said once`(word: Reaction) throws {
    // given
    var (team, issue) = try room()
    let comment = try team.comment("核价晚了", on: issue, as: team.floor).made(.comment)
    let onIssue: JSON = ["issue": .string(issue), "word": .word(word), "on": true]
    let onComment: JSON = ["comment": .string(comment), "word": .word(word), "on": true]
    // when
    for actor in [team.host, team.lead, team.host] {
      try team.inRoom("issue.react", onIssue, as: actor)
      try team.inRoom("comment.react", onComment, as: actor)
    }
    // then
    let both = JSON.array([team.host, team.lead].map { .string($0.member.description) })
    let told = try team.told(issue, as: team.floor)
    #expect(told["reactions"]?[word.rawValue] == both)
    #expect(told["comments"]?.array?.first?["reactions"]?[word.rawValue] == both)
    #expect(team.sees(team.floor, team.roomFold)[RecordKey(.talk, issue)]?.contains(#""\#(word.rawValue)":2"#) == true)
  }
}

@Suite struct `Who is named in a comment` {
  private func room() throws -> (Team, issue: String) {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("上链接慢了半分钟")
    try team.move(to: .solve)
    return (team, issue)
  }

  private func called(_ team: Team, _ actor: Actor) -> Int {
    team.roomFold.find(actor.member.description, as: Mention.self)?.places.count ?? 0
  }

  @Test func `hears of it until they have looked, and nobody else does`() throws {
    // given
    var (team, issue) = try room()
    // when
    try team.comment("@场控 你看", on: issue, naming: [team.floor, team.host], as: team.host)
    // then
    #expect(called(team, team.floor) == 1 && called(team, team.host) == 0)
    for actor in team.everyone {
      let seen = team.sees(actor, team.roomFold).keys.contains { $0.kind == .mention }
      #expect(seen == (actor == team.floor))
    }
    // when
    try team.inRoom("mentions.read", ["issue": .string(issue)], as: team.floor)
    // then
    #expect(called(team, team.floor) == 0)
  }

  @Test func `by a role is whoever has it, and an edit calls only whom it names anew`() throws {
    // given
    var (team, issue) = try room()
    let comment = try team.comment("@主播", on: issue, roles: [.host], as: team.lead).made(.comment)
    #expect(called(team, team.host) == 1)
    // when
    try team.inRoom(
      "comment.edit", ["comment": .string(comment), "text": "@主播 @场控", "roles": ["host", "floor"]], as: team.lead)
    // then
    #expect(called(team, team.host) == 1 && called(team, team.floor) == 1)
  }

  @Test func `is told a number in the lobby, and no other member's`() throws {
    // given
    var (team, issue) = try room()
    let before = team.roomFold.summary()
    // when
    try team.comment("@场控 @后台", on: issue, naming: [team.floor, team.backstage], as: team.host)
    try team.comment("@场控", on: issue, naming: [team.floor], as: team.host)
    // then
    let summary = team.roomFold.summary()
    for (actor, count) in [(team.floor, 2), (team.backstage, 1), (team.host, nil)] {
      let told = LogFold.summary(summary, for: actor.member)
      #expect(try JSONReader.parse(told)["mentions"]?.int == count)
      for other in team.everyone {
        #expect(!String(decoding: told, as: UTF8.self).contains(other.member.description))
      }
    }
    #expect(LogFold.summary(before, for: team.floor.member) == before)
  }

  @Test func `hears no more of a comment that was taken back or erased`() throws {
    for op in ["comment.withdraw", "comment.erase"] {
      // given
      var (team, issue) = try room()
      let comment = try team.comment("@场控", on: issue, naming: [team.floor], as: team.lead).made(.comment)
      // when
      var args = JSONObject()
      args["comment"] = .string(comment)
      if op == "comment.erase" { args["reason"] = "写错了" }
      try team.inRoom(op, .object(args), as: team.lead)
      // then
      #expect(called(team, team.floor) == 0, "\(op)")
    }
  }
}
