import Identity
import JSON
import Testing

@testable import Board

/// What a declaration promises, by marks. Who: `*` everyone, `L` lead, `F` facilitator, `A` author, `T` everyone once the
/// issue is revealed, `o h f b p` the five roles, `S` the server. When, by the phases' first marks: `p l d c v s x` (x:
/// closed). What is declared is reviewed in the Permissions article, which is written from it; here every cell of it is
/// tried.
private struct Expectation {
  let op: String
  let log: LogKind
  let who: String
  let phases: String
  let namesIssue: Bool

  init(_ act: Act) {
    (op, log) = (act.op, act.log)
    who = String(act.who.map(Self.mark))
    phases = String(act.phases.map { marksOfPhases[Phase.allCases.firstIndex(of: $0)!] })
    namesIssue = act.target?.kind == .record(.issue)
  }

  private static func mark(_ who: Who) -> Character {
    switch who {
    case .everyone, .oneself: "*"
    case .lead: "L"
    case .facilitator: "F"
    case .former: "R"
    case .author: "A"
    case .everyoneOnceRevealed: "T"
    case .server: "S"
    case .role(let role): marksOfRoles[Role.allCases.firstIndex(of: role)!]
    }
  }
}

private let marksOfPhases: [Character] = ["p", "l", "d", "c", "v", "s", "x"]
private let marksOfRoles: [Character] = ["o", "h", "f", "b", "p"]
private let expectations = Act.all.map(Expectation.init)

@Suite struct `Who may do what, when` {
  @Test func `every command has a declaration of its own`() {
    #expect(Set(Act.all.map { "\($0.log) \($0.op)" }).count == Act.all.count)
  }

  @Test func `a command of two kinds of log is asked for, and may be sent, in the same way in both`() {
    for (op, acts) in Dictionary(grouping: Act.all, by: \.op) where acts.count > 1 {
      #expect(Set(acts.map(\.log)).count == acts.count)
      #expect(acts.allSatisfy { $0.fields == acts[0].fields && $0.who == acts[0].who && $0.zh == acts[0].zh }, "\(op)")
    }
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
          // Nobody steers what is no room.
          case "F" where expected.who.contains("F") && !expected.who.contains("*"): .forbidden
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
    let now = marksOfPhases[Phase.allCases.firstIndex(of: phase)!]
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
    _ expected: Expectation, _ mark: Character, inPhase: Bool, _ isRevealed: Bool
  ) -> Refusal.Code? {
    let who = expected.who
    if who == "S" { return mark == "S" ? (inPhase ? nil : .phase) : .unknownOp }
    if mark == "S" { return .forbidden }
    let mayAlways = who.contains("*") || who.contains(mark) && mark != "A"
    let mayOnSome = who.contains("A") || who.contains("T")
    if !mayAlways, !mayOnSome { return .forbidden }
    if !inPhase { return .phase }
    if expected.namesIssue, !isRevealed, mark != "A" { return .notFound }
    // Before the turning nothing is put together.
    if expected.op.hasPrefix("group."), !isRevealed { return .phase }
    // Where nothing has been turned there are no solutions.
    if expected.op == "solution.erase", !isRevealed { return .notFound }
    if expected.op.hasPrefix("comment."), expected.op != "comment.post", !isRevealed { return .notFound }
    if mayAlways { return nil }
    if who.contains("A"), mark == "A" { return nil }
    if who.contains("T"), isRevealed { return nil }
    return .forbidden
  }
}
