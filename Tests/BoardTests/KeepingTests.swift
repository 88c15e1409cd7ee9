import JSON
import Testing

@testable import Board

@Suite struct `Keeping what looks personal in a question` {
  private static let text = "收件人方文山的书，电话13812345678"
  private static let stored = "收件人方文山的书，电话〔手机号〕"

  @Test func `leaves what its writer names, and says which kind was kept`() throws {
    var team = try Team()
    let id = try log(in: &team, keeping: ["方文山"])
    let question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.text == Self.stored)
    #expect((question.masked, question.kept) == (["mobile"], ["name"]))
    let seen = try #require(team.sees(team.host, team.showFold)[RecordKey(.question, id)])
    #expect(seen.contains(#""masked":["mobile"],"kept":["name"]"#))
  }

  @Test func `masks what is sure, whoever names it`() throws {
    var team = try Team()
    let id = try log(in: &team, keeping: ["13812345678", "方文山的书，电话13812345678"])
    let question = try #require(team.showFold.find(id, as: Question.self))
    #expect(question.text == "收件人〔姓名〕的书，电话〔手机号〕")
    #expect((question.masked, question.kept) == (["name", "mobile"], []))
  }

  @Test func `outlasts an edit of other words, and what takes that back`() throws {
    var team = try Team()
    let id = try log(in: &team, keeping: ["方文山"])
    let before = team.showFold
    let first = try #require(before.find(id, as: Question.self)).edits.last
    let edit: JSON = ["question": .string(id), "text": "收件人方文山的书有签名吗，我叫李娜"]
    let sent = try team.world.send("question.edit", edit, to: team.show, as: team.floor, on: first)
    #expect(team.showFold.find(id, as: Question.self)?.text == "收件人方文山的书有签名吗，我叫〔姓名〕")
    let event = try #require(sent.event)
    let opposite = try #require(Question.edit.undo?(before, event))
    try team.world.send(opposite.op, opposite.args, to: team.show, as: team.floor, on: event.seq)
    let question = try #require(team.showFold.find(id, as: Question.self))
    #expect((question.text, question.kept) == (Self.stored, ["name"]))
  }

  @Test func `is stored with the question, and holds no word of it`() throws {
    var team = try Team()
    let id = try log(in: &team, keeping: ["方文山"])
    let question = try #require(team.showFold.find(id, as: Question.self))
    var json = JSONWriter()
    try json.object { try question.writeStored(into: &$0) }
    var cursor = JSONCursor(json.bytes)
    #expect(try Question(stored: &cursor).kept == ["name"])
    #expect(!json.text.contains("方文山"))
    try team.inShow("question.erase", ["question": .string(id), "reason": "请求删除"], as: team.lead)
    #expect(team.showFold.find(id, as: Question.self)?.kept == [])
  }

  private func log(in team: inout Team, keeping kept: [String]) throws -> String {
    let args: JSON = ["text": .string(Self.text), "kept": .array(kept.map(JSON.string))]
    return try team.inShow("question.log", args, as: team.floor).made(.question)
  }
}
