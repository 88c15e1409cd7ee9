import Identity
import JSON

@testable import Board

// Arguments that are mostly right.
extension RandomStory {
  mutating func args(of op: String) -> JSON {
    let member = JSON.string(pick(team.everyone).member.description)
    let show = JSON.string((chance(8) ? team.previous : team.show).description)
    switch op {
    case "organisation.rename", "channel.add", "member.rename": return ["name": text()]
    case "organisation.label": return ["role": role(), "label": text()]
    case "channel.rename": return ["channel": id(.channel, team.world.directory), "name": text()]
    case "invitation.revoke": return ["invitation": "none"]
    case "member.assign": return ["member": member, "roles": [role()]]
    case "member.appoint": return ["member": member, "lead": .bool(chance(2))]
    case "member.remove": return ["member": member]
    case "show.schedule":
      return [
        "channel": id(.channel, team.world.directory), "title": text(),
        "startsAt": .int(Int(team.world.now)),
      ]
    case "room.open": return ["shows": [show]]
    case "show.start", "show.end":
      return chance(2) ? [:] : ["at": .int(Int(team.world.now) - 60_000)]
    case "show.plan":
      return ["title": text(), "startsAt": .int(Int(Team.startsAt) + pick([0, 600_000]))]
    case "goal.set": return ["metric": metric(), "value": .int(pick([1, 2, 3]))]
    case "goal.clear": return ["metric": metric()]
    case "snapshot.take": return ["values": ["gmv": .int(pick(Array(1...1000)))]]
    case "marker.add": return ["kind": "note", "text": text()]
    case "marker.remove": return ["marker": id(.marker, team.showFold)]
    case "question.log":
      return ["text": text(), "user": text(), "group": text(), "product": text()]
    case "question.edit", "question.plus", "question.answer", "question.mark", "question.air",
      "question.promote",
      "question.erase":
      return questionArgs(op)
    default: return roomArgs(op)
    }
  }

  private mutating func questionArgs(_ op: String) -> JSON {
    let question = id(.question, team.showFold)
    switch op {
    case "question.edit":
      return ["question": question, "text": text(), "product": chance(3) ? "" : text()]
    case "question.answer":
      return chance(2) ? ["question": question] : ["question": question, "words": text()]
    case "question.mark":
      return ["question": question, "status": .string(pick(QuestionStatus.allCases).rawValue)]
    case "question.air": return ["question": question, "onAir": .bool(chance(2))]
    case "question.promote":
      return [
        "question": question, "room": .string(team.room.description), "kind": "puzzle",
        "role": role(),
      ]
    case "question.erase": return ["question": question, "reason": text(), "onward": .bool(chance(2))]
    default: return ["question": question]
    }
  }

  private mutating func roomArgs(_ op: String) -> JSON {
    let issue = id(.issue, team.roomFold)
    let solution = id(.solution, team.roomFold)
    switch op {
    case "phase.move":
      return [
        "phase": .string(
          pick([.data, .collect, .vote, .solve, .solve, .closed] as [Phase]).rawValue)
      ]
    case "facilitator.hand": return ["member": .string(pick(team.everyone).member.description)]
    case "votes.budget": return ["votes": .int(pick([3, 5, 8]))]
    case "issue.post":
      return ["role": role(), "kind": "mistake", "text": text(), "anonymous": .bool(chance(2))]
    case "issue.edit": return ["issue": issue, "text": text()]
    case "issue.withdraw", "issue.unlink": return ["issue": issue]
    case "issue.link":
      return [
        "issue": issue, "show": .string(team.show.description), "snapshot": .string(team.snapshot),
        "metric": metric(),
      ]
    case "issue.erase": return ["issue": issue, "reason": text(), "onward": .bool(chance(2))]
    case "solution.erase": return ["solution": solution, "reason": text(), "onward": .bool(chance(2))]
    case "entry.erase": return ["entry": id(.entry, team.world.playbook), "reason": text()]
    case "vote.set": return ["issue": issue, "votes": .int(pick([0, 1, 2, 5]))]
    case "solution.propose":
      return ["issues": [issue], "text": text(), "kind": "sop", "owner": role()]
    case "solution.edit":
      return ["solution": solution, "text": text(), "due": chance(2) ? "" : text()]
    case "solution.drop", "solution.promote": return ["solution": solution]
    case "entry.write":
      return ["title": text(), "kind": "script", "roles": [role()], "text": text()]
    case "entry.edit": return ["entry": id(.entry, team.world.playbook), "text": text()]
    case "entry.mark":
      return [
        "entry": id(.entry, team.world.playbook),
        "status": .string(pick(Entry.Status.allCases).rawValue),
      ]
    default: return [:]
    }
  }

  /// The `edited` of the record the arguments name, as a client that is up to date would send it.
  func edited(_ args: JSON, _ log: Identifier) -> Int64? {
    let fold = team.world.folds[log]!
    if let id = args["issue"]?.string { return fold.find(id, as: Issue.self)?.edits.last }
    if let id = args["solution"]?.string { return fold.find(id, as: Solution.self)?.edits.last }
    if let id = args["question"]?.string { return fold.find(id, as: Question.self)?.edits.last }
    return args["entry"]?.string.flatMap { fold.find($0, as: Entry.self)?.edits.last }
  }

  private mutating func id(_ kind: RecordKind, _ fold: LogFold) -> JSON {
    let ids = fold.keys.filter { $0.kind == kind }.map(\.id).sorted()
    return .string(ids.isEmpty || chance(12) ? "none" : pick(ids))
  }

  private mutating func text() -> JSON { .string("词\(pick(Array(0...30)))") }
  private mutating func role() -> JSON { .string(pick(Role.allCases).rawValue) }
  private mutating func metric() -> JSON { .string(pick(["gmv", "clk_pay_rate", "watch_uv"])) }
  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values.randomElement(using: &random)!
  }
}
