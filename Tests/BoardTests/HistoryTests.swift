import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Looking back at a room` {
  private func history(_ team: Team) -> RoomHistory {
    RoomHistory(log: team.room, events: team.world.events[team.room] ?? [])
  }

  private func deeds(_ team: Team, _ actor: Actor) -> [Deed] { history(team).deeds(for: viewer(actor)) }

  private func viewer(_ actor: Actor) -> Viewer { Viewer(member: actor.member, isLead: actor.isLead) }

  private func bytes(_ team: Team, _ actor: Actor, at seq: Int64? = nil) -> String {
    var json = JSONWriter()
    let history = history(team)
    json.object { json in
      history.write(stop: seq ?? .max, for: viewer(actor), into: &json)
      json.array("deeds") { json in for deed in history.deeds(for: viewer(actor)) { json.object(deed.write) } }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func seq(_ team: Team) -> Int64 { Int64(team.world.events[team.room]?.count ?? 0) }

  @Test func `its events folded come to what it is`() throws {
    var team = try Team()
    try team.move(to: .collect)
    _ = try team.post("一")
    try team.move(to: .solve)
    #expect(history(team).now == team.roomFold)
  }

  @Test func `before the turning others' cards are no deed and no stop shows them; one's own are`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("还没翻开")
    #expect(deeds(team, team.host).contains { $0.about.first?.id == issue })
    for other in [team.floor, team.lead] {
      #expect(!bytes(team, other).contains(issue))
      #expect(!bytes(team, other).contains("还没翻开"))
      #expect(deeds(team, other).map(\.op) == ["room.found", "phase.move"])
    }
  }

  @Test func `all that was before the turning is one stop, and tells counts alone`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一")
    try team.move(to: .vote)
    for seq in 0...history(team).firstStop {
      let told = bytes(team, team.floor, at: seq)
      #expect(told.contains(#""cards":1"#))
      #expect(told.contains(#""seq":\#(history(team).firstStop)"#))
    }
    var json = JSONWriter()
    json.object { history(team).write(stop: 1, for: viewer(team.floor), into: &$0) }
    #expect(!String(decoding: json.bytes, as: UTF8.self).contains(issue))
  }

  @Test func `a turning tells how many cards are still there`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issues = [try team.post("一"), try team.post("二")]
    try team.inRoom("cards.reveal", as: team.lead)
    try team.inRoom("issue.withdraw", ["issue": .string(issues[0])], as: team.host)
    #expect(deeds(team, team.floor).first { $0.op == "cards.reveal" }?.count == 1)
  }

  @Test func `a withdrawn card is in no stop and nobody's deeds but its author's`() throws {
    var team = try Team()
    try team.move(to: .collect)
    try team.inRoom("cards.reveal", as: team.lead)
    let issue = try team.post("撤回的卡")
    let posted = seq(team)
    try team.inRoom("issue.tag", ["issue": .string(issue), "tags": ["节奏"]], as: team.floor)
    try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    for other in team.everyone where other.member != team.host.member {
      #expect(!bytes(team, other, at: posted).contains(issue))
      #expect(!bytes(team, other, at: posted).contains("撤回的卡"))
    }
    let own = deeds(team, team.host).filter { $0.about.first?.text == "撤回的卡" }
    #expect(own.last?.op == "issue.withdraw")
  }

  @Test func `nobody is named for an anonymous card, whoever touched it, and its minute alone is told`() throws {
    var team = try Team()
    try team.move(to: .collect)
    try team.inRoom("cards.reveal", as: team.lead)
    team.world.now += 12_345
    let issue = try team.post("匿名", anonymous: true)
    try team.inRoom("issue.tag", ["issue": .string(issue), "tags": ["节奏"]], as: team.floor)
    let told = deeds(team, team.lead).filter { $0.about.first?.id == issue }
    #expect(told.map(\.by) == [nil, nil])
    #expect(told.allSatisfy { $0.at % 60_000 == 0 })
    #expect(deeds(team, team.host).first { $0.op == "issue.post" }?.by == team.host.member)
  }

  @Test func `a deed tells which way it was done, to which card and to whom`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    let issues = [try team.post("一"), try team.post("二")]
    try team.move(to: .vote)
    let cards: JSON = .array(issues.map { .string($0) })
    // when
    let group = try team.inRoom("group.make", ["issues": cards], as: team.lead).made(.group)
    try team.inRoom("group.dissolve", ["group": .string(group)], as: team.lead)
    try team.inRoom("issue.mark", ["issue": .string(issues[0]), "state": "parked"], as: team.facilitator)
    try team.inRoom("focus.set", ["issue": .string(issues[1])], as: team.facilitator)
    try team.inRoom("focus.set", [:], as: team.facilitator)
    try team.inRoom("facilitator.hand", ["member": .string(team.host.member.description)], as: team.facilitator)
    // then
    let told = deeds(team, team.floor).suffix(6)
    #expect(told.map(\.particulars.how) == [nil, nil, "parked", nil, "off", nil])
    #expect(told.last?.particulars.to == team.host.member)
    let about = told.map { deed in Set(deed.about.filter { $0.kind == .issue }.map(\.id)) }
    #expect(about == [Set(issues), Set(issues), [issues[0]], [issues[1]], [issues[1]], []])
  }

  @Test func `no stop tells the second of what nobody is named for`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    team.world.now += 61_234
    _ = try team.post("藏着的匿名卡", anonymous: true)
    team.world.now += 300_000
    try team.inRoom("cards.reveal", as: team.lead)
    let turned = team.world.now
    team.world.now += 12_345
    _ = try team.post("翻开后的匿名卡", anonymous: true)
    // when
    let times = (1...seq(team)).map { seq in
      let told = try? JSONReader.parse(Array(bytes(team, team.lead, at: seq).utf8))
      return told?["at"]?.int ?? -1
    }
    // then
    #expect(times.allSatisfy { $0 % 60_000 == 0 })
    #expect(times.first == Int(turned / 60_000 * 60_000))
  }

  @Test func `who voted for what and what it was worth to whom is never told`() throws {
    var team = try Team.closed(by: 6)
    try team.inRoom("worth.set", ["score": 2], as: team.host)
    for actor in team.everyone {
      let ops = Set(deeds(team, actor).map(\.op))
      #expect(ops.isDisjoint(with: ["vote.set", "worth.set"]))
      let told = bytes(team, actor)
      #expect(!told.contains(#""score""#))
      #expect(!told.contains(#""ballot""#))
    }
  }

  @Test func `a stop shows the room as it stood, and what is erased since as erased`() throws {
    var team = try Team()
    try team.move(to: .collect)
    try team.inRoom("cards.reveal", as: team.lead)
    let issue = try team.post("第一版")
    let first = seq(team)
    let edited = try #require(team.roomFold.find(issue, as: Issue.self)?.edits.last)
    try team.inRoom("issue.edit", ["issue": .string(issue), "text": "第二版"], as: team.host, on: edited)
    #expect(bytes(team, team.floor, at: first).contains("第一版"))
    #expect(bytes(team, team.floor).contains("第二版"))
    try team.inRoom("issue.erase", ["issue": .string(issue), "reason": "要求"], as: team.lead)
    for seq in [first, seq(team)] {
      let told = bytes(team, team.floor, at: seq)
      #expect(!told.contains("第一版") && !told.contains("第二版"))
      #expect(told.contains(#""reason":"要求""#))
    }
  }

  @Test func `a stop shows groups as the room did, also one that was taken apart since`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    try team.inRoom("cards.reveal", as: team.lead)
    let issues = [try team.post("一"), try team.post("二"), try team.post("三")]
    let both = JSON.array(issues.prefix(2).map { .string($0) })
    let group = try team.inRoom("group.make", ["issues": both, "title": "开场"], as: team.host).made(.group)
    let made = seq(team)
    // when
    try team.inRoom("group.rename", ["group": .string(group), "title": "开场节奏"], as: team.host)
    try team.inRoom("group.dissolve", ["group": .string(group)], as: team.host)
    // then
    #expect(bytes(team, team.floor, at: made).contains(#""title":"开场","issues":["#))
    #expect(bytes(team, team.floor, at: made + 1).contains(#""title":"开场节奏""#))
    #expect(!bytes(team, team.floor).contains(#""title":"开场"#))
    // when
    try team.inRoom("issue.withdraw", ["issue": .string(issues[0])], as: team.host)
    #expect(!bytes(team, team.floor, at: made).contains(#""title":"开场","#))
    #expect(!bytes(team, team.floor, at: made).contains(issues[0]))
    try team.inRoom("issue.erase", ["issue": .string(issues[1]), "reason": "要求"], as: team.lead)
    #expect(!bytes(team, team.floor, at: made).contains("开场"))
  }

  @Test func `folded from the nearest kept fold it is what it is folded from the beginning`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    try team.inRoom("cards.reveal", as: team.lead)
    let issue = try team.post("改了又改")
    for n in 0..<150 {
      let edited = try #require(team.roomFold.find(issue, as: Issue.self)?.edits.last)
      try team.inRoom("issue.edit", ["issue": .string(issue), "text": .string("第 \(n) 版")], as: team.host, on: edited)
    }
    // when
    let history = history(team)
    // then
    var fold = LogFold(log: team.room, kind: .room)
    #expect(history.fold(after: 0) == fold)
    for (n, event) in history.events.enumerated() {
      _ = fold.apply(event)
      #expect(history.fold(after: n + 1) == fold)
    }
  }

  @Test func `a card that was written face down is its author's deed once it is turned, without its time`() throws {
    // given
    var team = try Team()
    try team.move(to: .collect)
    let early = try team.post("主播写的")
    let secret = try team.post("匿名的", anonymous: true)
    let gone = try team.post("撤回的卡")
    team.world.now += 300_000
    #expect(deeds(team, team.floor).allSatisfy { $0.op != "issue.post" })
    // when
    try team.inRoom("cards.reveal", as: team.lead)
    let turned = seq(team)
    try team.inRoom("issue.withdraw", ["issue": .string(gone)], as: team.host)
    // then
    let told = deeds(team, team.floor).filter { $0.op == "issue.post" }
    #expect(told.map(\.by) == [team.host.member])
    #expect(told.map(\.seq) == [turned])
    #expect(told.flatMap(\.about).map(\.id) == [early])
    #expect(told.allSatisfy { $0.at >= team.world.now - 1000 })
    #expect(!bytes(team, team.lead).contains("撤回的卡"))
    let own = deeds(team, team.host).filter { $0.op == "issue.post" }
    #expect(Set(own.flatMap(\.about).map(\.id)) == [early, secret, gone])
    #expect(own.allSatisfy { $0.seq < turned })
  }
}
