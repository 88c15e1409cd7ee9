import Identity
import JSON
import Testing

@testable import Board

/// Cards that were withdrawn and solutions that were dropped, brought back by whoever took them away.
@Suite struct `What comes back` {
  private var team: Team

  init() throws {
    team = try Team()
    try team.move(to: .collect)
  }

  private func seen(_ actor: Actor) -> [RecordKey: String] { team.sees(actor, team.roomFold) }

  @Test mutating func `is the card with its words, number, place, whys, talk and solutions`() throws {
    // given
    let others = [try team.post("一"), try team.post("二")]
    let card = try team.post("开场太慢")
    try team.inRoom("cards.reveal", as: team.facilitator)
    try take("issue.tag", ["issue": .string(card), "tags": ["节奏"]], as: team.host)
    try take("issue.place", ["issue": .string(card)], as: team.host)
    try take("comment.post", ["issue": .string(card), "text": "是的"], as: team.floor)
    try take("issue.react", ["issue": .string(card), "word": "agree", "on": true], as: team.floor)
    try team.move(to: .solve)
    try take("cause.add", ["issue": .string(card), "text": "没人接话"], as: team.host)
    try take(
      "solution.propose",
      ["issues": [.string(card)], "text": "先热身", "kind": "sop", "owner": "host"], as: team.host)
    try take("issue.mark", ["issue": .string(card), "state": "discussing"], as: team.facilitator)
    let before = seen(team.backstage)
    // when
    try take("issue.withdraw", ["issue": .string(card)], as: team.host)
    #expect(!seen(team.backstage).values.contains { $0.contains(card) })
    try take("issue.restore", ["issue": .string(card)], as: team.host)
    // then
    for (key, told) in before where key.kind != .talk { #expect(seen(team.backstage)[key] == told, "\(key)") }
    let talk = try #require(seen(team.backstage)[RecordKey(.talk, card)])
    #expect(talk.contains(#""comments":1"#) && talk.contains(#""agree":1"#))
    #expect(others.allSatisfy { seen(team.backstage)[RecordKey(.issue, $0)] != nil })
  }

  @Test mutating func `has the votes that went back and were given to no other`() throws {
    let card = try team.post("开场太慢")
    try team.move(to: .vote)
    try take("vote.set", ["issue": .string(card), "votes": 3], as: team.floor)
    try take("issue.withdraw", ["issue": .string(card)], as: team.host)
    try take("issue.restore", ["issue": .string(card)], as: team.host)
    let ballot = try #require(team.roomFold.find(team.floor.member.description, as: Ballot.self))
    #expect(ballot.left == 2 && ballot.votes[card] == 3)
    try team.move(to: .solve)
    #expect(team.roomFold.find(card, as: Issue.self)?.votes == 3)
  }

  @Test(arguments: [2, 3]) mutating func `is in its group again, also where that fell apart`(size: Int) throws {
    let cards = try (0..<size).map { try team.post("卡\($0)") }
    try team.inRoom("cards.reveal", as: team.facilitator)
    let group = try team.inRoom("group.make", ["issues": .array(cards.map(JSON.string))], as: team.host).made(.group)
    let before = seen(team.backstage)
    try take("issue.withdraw", ["issue": .string(cards[0])], as: team.host)
    #expect((seen(team.backstage)[RecordKey(.group, group)] == nil) == (size == 2))
    try take("issue.restore", ["issue": .string(cards[0])], as: team.host)
    #expect(seen(team.backstage) == before)
  }

  @Test mutating func `takes no card out of a group that others have made since`() throws {
    let cards = try (0..<3).map { try team.post("卡\($0)") }
    try team.inRoom("cards.reveal", as: team.facilitator)
    try take("group.make", ["issues": [.string(cards[0]), .string(cards[1])]], as: team.host)
    try take("issue.withdraw", ["issue": .string(cards[0])], as: team.host)
    try take("group.make", ["issues": [.string(cards[1]), .string(cards[2])]], as: team.floor)
    try take("issue.restore", ["issue": .string(cards[0])], as: team.host)
    #expect(team.roomFold.group(holding: cards[0]) == nil)
    #expect(team.roomFold.group(holding: cards[1])?.issues.contains(cards[2]) == true)
  }

  @Test mutating func `comes by the wish of whoever took it away, and of nobody else`() throws {
    let card = try team.post("开场太慢")
    try team.inRoom("cards.reveal", as: team.facilitator)
    try take("issue.withdraw", ["issue": .string(card)], as: team.host)
    for other in team.everyone where other.member != team.host.member {
      let refused = refusal { () throws(Refusal) in
        try team.inRoom("issue.restore", ["issue": .string(card)], as: other)
      }
      #expect(refused?.code == (other.member == team.facilitator.member ? .notFound : .forbidden))
    }
    try take("issue.restore", ["issue": .string(card)], as: team.host)
    try take("issue.withdraw", ["issue": .string(card)], as: team.facilitator)
    #expect(
      refusal { () throws(Refusal) in try team.inRoom("issue.restore", ["issue": .string(card)], as: team.host) }
        == .notFound)
    try take("issue.restore", ["issue": .string(card)], as: team.facilitator)
    #expect(team.roomFold.find(card, as: Issue.self) != nil)
  }

