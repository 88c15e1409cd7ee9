import Identity
import JSON

@testable import Board

/// A room in a phase, with an issue and a solution of the author's, and a command of every kind that would be accepted
/// there from whoever may send it.
struct PermissionStage {
  var team: Team
  let author = Team.member(20, [])
  /// Steers the room and has no role.
  let facilitator = Team.member(21, [])
  let server = Actor.server(for: Team.member(1, []).member)
  let issue: String
  let solution: String
  let promoted: Identifier
  let entry: String
  let question: String
  let promotedQuestion: Identifier
  let invitation = "offered"
  let marker: String

  init(phase: Phase, isRevealed: Bool) throws {
    var team = try Team()
    try team.inDirectory(
      "invitation.offer",
      [
        "invitation": "offered", "roles": ["host"], "expires": .int(Int(team.world.now) + 1000),
        "uses": 5,
      ], as: server)
    marker = try team.inShow("marker.add", ["kind": "note"], as: team.host).made(.marker)
    question = try team.inShow("question.log", ["text": "有 XL 吗"], as: team.privateDomain).made(
      .question)
    let second = try team.inShow("question.log", ["text": "几时发货"], as: team.privateDomain).made(
      .question)
    for member in [author, facilitator] {
      try team.inDirectory(
        "member.join", ["name": "来客", "roles": [], "lead": true], as: .server(for: member.member))
    }
    try team.inRoom(
      "facilitator.hand", ["member": .string(facilitator.member.description)], as: team.lead)
    let speaking = Actor(member: author.member, roles: [.host], isLead: false)
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    team.world.holdsActs = true
    promotedQuestion = try team.inShow(
      "question.promote",
      ["question": .string(second), "room": .string(team.room.description), "kind": "puzzle"],
      as: team.lead
    ).command.id.derived(step: 1)
    // A solution can only be made in `solve`, which reveals: the blind stages do without.
    var solutions: [String] = []
    var act = team.room
    if isRevealed || phase.showsCards {
      try team.inRoom("phase.move", ["phase": "solve"], as: team.lead)
      for text in ["提前热身", "备好链接"] {
        solutions.append(
          try team.inRoom(
            "solution.propose",
            ["issues": [], "text": .string(text), "kind": "sop", "owner": "host"], as: author
          ).made(.solution))
      }
      act = try team.inRoom("solution.promote", ["solution": .string(solutions[1])], as: team.lead)
        .command.id.derived(step: 1)
    }
    issue = try team.inRoom(
      "issue.post", ["role": "host", "kind": "mistake", "text": "开场太慢"], as: speaking
    ).made(.issue)
    try team.inRoom(
      "issue.link",
      [
        "issue": .string(issue), "show": .string(team.show.description),
        "snapshot": .string(team.snapshot),
        "metric": "gmv",
      ], as: author)
    entry = try team.world.send(
      "entry.write", ["title": "热身", "kind": "sop", "roles": ["host"], "text": "先热身"],
      to: LogFold.playbook(of: World.organisation), as: team.lead
    ).made(.entry)
    try team.inRoom("phase.move", ["phase": .string(phase.rawValue)], as: team.lead)
    solution = solutions.first ?? "none"
    promoted = act
    self.team = team
  }

  var cast: [(Character, Actor)] {
    [
      ("L", Team.member(30, [], isLead: true)), ("o", Team.member(31, [.operations])),
      ("h", Team.member(32, [.host])), ("f", Team.member(33, [.floor])),
      ("b", Team.member(34, [.backstage])),
      ("p", Team.member(35, [.privateDomain])), ("A", author), ("F", facilitator),
      ("n", Team.member(36, [])),
      ("S", server),
    ]
  }

  /// What becomes of a command of that kind; nil: accepted.
  func outcome(of op: String, in log: LogKind, by actor: Actor) -> Refusal.Code? {
    var world = team.world
    var actor = actor
    // A lane is open to who holds its role; this is about the table, not the lane.
    if op == "issue.post", !actor.isServer {
      actor = Actor(member: actor.member, roles: actor.roles.union([.floor]), isLead: actor.isLead)
    }
    // Only members the directory knows have a name to change.
    if op == "member.rename", !actor.isServer {
      actor = Actor(member: team.host.member, roles: actor.roles, isLead: actor.isLead)
    }
    let refused = refusal { () throws(Refusal) in
      try world.send(op, args(of: op), to: target(log), as: actor, on: on(op))
    }
    return refused?.code
  }

  func target(_ log: LogKind) -> Identifier {
    switch log {
    case .directory: World.organisation
    case .show: team.show
    case .room: team.room
    case .playbook: LogFold.playbook(of: World.organisation)
    }
  }

  func on(_ op: String) -> Int64 {
    let fold = team.roomFold
    return switch op {
    case "issue.edit": fold.find(issue, as: Issue.self)?.edits.last ?? 0
    case "solution.edit": fold.find(solution, as: Solution.self)?.edits.last ?? 0
    case "question.edit": team.showFold.find(question, as: Question.self)!.edits.last
    case "entry.edit": team.world.playbook.find(entry, as: Entry.self)!.edits.last
    default: 0
    }
  }

