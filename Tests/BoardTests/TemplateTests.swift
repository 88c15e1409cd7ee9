import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A template` {
  private static let columns: JSON = [
    ["name": "做得好", "sense": "experience", "hint": "下一场照做的"], ["name": "要改", "sense": "mistake"],
  ]

  private func open(_ template: String, in team: inout Team) throws(Refusal) -> Identifier {
    try team.world.send(
      "room.open", ["shows": [.string(team.show.description)], "template": .string(template)], to: World.organisation,
      as: team.lead
    ).newLog
  }

  private func save(_ columns: JSON = Self.columns, in team: inout Team) throws(Refusal) -> String {
    try team.world.send("template.save", ["name": "两栏", "kinds": columns], to: team.channelLog, as: team.lead)
      .made(.template)
  }

  private func post(_ kind: Board.Issue.Kind, in room: Identifier, _ team: inout Team) throws(Refusal) {
    try team.world.send("phase.move", ["phase": "collect"], to: room, as: team.lead)
    try team.world.send(
      "issue.post", ["role": "host", "kind": .word(kind), "text": "开场太慢"], to: room, as: team.host)
  }

  @Test(arguments: Template.usual)
  func `of everyone says which kinds a room knows, and no other is taken`(template: Template) throws {
    // given
    var team = try Team()
    let room = try open(template.id, in: &team)
    let known = Set(template.kinds.map(\.key))
    for kind in Board.Issue.Kind.allCases {
      // when, then
      if known.contains(kind) {
        try post(kind, in: room, &team)
      } else {
        #expect(throws: Refusal.invalid("kind", .unknown)) { try post(kind, in: room, &team) }
      }
    }
  }

  @Test func `that nobody names is a show's review, of which nothing is told`() throws {
    let team = try Team()
    let named = try {
      var team = team; return (try open("review", in: &team), team)
    }()
    for (room, team) in [(team.room, team), named] {
      let told = try #require(team.sees(team.host, team.world.folds[room]!)[RecordKey(.room, "room")])
      #expect(!told.contains("template"))
    }
  }

  @Test func `of a team is kept by its channel, and a room keeps it when it is removed`() throws {
    // given
    var team = try Team()
    let template = try save(in: &team)
    let room = try open(template, in: &team)
    // when
    try team.world.send("template.remove", ["template": .string(template)], to: team.channelLog, as: team.lead)
    // then
    try post(.own1, in: room, &team)
    #expect(throws: Refusal.invalid("kind", .unknown)) { try post(.mistake, in: room, &team) }
    #expect(throws: Refusal.notFound) { try open(template, in: &team) }
    #expect(team.sees(team.host, team.channelFold)[RecordKey(.template, template)] == nil)
    // and
    try team.world.send("template.restore", ["template": .string(template)], to: team.channelLog, as: team.lead)
    _ = try open(template, in: &team)
  }

  @Test func `of a team says of its phases what it likes, and its rooms are told`() throws {
    // given
    var team = try Team()
    let saved = try team.world.send(
      "template.save", ["name": "两栏", "kinds": Self.columns, "hints": ["collect": "先写照做的", "vote": ""]],
      to: team.channelLog, as: team.lead
    ).made(.template)
    // when
    let room = try open(saved, in: &team)
    // then
    let told = [
      try #require(team.sees(team.host, team.channelFold)[RecordKey(.template, saved)]),
      try #require(team.sees(team.host, team.world.folds[room]!)[RecordKey(.room, "room")]),
    ]
    for told in told { #expect(told.contains(#""hints":{"collect":"先写照做的"}"#)) }
    // and
    let bare = try save(in: &team)
    #expect(team.sees(team.host, team.channelFold)[RecordKey(.template, bare)]?.contains("hints") == false)
  }

  @Test func `of a team gives each of its kinds a name of its own`() throws {
    var team = try Team()
    #expect(throws: Refusal.invalid("kinds", .invalid)) {
      try save([["name": "好", "sense": "experience"], ["name": "好", "sense": "mistake"]], in: &team)
    }
  }

  @Test func `takes a user's question under the kind that is most like it`() throws {
    // given
    var team = try Team()
    let room = try open("kiss", in: &team)
    try team.world.send("phase.move", ["phase": "collect"], to: room, as: team.lead)
    let question = try team.world.send(
      "question.log", ["text": "什么时候发货"], to: team.show, as: team.privateDomain
    ).made(.question)
    // when
    try team.world.send(
      "question.promote", ["question": .string(question), "room": .string(room.description), "kind": "mistake"],
      to: team.show, as: team.privateDomain)
    // then
    #expect(team.world.folds[room]!.all(Board.Issue.self).map(\.kind) == [.stop])
  }

  @Test func `makes facts that an older build does not read, and a show's review none`() throws {
    var team = try Team()
    let room = try open("kpt", in: &team)
    try post(.keep, in: room, &team)
    #expect(team.world.events[room]!.flatMap(\.facts).filter { $0.since == 4 }.count == 2)
    #expect(team.world.events[team.room]!.flatMap(\.facts).allSatisfy { $0.since < 4 })
  }
}