  @Test mutating func `before the turning is told to its author alone, but for how many there are`() throws {
    let card = try team.post("还没翻开", anonymous: true)
    for op in ["issue.withdraw", "issue.restore"] {
      let sent = try team.inRoom(op, ["issue": .string(card)], as: team.host)
      for other in team.everyone where other.member != team.host.member {
        let viewer = Viewer(member: other.member, isLead: other.isLead)
        let told = sent.changes.filter { $0.after?.isVisible(to: viewer) ?? $0.before?.isVisible(to: viewer) ?? false }
        #expect(told.allSatisfy { $0.key.kind.countsSecrets }, "\(op)")
        #expect(
          refusal { () throws(Refusal) in try team.inRoom("issue.restore", ["issue": .string(card)], as: other) }?.code
            == .notFound)
      }
    }
    #expect(seen(team.host)[RecordKey(.issue, card)] != nil)
  }

  @Test mutating func `after a turning it missed comes as one that is written now`() throws {
    let other = try team.post("翻开的")
    let card = try team.post("先撤了")
    try take("issue.withdraw", ["issue": .string(card)], as: team.host)
    try team.inRoom("cards.reveal", as: team.facilitator)
    let sent = try team.inRoom("issue.restore", ["issue": .string(card)], as: team.host)
    let back = try #require(team.roomFold.find(card, as: Issue.self))
    #expect(back.no == 2 && back.revealed)
    #expect(back.edits.last == sent.event?.seq, "nothing tells when it was written")
    #expect(team.roomFold.find(other, as: Issue.self)?.no == 1)
    var history = IssueHistory(of: card)
    for event in team.world.events[team.room] ?? [] { history.take(event.facts, by: event.by, at: event.at) }
    var json = JSONWriter()
    history.write(into: &json)
    #expect(try JSONReader.parse(json.bytes)["versions"]?.array?.count == 1)
  }

  @Test mutating func `is nothing once its words are gone`() throws {
    let card = try team.post("开场太慢")
    try team.inRoom("cards.reveal", as: team.facilitator)
    try take("issue.withdraw", ["issue": .string(card)], as: team.host)
    try take("issue.erase", ["issue": .string(card), "reason": "要求"], as: team.lead)
    #expect(
      refusal { () throws(Refusal) in try team.inRoom("issue.restore", ["issue": .string(card)], as: team.host) }
        == .notFound)
  }

  @Test mutating func `has the history it had, and what happened tells of it again`() throws {
    let card = try team.post("第一版")
    try team.inRoom("cards.reveal", as: team.facilitator)
    let on = team.roomFold.find(card, as: Issue.self)?.edits.last
    try team.inRoom("issue.edit", ["issue": .string(card), "text": "第二版"], as: team.host, on: on)
    for op in ["issue.withdraw", "issue.restore"] { try take(op, ["issue": .string(card)], as: team.host) }
    let events = team.world.events[team.room] ?? []
    var history = IssueHistory(of: card)
    for event in events { history.take(event.facts, by: event.by, at: event.at) }
    var json = JSONWriter()
    history.write(into: &json)
    #expect(try JSONReader.parse(json.bytes)["versions"]?.array?.count == 2)
    let deeds = RoomHistory(log: team.room, events: events).deeds(for: Viewer(member: team.floor.member, isLead: false))
    #expect(deeds.filter { $0.about.first?.id == card }.map(\.op).suffix(2) == ["issue.withdraw", "issue.restore"])
  }

  @Test mutating func `is where its minute is, though the show’s start was corrected meanwhile`() throws {
    let card = try team.inRoom(
      "issue.post", ["role": "host", "kind": "mistake", "text": "开场太慢", "offset": 60], as: team.host
    ).made(.issue)
    try take("issue.withdraw", ["issue": .string(card)], as: team.host)
    try take(
      "issues.shift", ["show": .string(team.show.description), "by": 30], as: .server(for: team.lead.member))
    try take("issue.restore", ["issue": .string(card)], as: team.host)
    #expect(team.roomFold.find(card, as: Issue.self)?.offset == 90)
  }

  @Test mutating func `is the solution, about the cards that are there now`() throws {
    let cards = [try team.post("一"), try team.post("二")]
    try team.move(to: .solve)
    let solution = try team.inRoom(
      "solution.propose",
      ["issues": .array(cards.map(JSON.string)), "text": "先热身", "kind": "sop", "owner": "host"], as: team.host
    ).made(.solution)
    let args: JSON = ["solution": .string(solution)]
    try take("solution.drop", args, as: team.host)
    try take("issue.withdraw", ["issue": .string(cards[0])], as: team.host)
    #expect(refusal { () throws(Refusal) in try team.inRoom("solution.restore", args, as: team.lead) } == .notFound)
    try take("solution.restore", args, as: team.host)
    #expect(team.roomFold.find(solution, as: Solution.self)?.issues == [cards[1]])
    try take("issue.restore", ["issue": .string(cards[0])], as: team.host)
    #expect(Set(team.roomFold.find(solution, as: Solution.self)?.issues ?? []) == Set(cards))
  }

  private mutating func take(_ op: String, _ args: JSON, as actor: Actor) throws {
    try team.inRoom(op, args, as: actor)
  }
}
