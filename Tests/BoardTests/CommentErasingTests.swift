import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Words of a comment that should be gone` {
  private static let asked = "我皮肤过敏住院了，这个面膜还能不能用"

  private func room() throws -> (Team, issue: String) {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post(Self.asked)
    try team.move(to: .solve)
    return (team, issue)
  }

  private func erase(_ issue: String, onward: Bool, in team: inout Team) throws {
    try team.inRoom(
      "issue.erase", ["issue": .string(issue), "reason": "用户要求", "onward": .bool(onward)], as: team.lead)
  }

  @Test(arguments: [false, true]) func `leave the events and the fold, also of one that was taken back`(
    isWithdrawn: Bool
  ) throws {
    // given
    var (team, issue) = try room()
    let comment = try team.comment("电话是这个，过来问", on: issue, as: team.floor).made(.comment)
    try team.inRoom("comment.edit", ["comment": .string(comment), "text": "电话在这，快问"], as: team.floor)
    if isWithdrawn { try team.inRoom("comment.withdraw", ["comment": .string(comment)], as: team.floor) }
    // when
    try team.inRoom("comment.erase", ["comment": .string(comment), "reason": "写了电话"], as: team.lead)
    // then
    #expect(!team.world.stored(team.room).contains("电话在这") && !team.world.stored(team.room).contains("电话是"))
    let told = try team.discussion(issue, as: team.host)
    #expect(told.map { $0["erased"]?["reason"]?.string } == (isWithdrawn ? [] : ["写了电话"]))
    #expect(told.allSatisfy { $0["text"] == "" })
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("comment.erase", ["comment": .string(comment), "reason": "再来"], as: team.lead)
      } == .notFound)
  }

  @Test func `go with the card they quote, and what people said themselves stays`() throws {
    // given
    var (team, issue) = try room()
    try team.comment("用户原话：\(Self.asked)", on: issue, as: team.floor)
    try team.comment("成分问题转客服", on: issue, as: team.host)
    // when
    try erase(issue, onward: true, in: &team)
    // then
    #expect(!team.world.stored(team.room).contains("过敏"))
    #expect(try team.discussion(issue, as: team.host).map { $0["text"]?.string } == ["", "成分问题转客服"])
  }

  @Test func `asked for again, go with a card that was erased alone`() throws {
    // given
    var (team, issue) = try room()
    try team.comment("用户原话：\(Self.asked)", on: issue, as: team.floor)
    try erase(issue, onward: false, in: &team)
    #expect(team.world.stored(team.room).contains("过敏"))
    // when
    try erase(issue, onward: true, in: &team)
    // then
    #expect(!team.world.stored(team.room).contains("过敏"))
  }

  @Test func `stay where somebody has written anew, without those from before`() throws {
    // given
    var (team, issue) = try room()
    let comment = try team.comment("用户原话：\(Self.asked)", on: issue, as: team.floor).made(.comment)
    try team.inRoom("comment.edit", ["comment": .string(comment), "text": "成分要写进话术"], as: team.floor)
    // when
    try erase(issue, onward: true, in: &team)
    // then
    #expect(!team.world.stored(team.room).contains("过敏"))
    #expect(try team.discussion(issue, as: team.host).map { $0["text"]?.string } == ["成分要写进话术"])
  }

  @Test func `are told to a lead once they were taken back, alone or with their card`() throws {
    // given
    var (team, issue) = try room()
    let other = try team.inRoom(
      "issue.post", ["role": "host", "kind": "puzzle", "text": "另一张"], as: team.host
    ).made(.issue)
    try team.comment("留着", on: issue, as: team.floor)
    let own = try team.comment("收回", on: issue, as: team.floor).made(.comment)
    let along = try team.comment("随卡撤回", on: other, as: team.floor).made(.comment)
    // when
    try team.inRoom("comment.withdraw", ["comment": .string(own)], as: team.floor)
    try team.inRoom("issue.withdraw", ["issue": .string(other)], as: team.facilitator)
    // then
    #expect(Set(team.roomFold.goneComments.map(\.comment.id)) == [own, along])
    for comment in [own, along] {
      try team.inRoom("comment.erase", ["comment": .string(comment), "reason": "写错了"], as: team.lead)
    }
    #expect(team.roomFold.goneComments.isEmpty && !team.world.stored(team.room).contains("随卡撤回"))
  }

  @Test func `leave a room that folded anew is the one in memory`() throws {
    // given
    var (team, issue) = try room()
    let comment = try team.comment("用户原话：\(Self.asked)", on: issue, naming: [team.host], as: team.floor).made(.comment)
    try team.inRoom("comment.react", ["comment": .string(comment), "word": "doubt", "on": true], as: team.host)
    try erase(issue, onward: true, in: &team)
    // when
    var anew = LogFold(log: team.room, kind: .room)
    for event in team.world.events[team.room] ?? [] { _ = anew.apply(event) }
    // then
    #expect(anew == team.roomFold)
    #expect(try LogFold(decoding: anew.encode(), log: team.room, kind: .room, words: [:]) == team.roomFold)
  }
}
