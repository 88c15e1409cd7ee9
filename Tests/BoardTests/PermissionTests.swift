import Identity
import JSON
import Testing

@testable import Board

/// Who may, by marks: `*` everyone, `L` lead, `F` facilitator, `A` author, `T` everyone once the card is turned,
/// `o h f b p` the five roles, `S` the server. When, by the phases' first marks: `p l d c v s x` (x: closed).
/// Written out by hand: the table in the code must agree with it, not make it.
private let expectations: [(op: String, log: LogKind, who: String, phases: String)] = [
  ("organisation.found", .directory, "S", ""), ("organisation.rename", .directory, "L", ""),
  ("organisation.label", .directory, "L", ""), ("channel.add", .directory, "Lo", ""),
  ("channel.rename", .directory, "Lo", ""), ("invitation.offer", .directory, "S", ""),
  ("invitation.revoke", .directory, "L", ""), ("member.join", .directory, "S", ""),
  ("member.rename", .directory, "*", ""), ("member.assign", .directory, "L", ""),
  ("member.appoint", .directory, "L", ""), ("member.remove", .directory, "L", ""),
  ("show.schedule", .directory, "Lo", ""), ("show.import", .directory, "S", ""),
  ("show.amend", .directory, "S", ""), ("room.open", .directory, "Lo", ""),

  ("channel.list", .channel, "S", ""), ("channel.gather", .channel, "S", ""), ("thresholds.set", .channel, "Lo", ""),

  ("show.found", .show, "S", ""), ("show.start", .show, "Lohfb", ""),
  ("show.end", .show, "Lohfb", ""),
  ("show.plan", .show, "Lo", ""), ("goal.set", .show, "Lo", ""), ("goal.clear", .show, "Lo", ""),
  ("goals.import", .show, "S", ""), ("snapshot.take", .show, "Lob", ""),
  ("snapshot.import", .show, "S", ""),
  ("series.import", .show, "S", ""), ("marker.add", .show, "*", ""),
  ("marker.remove", .show, "Lofb", ""),
  ("markers.import", .show, "S", ""), ("question.log", .show, "Lpfb", ""),
  ("question.edit", .show, "Lpfb", ""),
  ("question.plus", .show, "Lpfb", ""), ("question.answer", .show, "*", ""),
  ("question.mark", .show, "*", ""),
  ("question.air", .show, "*", ""), ("question.promote", .show, "Lpfb", ""),
  ("question.settle", .show, "S", ""),
  ("question.erase", .show, "L", ""), ("questions.import", .show, "S", ""),
  ("questions.expire", .show, "S", ""),

  ("room.found", .room, "S", "pldcvsx"), ("phase.move", .room, "FL", "pldcvsx"),
  ("facilitator.hand", .room, "FL", "pldcvsx"), ("cards.reveal", .room, "FL", "c"),
  ("votes.budget", .room, "FL", "pldc"), ("issue.post", .room, "*", "ldcvs"),
  ("issue.edit", .room, "AF", "ldcvs"),
  ("issue.withdraw", .room, "AF", "ldcvs"), ("issue.tag", .room, "AT", "ldcvs"), ("issue.link", .room, "AT", "ldcvs"),
  ("issue.unlink", .room, "AT", "ldcvs"), ("issue.erase", .room, "L", "pldcvsx"),
  ("issue.forget", .room, "S", "pldcvsx"), ("issues.shift", .room, "S", "pldcvsx"),
  ("issue.raise", .room, "S", "pldcvs"),
  ("vote.set", .room, "*", "v"),
  ("solution.propose", .room, "*", "s"), ("solution.edit", .room, "AFL", "s"),
  ("solution.drop", .room, "AFL", "s"),
  ("solution.erase", .room, "L", "pldcvsx"), ("solution.promote", .room, "FL", "sx"),
  ("promotion.settle", .room, "S", "pldcvsx"),

  ("entry.write", .playbook, "L", ""), ("entry.edit", .playbook, "L", ""),
  ("entry.mark", .playbook, "L", ""), ("entry.erase", .playbook, "L", ""), ("entry.forget", .playbook, "S", ""),
  ("evidence.shift", .playbook, "S", ""),
  ("entry.promote", .playbook, "S", ""),
]

