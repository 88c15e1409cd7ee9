import Identity
import JSON
import Testing

@testable import Board

/// How many have written and voted, while nobody sees what.
@Suite struct `Progress` {
  private func told(_ team: Team, to actor: Actor) -> String? {
    team.sees(actor, team.roomFold)[RecordKey(.progress, "progress")]
  }

  @Test func `members who have written are counted until the cards are turned`() throws {
    var team = try Team()
    try team.move(to: .collect)
    #expect(told(team, to: team.lead) == #"{"id":"progress","written":0}"#)
    let first = try team.post("一")
    _ = try team.post("二")
    _ = try team.post("三", as: team.floor)
    for actor in team.everyone { #expect(told(team, to: actor) == #"{"id":"progress","written":2}"#) }
    try team.inRoom("issue.withdraw", ["issue": .string(first)], as: team.host)
    #expect(told(team, to: team.lead) == #"{"id":"progress","written":2}"#)
    try team.inRoom("cards.reveal", as: team.facilitator)
    #expect(told(team, to: team.lead) == #"{"id":"progress"}"#)
  }

  @Test func `who has taken every card back has not written`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let only = try team.post("一", anonymous: true)
    try team.inRoom("issue.withdraw", ["issue": .string(only)], as: team.host)
    #expect(told(team, to: team.lead) == #"{"id":"progress","written":0}"#)
  }

  @Test func `members who have voted are counted while the vote lasts`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一")
    try team.move(to: .vote)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":0}"#)
    for actor in [team.host, team.floor] {
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": 1], as: actor)
    }
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2}"#)
    try team.inRoom("vote.set", ["issue": .string(issue), "votes": 0], as: team.host)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":1}"#)
    try team.move(to: .solve)
    #expect(told(team, to: team.lead) == #"{"id":"progress"}"#)
  }

  @Test func `a card written after the turning moves no count`() throws {
    var team = try Team()
    try team.move(to: .collect)
    try team.inRoom("cards.reveal", as: team.facilitator)
    let sent = try team.inRoom(
      "issue.post", ["role": "host", "kind": "puzzle", "text": "甲", "anonymous": true], as: team.host)
    #expect(!sent.changes.contains { $0.key.kind == .progress })
  }

  @Test func `an event by which others see no more than a count move names nobody to them`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let posted = try team.inRoom("issue.post", ["role": "host", "kind": "puzzle", "text": "甲"], as: team.host)
    let issue = posted.made(.issue)
    try team.move(to: .vote)
    let voted = try team.inRoom("vote.set", ["issue": .string(issue), "votes": 1], as: team.host)
    for sent in [posted, voted] {
      #expect(sent.changes.contains { $0.key.kind == .progress })
      let event = try #require(sent.event)
      for actor in team.everyone {
        let viewer = Viewer(member: actor.member, isLead: actor.isLead)
        #expect(LogFold.mayName(event, sent.changes, to: viewer) == (actor == team.host))
      }
    }
  }

  @Test(arguments: [Phase.collect, .vote, .solve])
  func `counts are not stored, and are there again when the state is read`(phase: Phase) throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一")
    if phase != .collect {
      try team.move(to: .vote)
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": 1], as: team.floor)
      try team.move(to: phase)
    }
    let state = team.roomFold.encode()
    #expect(!String(decoding: state, as: UTF8.self).contains("progress"))
    let read = try LogFold(decoding: state, log: team.room, kind: .room, words: [:])
    #expect(read == team.roomFold)
  }
}