  func args(of op: String) -> JSON {
    let host = JSON.string(team.host.member.description)
    let show = JSON.string(team.show.description)
    let time = JSON.int(Int(team.world.now))
    let target: JSON = ["issue": .string(issue)]
    switch op {
    case "organisation.found", "organisation.rename", "channel.add": return ["name": "新名"]
    case "organisation.label": return ["role": "host", "label": "当家"]
    case "channel.rename": return ["channel": .string(team.channel), "name": "新名"]
    case "invitation.offer":
      return ["invitation": "next", "roles": ["host"], "expires": time, "uses": 1]
    case "invitation.revoke": return ["invitation": .string(invitation)]
    case "member.join": return ["name": "新人", "roles": ["host"]]
    case "member.rename": return ["name": "新名"]
    case "member.assign": return ["member": host, "roles": ["floor"]]
    case "member.appoint": return ["member": host, "lead": true]
    case "member.remove": return ["member": host]
    case "show.schedule", "show.import":
      return ["channel": .string(team.channel), "title": "新场", "startsAt": time]
    case "show.amend": return ["show": show, "title": "改名", "startsAt": time]
    case "room.open": return ["shows": [show]]
    case "show.found":
      return [
        "organisation": .string(World.organisation.description), "channel": .string(team.channel),
        "title": "新场",
        "startsAt": time,
      ]
    case "show.start": return [:]
    case "show.end": return ["at": .int(Int(team.world.now) + 60_000)]
    case "show.plan": return ["title": "改名"]
    case "goal.set": return ["metric": "watch_uv", "value": 12000]
    case "goal.clear": return ["metric": "gmv"]
    case "goals.import": return ["goals": [["metric": "watch_uv", "value": 12000]]]
    case "snapshot.take": return ["values": ["gmv": 1]]
    case "snapshot.import": return ["source": "summary", "values": ["gmv": 1]]
    case "series.import":
      return [
        "from": time, "offsets": [0, 60], "columns": [["metric": "online", "label": "在线"]],
        "values": [[1, 2]],
      ]
    case "marker.add": return ["kind": "note"]
    case "marker.remove": return ["marker": .string(marker)]
    case "markers.import": return ["markers": [["offset": 3, "kind": "note"]]]
    case "question.log": return ["text": "还有吗"]
    case "questions.import": return ["questions": [["text": "还有吗"]]]
    case "questions.expire": return ["by": time]
    case "question.edit": return ["question": .string(question), "text": "有 XXL 吗"]
    case "question.plus", "question.answer": return ["question": .string(question)]
    case "question.mark": return ["question": .string(question), "status": "resolved"]
    case "question.air": return ["question": .string(question), "onAir": true]
    case "question.promote":
      return [
        "question": .string(question), "room": .string(team.room.description), "kind": "puzzle",
      ]
    case "question.settle": return ["act": .string(promotedQuestion.description), "accepted": true]
    case "question.erase": return ["question": .string(question), "reason": "用户要求"]
    case "room.found":
      return [
        "organisation": .string(World.organisation.description), "title": "复盘", "shows": [show],
        "facilitator": host,
        "votes": 5,
      ]
    case "phase.move": return ["phase": "data", "step": "comparison"]
    case "facilitator.hand": return ["member": host]
    case "cards.reveal": return [:]
    case "votes.budget": return ["votes": 7]
    case "issue.post": return ["role": "floor", "kind": "puzzle", "text": "节奏乱了"]
    case "issue.edit": return ["issue": .string(issue), "text": "开场慢了五分钟"]
    case "issue.withdraw", "issue.unlink": return target
    case "issue.link":
      return [
        "issue": .string(issue), "show": show, "snapshot": .string(team.snapshot),
        "metric": "clk_pay_rate",
      ]
    case "issue.raise":
      return [
        "show": show, "question": "abc", "offset": 3, "plus": 0, "role": "private",
        "kind": "puzzle", "text": "问发货",
      ]
    case "issues.shift", "evidence.shift": return ["show": show, "by": 60]
    case "issue.erase", "issue.forget": return ["issue": .string(issue), "reason": "用户要求"]
    case "solution.erase": return ["solution": .string(solution), "reason": "用户要求"]
    case "entry.erase", "entry.forget": return ["entry": .string(entry), "reason": "用户要求"]
    case "vote.set": return ["issue": .string(issue), "votes": 2]
    case "solution.propose": return ["text": "先热身", "kind": "sop", "owner": "host"]
    case "solution.edit": return ["solution": .string(solution), "text": "先热身三分钟"]
    case "solution.drop", "solution.promote": return ["solution": .string(solution)]
    case "promotion.settle": return ["act": .string(promoted.description), "accepted": true]
    case "entry.write": return ["title": "开场", "kind": "sop", "roles": ["host"], "text": "先热身"]
    case "entry.edit": return ["entry": .string(entry), "text": "先热身三分钟"]
    case "entry.mark": return ["entry": .string(entry), "status": "inForce"]
    case "entry.promote":
      return [
        "title": "开场", "kind": "sop", "roles": ["host"], "text": "先热身",
        "origin": ["room": .string(team.room.description), "solution": "abc", "roomTitle": "复盘"],
      ]
    default: return [:]
    }
  }
}