@Suite struct `Who may do what, when` {
  @Test func `every command is expected and every expectation is a command`() {
    let acts = Set(Act.all.map { "\($0.log) \($0.op)" })
    #expect(acts.count == Act.all.count)
    #expect(acts == Set(expectations.map { "\($0.log) \($0.op)" }))
  }

  @Test(arguments: [
    ("show.import", LogKind.directory, "Lo"), ("goals.import", .show, "Lo"), ("snapshot.import", .show, "Lob"),
    ("series.import", .show, "Lob"), ("markers.import", .show, "Lohfbp"), ("questions.import", .show, "Lofbp"),
    ("question.log", .show, ""),
  ])
  func `a file is brought by whom the table names, and operations bring every kind`(
    op: String, log: LogKind, who: String
  ) {
    let roles: [(Character, Role)] = [
      ("o", .operations), ("h", .host), ("f", .floor), ("b", .backstage), ("p", .privateDomain),
    ]
    for (mark, role) in roles {
      #expect(LogFold.mayBring(op, in: log, Team.member(1, [role])) == who.contains(mark), "\(op) by \(role)")
    }
    #expect(LogFold.mayBring(op, in: log, Team.member(1, [], isLead: true)) == who.contains("L"))
    #expect(LogFold.mayBring(op, in: log, Team.member(1, [])) == (op == "markers.import"))
  }

  @Test func `a command of another kind of log, or of none, does not exist`() throws {
    var team = try Team()
    for (op, log) in [
      ("issue.post", team.show), ("question.log", team.room), ("show.fly", team.show),
    ] {
      #expect(
        refusal { () throws(Refusal) in try team.world.send(op, to: log, as: team.lead) }
          == Refusal(.unknownOp))
    }
  }

  @Test(arguments: [LogKind.directory, .channel, .show, .playbook])
  func `outside rooms, every command by every kind of member`(log: LogKind) throws {
    let stage = try PermissionStage(phase: .prepare, isRevealed: false)
    for expected in expectations where expected.log == log {
      for (mark, actor) in stage.cast {
        let isServers = expected.who == "S"
        let outcome: Refusal.Code? =
          switch mark {
          case "S": isServers ? nil : .forbidden
          default:
            isServers
              ? .unknownOp
              : expected.who.contains("*") || expected.who.contains(mark) ? nil : .forbidden
          }
        #expect(
          try stage.outcome(of: expected.op, in: log, by: actor) == outcome, "\(expected.op) by \(mark)"
        )
      }
    }
  }

  @Test(arguments: Phase.allCases, [false, true])
  func `in a room, every command by every kind of member in every phase`(
    phase: Phase, wasRevealed: Bool
  ) throws {
    let isRevealed = wasRevealed || phase.showsIssues
    let stage = try PermissionStage(phase: phase, isRevealed: wasRevealed)
    let now: Character = ["p", "l", "d", "c", "v", "s", "x"][Phase.allCases.firstIndex(of: phase)!]
    for expected in expectations where expected.log == .room {
      for (mark, actor) in stage.cast {
        #expect(
          try stage.outcome(of: expected.op, in: .room, by: actor)
            == expectedOutcome(expected, mark, inPhase: expected.phases.contains(now), isRevealed),
          "\(expected.op) by \(mark) in \(phase), \(isRevealed ? "revealed" : "blind")")
      }
    }
  }

  private func expectedOutcome(
    _ expected: (op: String, log: LogKind, who: String, phases: String), _ mark: Character,
    inPhase: Bool,
    _ isRevealed: Bool
  ) -> Refusal.Code? {
    let who = expected.who
    if who == "S" { return mark == "S" ? (inPhase ? nil : .phase) : .unknownOp }
    if mark == "S" { return .forbidden }
    let mayAlways = who.contains("*") || who.contains(mark) && mark != "A"
    let mayOnSome = who.contains("A") || who.contains("T")
    if !mayAlways, !mayOnSome { return .forbidden }
    if !inPhase { return .phase }
    let namesIssue = ["issue.edit", "issue.withdraw", "issue.tag", "issue.link", "issue.unlink", "issue.erase"]
      .contains(
        expected.op)
    if namesIssue, !isRevealed, mark != "A" { return .notFound }
    // Where nothing has been turned there are no solutions.
    if expected.op == "solution.erase", !isRevealed { return .notFound }
    if mayAlways { return nil }
    if who.contains("A"), mark == "A" { return nil }
    if who.contains("T"), isRevealed { return nil }
    return .forbidden
  }
}
