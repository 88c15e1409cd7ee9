import Identity
import JSON
import Testing

@testable import Board

/// How many cards there are and how many have voted, while nobody sees what.
@Suite struct `Progress` {
  private func told(_ team: Team, to actor: Actor) -> String? {
    team.sees(actor, team.roomFold)[RecordKey(.progress, "progress")]
  }

  @Test func `cards are counted until they are turned, and one withdrawn or erased no more`() throws {
    var team = try Team()
    try team.move(to: .collect)
    #expect(told(team, to: team.lead) == #"{"id":"progress","cards":0}"#)
    let first = try team.post("一")
    _ = try team.post("二", as: team.floor)
    let third = try team.post("三", anonymous: true, as: team.lead)
    for actor in team.everyone {
      #expect(told(team, to: actor) == #"{"id":"progress","cards":3,"lanes":{"host":2,"floor":1}}"#)
    }
    try team.inRoom("issue.withdraw", ["issue": .string(first)], as: team.host)
    #expect(told(team, to: team.lead) == #"{"id":"progress","cards":2,"lanes":{"host":1,"floor":1}}"#)
    try team.inRoom("issue.erase", ["issue": .string(third), "reason": "写错了"], as: team.lead)
    #expect(told(team, to: team.lead) == #"{"id":"progress","cards":1,"lanes":{"floor":1}}"#)
    try team.inRoom("cards.reveal", as: team.facilitator)
    #expect(told(team, to: team.lead) == #"{"id":"progress"}"#)
  }

  @Test(arguments: [false, true])
  func `a card moves the count by one, whether or not its author has written before`(before: Bool) throws {
    var team = try Team()
    try team.move(to: .collect)
    _ = try team.post("有名字的", as: before ? team.host : team.floor)
    let sent = try team.inRoom(
      "issue.post", ["role": "host", "kind": "puzzle", "text": "匿名的", "anonymous": true], as: team.host)
    let everyone = Viewer(member: team.lead.member, isLead: true)
    let seen = sent.changes.compactMap { $0.after?.render(for: everyone) }.map { String(decoding: $0, as: UTF8.self) }
    let lanes = before ? #"{"host":2}"# : #"{"host":1,"floor":1}"#
    #expect(seen == [#"{"id":"progress","cards":2,"lanes":\#(lanes)}"#])
  }

  @Test func `members who have voted are counted while the vote lasts`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一")
    try team.move(to: .vote)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":0,"spent":0}"#)
    for actor in [team.host, team.floor] {
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": 1], as: actor)
    }
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2,"spent":0}"#)
    try team.inRoom("vote.set", ["issue": .string(issue), "votes": 0], as: team.host)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2,"spent":0}"#)
    try team.move(to: .solve)
    #expect(told(team, to: team.lead) == #"{"id":"progress"}"#)
  }

  @Test func `members who have cast all they had are counted, and stay so when votes come back`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issues = [try team.post("一"), try team.post("二")]
    try team.move(to: .vote)
    let vote = { (issue: String, votes: Int, actor: Actor, team: inout Team) throws in
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": .int(votes)], as: actor)
    }
    _ = try vote(issues[0], 5, team.host, &team)
    _ = try vote(issues[0], 4, team.floor, &team)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2,"spent":1}"#)
    let sent = try team.inRoom("issue.withdraw", ["issue": .string(issues[0])], as: team.host)
    #expect(!sent.changes.contains { $0.key.kind == .progress }, "it would tell who had voted for that card")
    _ = try vote(issues[1], 1, team.host, &team)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2,"spent":1}"#)
    let state = team.roomFold.encode()
    team.world.folds[team.room] = try LogFold(decoding: state, log: team.room, kind: .room, words: [:])
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2,"spent":1}"#)
    // A budget that is another begins anew.
    try team.move(to: .collect)
    try team.inRoom("votes.budget", ["votes": 8], as: team.facilitator)
    try team.move(to: .vote)
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":2,"spent":0}"#)
  }

  @Test func `a card withdrawn during the vote does not tell how many had voted for it alone`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("一")
    try team.move(to: .vote)
    try team.inRoom("vote.set", ["issue": .string(issue), "votes": 2], as: team.floor)
    let sent = try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    #expect(!sent.changes.contains { $0.key.kind == .progress })
    let state = team.roomFold.encode()
    team.world.folds[team.room] = try LogFold(decoding: state, log: team.room, kind: .room, words: [:])
    #expect(told(team, to: team.lead) == #"{"id":"progress","voted":1,"spent":0}"#)
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
