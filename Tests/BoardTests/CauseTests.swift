import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Why an issue happened` {
  private var team: Team
  private let issue: String

  init() throws {
    var team = try Team()
    try team.move(to: .collect)
    issue = try team.post("主播离席没有人顶", as: team.host)
    try team.move(to: .solve)
    self.team = team
  }

  private var cause: Cause? { team.roomFold.find(issue, as: Cause.self) }

  private mutating func say(_ texts: String..., at place: Int? = nil) throws {
    for text in texts {
      var args = JSONObject()
      args["issue"] = .string(issue)
      args["text"] = .string(text)
      args["place"] = place.map { .int($0) }
      try team.inRoom("cause.add", .object(args), as: team.floor)
    }
  }

  @Test mutating func `is a chain, said by anyone, the next one behind the others`() throws {
    try say("画面空了两分钟", "副播在后台")
    try say("没有人说话", at: 1)
    #expect(cause?.whys == ["画面空了两分钟", "没有人说话", "副播在后台"])
  }

  @Test mutating func `is reworded and dropped where it stands, by whoever has seen what it says now`() throws {
    try say("画面空了", "副播在后台")
    let seen = try #require(cause?.edits.last)
    let words: JSON = ["cause": .string(issue), "place": 1, "text": "副播在核价"]
    try team.inRoom("cause.reword", words, as: team.host, on: seen)
    let late = refusal { () throws(Refusal) in
      try team.inRoom("cause.drop", ["cause": .string(issue), "place": 1], as: team.floor, on: seen)
    }
    #expect(late?.code == .conflict)
    try team.inRoom("cause.drop", ["cause": .string(issue), "place": 0], as: team.host, on: cause?.edits.last)
    #expect(cause?.whys == ["副播在核价"])
  }

  @Test mutating func `has seven whys at most`() throws {
    for _ in 0..<7 { try say("为什么") }
    let refused = refusal { () throws(Refusal) in
      try team.inRoom("cause.add", ["issue": .string(issue), "text": "还有"], as: team.host)
    }
    #expect(refused == Refusal(.full, .limit(7)))
  }

  @Test mutating func `bears nobody's name, in the record or on its way`() throws {
    try say("画面空了")
    let event = try #require(team.world.events[team.room]?.last)
    let viewer = Viewer(member: team.host.member, isLead: false)
    #expect(LogFold.hidesAuthor(of: event, [], from: viewer))
    let record = Record.cause(try #require(cause))
    let told = try #require(record.render(for: viewer))
    #expect(!String(decoding: told, as: UTF8.self).contains(team.floor.member.description))
  }

  @Test mutating func `is not seen any more when its issue is withdrawn, and goes with its erased words`() throws {
    try say("画面空了两分钟")
    try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    #expect(cause?.isVisible(to: Viewer(member: team.lead.member, isLead: true)) == false)
    let sent = try team.inRoom(
      "issue.erase", ["issue": .string(issue), "reason": "用户要求"], as: team.lead)
    #expect(cause == nil)
    #expect(!team.world.stored(team.room).contains("画面空了"))
    #expect(sent.decision.emptied.map(\.record) == [issue, "\(issue)/why"])
  }
}
