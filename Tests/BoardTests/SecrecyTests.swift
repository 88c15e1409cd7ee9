import Identity
import JSON
import Testing

@testable import Board

/// What a member may not see must not be in any byte they could be sent.
@Suite struct `Secrets` {
  private static let text = "嘉宾迟到十分钟"

  /// A room in a phase, with a blind or turned card of the host's and a vote of the floor's.
  private func room(_ phase: Phase, anonymous: Bool, wasRevealed: Bool = false) throws -> (
    Team, issue: String
  ) {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post(Self.text, anonymous: anonymous)
    if wasRevealed || phase.showsIssues {
      try team.move(to: .vote)
      try team.inRoom("vote.set", ["issue": .string(issue), "votes": 4], as: team.floor)
    }
    try team.move(to: phase)
    return (team, issue)
  }

  /// Everything of the room a member could be sent.
  private func bytes(_ team: Team, for actor: Actor) -> String {
    team.sees(actor, team.roomFold).values.joined(separator: "\n")
  }

  @Test(arguments: Phase.allCases, [false, true])
  func `a card that has not been turned is there for its author alone`(
    phase: Phase, anonymous: Bool
  ) throws {
    let (team, issue) = try room(phase, anonymous: anonymous)
    for actor in team.everyone {
      let isVisible = phase.showsIssues || actor == team.host
      #expect(bytes(team, for: actor).contains(Self.text) == isVisible)
      #expect(
        bytes(team, for: actor).contains(issue)
          == (isVisible || actor == team.floor && phase.showsIssues))
    }
  }

  @Test(arguments: Phase.allCases, [false, true])
  func `an anonymous author is named to themselves alone`(phase: Phase, wasRevealed: Bool) throws {
    let (team, issue) = try room(phase, anonymous: true, wasRevealed: wasRevealed)
    for actor in team.everyone {
      let record = team.sees(actor, team.roomFold)[RecordKey(.issue, issue)] ?? ""
      let isAuthor = actor == team.host
      #expect(record.contains(team.host.member.description) == isAuthor)
      #expect(record.contains(#""mine":true"#) == isAuthor)
      #expect(!bytes(team, for: actor).contains(team.host.member.description) || isAuthor)
    }
  }

  @Test func `a revealed card with a name is the same to everyone, also to its author`() throws {
    let (team, issue) = try room(.vote, anonymous: false)
    for actor in team.everyone {
      let record = try #require(team.sees(actor, team.roomFold)[RecordKey(.issue, issue)])
      #expect(record.contains(#""by":"\#(team.host.member)""#))
      #expect(record == team.sees(team.lead, team.roomFold)[RecordKey(.issue, issue)])
    }
    #expect(team.roomFold[RecordKey(.issue, issue)]?.insider == nil)
  }

  @Test(arguments: Phase.allCases)
  func `votes are the voter's own until the vote has ended`(phase: Phase) throws {
    let (team, issue) = try room(phase, anonymous: false, wasRevealed: true)
    for actor in team.everyone {
      let seen = team.sees(actor, team.roomFold)
      #expect(seen.keys.contains { $0.kind == .ballot } == (actor == team.floor))
      #expect(seen[RecordKey(.issue, issue)]?.contains(#""votes":4"#) == phase.showsVotes)
      #expect(
        !bytes(team, for: actor).contains(team.floor.member.description) || actor == team.floor)
    }
  }

  @Test(arguments: [
    "issue.edit", "issue.withdraw", "issue.link", "issue.unlink", "vote.set", "solution.propose",
  ])
  func `a blind card of someone else's is not there, whatever is done with it`(op: String) throws {
    var (team, issue) = try room(.collect, anonymous: true)
    // In the phases in which voting and solving are possible a blind card cannot be; look at the decision itself.
    if op == "vote.set" || op == "solution.propose" {
      team = blind(team, op == "vote.set" ? .vote : .solve)
    }
    for named in [issue, "none"] {
      let args: JSON =
        switch op {
        case "issue.edit": ["issue": .string(named), "text": "改"]
        case "issue.link":
          [
            "issue": .string(named), "show": .string(team.show.description),
            "snapshot": .string(team.snapshot),
            "metric": "gmv",
          ]
        case "vote.set": ["issue": .string(named), "votes": 1]
        case "solution.propose":
          ["issues": [.string(named)], "text": "改", "kind": "sop", "owner": "host"]
        default: ["issue": .string(named)]
        }
      for actor in [team.facilitator, team.lead, team.floor] {
        let refused = refusal { () throws(Refusal) in try team.inRoom(op, args, as: actor, on: 1) }
        // Told in the same way as a card that was never written.
        #expect(refused == .notFound, "\(op) by \(actor)")
      }
    }
  }

  /// The same room, moved by a fact alone, so that its cards stay blind.
  private func blind(_ team: Team, _ phase: Phase) -> Team {
    var team = team
    _ = team.world.folds[team.room]!.apply(
      Event(
        seq: 99, tag: 1, id: team.room, by: team.lead.member, at: 1, op: "phase.move",
        facts: [.room(.phaseMoved(phase: phase, step: nil))], words: [:]))
    return team
  }

  @Test func `events on a blind card are their tag alone to everyone but its author`() throws {
    var (team, issue) = try room(.collect, anonymous: false)
    let posted = try team.inRoom(
      "issue.post", ["role": "host", "kind": "puzzle", "text": "甲"], as: team.host)
    let edited = try team.inRoom(
      "issue.edit", ["issue": .string(issue), "text": "乙"], as: team.host, on: 2)
    let withdrawn = try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    for sent in [posted, edited, withdrawn] {
      let event = try #require(sent.event)
      for actor in team.everyone + [Team.member(0, [])] {
        #expect(
          LogFold.mayName(event, sent.changes, to: viewer(actor)) == (actor == team.host),
          "\(event.op)")
      }
    }
  }

  @Test
  func `of an act on an anonymous card by its author others see the card and not whose act it was`()
    throws
  {
    var (team, issue) = try room(.solve, anonymous: true)
    let id = JSON.string(issue)
    let link: JSON = [
      "issue": id, "show": .string(team.show.description), "snapshot": .string(team.snapshot),
      "metric": "gmv",
    ]
    let on = team.roomFold.find(issue, as: Issue.self)!.edits.last
    let acts: [(String, JSON)] = [
      ("issue.edit", ["issue": id, "text": "改"]), ("issue.link", link),
      ("issue.unlink", ["issue": id]),
      ("issue.post", ["role": "host", "kind": "puzzle", "text": "甲", "anonymous": true]),
      ("issue.withdraw", ["issue": id]),
    ]
    for (op, args) in acts {
      let sent = try team.inRoom(op, args, as: team.host, on: on)
      for actor in team.everyone {
        #expect(
          LogFold.mayName(sent.event!, sent.changes, to: viewer(actor)) == (actor == team.host),
          "\(op)")
        for change in sent.changes where actor != team.host {
          for record in [change.before, change.after].compactMap(\.self) {
            let bytes =
              record.render(for: viewer(actor)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            #expect(!bytes.contains(team.host.member.description))
          }
        }
      }
    }
  }

  /// Who is named is not the author: told of all but one who could be, it would name that one.
  @Test func `of an act on an anonymous card by someone else, too, nobody else learns whose it was`() throws {
    var (team, issue) = try room(.solve, anonymous: true)
    let on = team.roomFold.find(issue, as: Issue.self)!.edits.last
    let acts: [(op: String, args: JSON, by: Actor, on: Int64?)] = [
      ("issue.edit", ["issue": .string(issue), "text": "改"], team.facilitator, on),
      (
        "issue.link", ["issue": .string(issue), "show": .string(team.show.description), "metric": "gmv"],
        team.backstage, nil
      ),
      ("issue.unlink", ["issue": .string(issue)], team.floor, nil),
      ("issue.withdraw", ["issue": .string(issue)], team.facilitator, nil),
    ]
    for act in acts {
      let sent = try team.inRoom(act.op, act.args, as: act.by, on: act.on)
      for actor in team.everyone {
        #expect(
          LogFold.mayName(sent.event!, sent.changes, to: viewer(actor)) == (actor == act.by), "\(act.op), \(actor)")
      }
    }
  }

  @Test func `who turns the cards is named, though one of them be their own`() throws {
    var (team, _) = try room(.collect, anonymous: false)
    _ = try team.post("我自己的", anonymous: true, as: team.facilitator)
    let sent = try team.inRoom("cards.reveal", as: team.facilitator)
    for actor in team.everyone {
      #expect(LogFold.mayName(sent.event!, sent.changes, to: viewer(actor)))
    }
  }

  @Test func `a vote is its tag alone to everyone but the voter`() throws {
    var (team, issue) = try room(.vote, anonymous: true)
    let sent = try team.inRoom(
      "vote.set", ["issue": .string(issue), "votes": 2], as: team.backstage)
    for actor in team.everyone {
      #expect(
        LogFold.mayName(sent.event!, sent.changes, to: viewer(actor)) == (actor == team.backstage))
    }
  }

  @Test func `a conflict tells the newer words and not who is behind the card`() throws {
    var (team, issue) = try room(.solve, anonymous: true)
    let on = team.roomFold.find(issue, as: Issue.self)!.edits.last
    try team.inRoom("issue.edit", ["issue": .string(issue), "text": "乙"], as: team.host, on: on)
    let refused = refusal { () throws(Refusal) in
      try team.inRoom(
        "issue.edit", ["issue": .string(issue), "text": "丙"], as: team.facilitator, on: on)
    }
    guard case .newer(let bytes) = refused?.detail else {
      Testing.Issue.record("no newer words")
      return
    }
    let newer = String(decoding: bytes, as: UTF8.self)
    #expect(newer.contains("乙"))
    #expect(!newer.contains(team.host.member.description))
  }

  @Test(arguments: Phase.allCases)
  func `the summary tells no card and no member`(phase: Phase) throws {
    let (team, issue) = try room(phase, anonymous: true)
    let summary = String(decoding: team.roomFold.summary(), as: UTF8.self)
    for secret in [Self.text, issue, team.host.member.description] {
      #expect(!summary.contains(secret))
    }
  }

  private func viewer(_ actor: Actor) -> Viewer {
    Viewer(member: actor.member, isLead: actor.isLead)
  }
}
