import Identity
import JSON
import Testing

@testable import Board

/// A room in a phase, with an issue and a solution of the author's, and a command of every kind that would be accepted
/// there from whoever may send it.
struct PermissionStage {
  var team: Team
  let author = Team.member(20, [])
  /// Steers the room and has no role.
  let facilitator = Team.member(21, [])
  static let anotherLead = Team.member(30, [], isLead: true)
  let server = Actor.server(for: Team.member(1, []).member)
  let issue: String
  let solution: String
  let promoted: Identifier
  /// Two that are in no group, a group of three others, and one that was taken apart.
  let loose: [String]
  let group: String
  let dissolved: String
  let entry: String
  let question: String
  let promotedQuestion: Identifier
  let invitation = "offered"
  let marker: String
  /// Numbers that have been taken back.
  let withdrawn: String
  /// In the logs of the show and of the channel; of the second everything has been taken back.
  let file = "brought"
  let withdrawnFile = "withdrawn"
  /// One that counts, and one of the same columns that is set aside.
  let (series, seriesAside): (String, String)
  let hidden: Identifier
  /// What the channel remembers of the columns of such files.
  let mapping = "summary.other"
  /// On the issue, where it is revealed; the second was withdrawn.
  let (comment, withdrawnComment): (String, String)
  let (said, withdrawnSaid): (String, String)
  /// What was withdrawn and dropped, by who did it.
  let withdrawnIssues: [Identifier: String]
  let droppedSolutions: [Identifier: String]
  /// One that was forgotten.
  let forgotten = "trend.other"
  /// A template of the channel, and one that was removed.
  let (template, removedTemplate): (String, String)
  /// In the channel's log; due at no time.
  let action: String

  init(phase: Phase, isRevealed: Bool) throws {
    var team = try Team()
    try team.inDirectory(
      "invitation.offer",
      [
        "invitation": "offered", "roles": ["host"], "expires": .int(Int(team.world.now) + 1000),
        "uses": 5,
      ], as: server)
    marker = try team.inShow("marker.add", ["kind": "note"], as: team.host).made(.marker)
    withdrawn = try team.inShow("snapshot.take", ["values": ["gmv": 1]], as: team.lead).made(.snapshot)
    try team.inShow("snapshot.withdraw", ["snapshot": .string(withdrawn)], as: team.lead)
    for (log, kind) in [(team.show, "summary"), (team.channelLog, "list")] {
      for file in [file, withdrawnFile] {
        try team.world.send(
          "file.import", ["file": .string(file), "kind": .string(kind), "digest": .string(file)], to: log,
          as: .server(for: author.member))
      }
      try team.world.send("file.withdraw", ["file": .string(withdrawnFile)], to: log, as: team.lead)
    }
    let curve = try #require(Act.of("series.import", in: .show)).example
    seriesAside = try team.inShow("series.import", curve, as: server).made(.series)
    series = try team.inShow("series.import", curve, as: server).made(.series)
    hidden = try team.inDirectory(
      "show.schedule", ["channel": .string(team.channel), "title": "误建的", "startsAt": 1_773_316_683_000],
      as: team.lead
    ).newLog
    try team.inDirectory("show.hide", ["show": .string(hidden.description)], as: team.lead)
    for mapping in ["summary.other", "trend.other"] {
      try team.world.send(
        "mapping.remember", ["mapping": .string(mapping), "columns": [["key": "成交额", "metric": "gmv"]]],
        to: team.channelLog, as: .server(for: author.member))
    }
    try team.world.send("mapping.forget", ["mapping": "trend.other"], to: team.channelLog, as: team.lead)
    let templates = try ["两栏", "三栏"].map { name in
      try team.world.send(
        "template.save", ["name": .string(name), "kinds": [["name": "好", "sense": "experience"]]], to: team.channelLog,
        as: team.lead
      ).made(.template)
    }
    (template, removedTemplate) = (templates[0], templates[1])
    try team.world.send("template.remove", ["template": .string(templates[1])], to: team.channelLog, as: team.lead)
    action = try team.world.send(
      "action.add", ["text": "尺码表", "owner": "backstage"], to: team.channelLog, as: team.lead
    ).made(.action)
    var saids: [String] = []
    for text in ["等供应商", "算了"] {
      saids.append(
        try team.world.send(
          "action.comment", ["action": .string(action), "text": .string(text)], to: team.channelLog, as: author
        ).made(.comment))
    }
    (said, withdrawnSaid) = (saids[0], saids[1])
    try team.world.send("comment.withdraw", ["comment": .string(saids[1])], to: team.channelLog, as: author)
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
    var loose: [String] = []
    var (group, dissolved) = ("none", "none")
    if isRevealed || phase.showsIssues {
      try team.inRoom("phase.move", ["phase": "vote"], as: team.lead)
      for text in ["口播太长", "链接挂错"] { loose.append(try team.post(text, as: speaking)) }
      let put = { (issues: [String], team: inout Team) throws(Refusal) in
        try team.inRoom("group.make", ["issues": .array(issues.map(JSON.string))], as: team.lead).made(.group)
      }
      dissolved = try put(loose, &team)
      try team.inRoom("group.dissolve", ["group": .string(dissolved)], as: team.lead)
      group = try put(["断货", "断货了", "又断货"].map { text throws(Refusal) in try team.post(text, as: speaking) }, &team)
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
    if isRevealed || phase.showsIssues {
      try team.inRoom("cause.add", ["issue": .string(issue), "text": "没有人接话"], as: author)
    }
    var comments: [String] = []
    if isRevealed || phase.showsIssues {
      for text in ["先核价", "算了"] {
        comments.append(
          try team.inRoom("comment.post", ["issue": .string(issue), "text": .string(text)], as: author).made(.comment))
      }
      try team.inRoom("comment.withdraw", ["comment": .string(comments[1])], as: author)
    }
    var (withdrawnIssues, droppedSolutions): ([Identifier: String], [Identifier: String]) = ([:], [:])
    for actor in isRevealed || phase.showsIssues ? [author, facilitator, Self.anotherLead] : [author] {
      let issue = try team.post("放错了", as: speaking)
      if actor.member != Self.anotherLead.member {
        try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: actor)
        withdrawnIssues[actor.member] = issue
      }
      guard isRevealed || phase.showsIssues else { continue }
      let solution = try team.inRoom(
        "solution.propose", ["issues": [], "text": "不要了", "kind": "sop", "owner": "host"], as: author
      ).made(.solution)
      try team.inRoom("solution.drop", ["solution": .string(solution)], as: actor)
      droppedSolutions[actor.member] = solution
    }
    (self.withdrawnIssues, self.droppedSolutions) = (withdrawnIssues, droppedSolutions)
    (comment, withdrawnComment) = (comments.first ?? "none", comments.last ?? "none")
    entry = try team.world.send(
      "entry.write", ["title": "热身", "kind": "sop", "roles": ["host"], "text": "先热身"],
      to: LogFold.playbook(of: World.organisation), as: team.lead
    ).made(.entry)
    try team.inRoom("phase.move", ["phase": .string(phase.rawValue)], as: team.lead)
    if phase == .vote { try team.inRoom("hand.people", ["people": 2], as: facilitator) }
    if phase != .closed { try team.inRoom("timer.start", ["minutes": 10], as: facilitator) }
    (self.loose, self.group, self.dissolved) = (loose, group, dissolved)
    solution = solutions.first ?? "none"
    promoted = act
    self.team = team
  }

  var cast: [(Character, Actor)] {
    [
      ("L", Self.anotherLead), ("o", Team.member(31, [.operations])),
      ("h", Team.member(32, [.host])), ("f", Team.member(33, [.floor])),
      ("b", Team.member(34, [.backstage])),
      ("p", Team.member(35, [.privateDomain])), ("A", author), ("F", facilitator),
      ("n", Team.member(36, [])),
      ("S", server),
    ]
  }

  /// What becomes of a command of that kind; nil: accepted.
  func outcome(of op: String, in log: LogKind, by actor: Actor) throws -> Refusal.Code? {
    let act = try #require(Act.of(op, in: log))
    var world = team.world
    let actor = known(actor, sending: op)
    let refused = refusal { () throws(Refusal) in
      try world.send(op, args(of: act, by: actor), to: target(log), as: actor, on: on(op))
    }
    return refused?.code
  }

  /// The same, able to do what the table is not about.
  func known(_ actor: Actor, sending op: String) -> Actor {
    if actor.isServer { return actor }
    // A lane is open to who holds its role; this is about the table, not the lane.
    if op == "issue.post" {
      return Actor(member: actor.member, roles: actor.roles.union([.host]), isLead: actor.isLead)
    }
    // Only members the directory knows have a name to change.
    if op == "member.rename" {
      return Actor(member: team.host.member, roles: actor.roles, isLead: actor.isLead)
    }
    return actor
  }

  func target(_ log: LogKind) -> Identifier {
    switch log {
    case .directory: World.organisation
    case .channel: team.channelLog
    case .show: team.show
    case .room: team.room
    case .playbook: LogFold.playbook(of: World.organisation)
    }
  }

  func on(_ op: String) -> Int64? {
    let fold = team.roomFold
    return switch op {
    case "issue.edit": fold.find(issue, as: Issue.self)?.edits.last ?? 0
    case "action.edit": team.channelFold.find(action, as: Action.self)!.edits.last
    case "cause.reword": fold.find(issue, as: Cause.self)?.edits.last ?? 0
    case "cause.drop": fold.find(issue, as: Cause.self)?.edits.last ?? 0
    case "solution.edit": fold.find(solution, as: Solution.self)?.edits.last ?? 0
    case "question.edit": team.showFold.find(question, as: Question.self)!.edits.last
    case "entry.edit": team.world.playbook.find(entry, as: Entry.self)!.edits.last
    case "marker.edit": 0
    default: nil
    }
  }

  /// Arguments that are accepted: the declaration's example, with what it names filled in.
  func args(of act: Act, by actor: Actor) -> JSON {
    switch act.op {
    case "issue.restore": ["issue": .string(own(withdrawnIssues, actor))]
    case "focus.set": team.roomFold.room?.revealed == true ? ["issue": .string(issue)] : [:]
    case "solution.restore": ["solution": .string(own(droppedSolutions, actor))]
    default: filled(act.fields, of: act, act.example)
    }
  }

  /// What this one took away, or else what the author did.
  private func own(_ gone: [Identifier: String], _ actor: Actor) -> String {
    gone[actor.member] ?? gone[author.member] ?? "none"
  }

  private func filled(_ fields: [Field], of act: Act, _ example: JSON?) -> JSON {
    var args = example?.object ?? JSONObject()
    for field in fields where !field.isOptional {
      if case .object(let nested) = field.kind {
        args[field.name] = filled(nested, of: act, args[field.name])
      } else if args[field.name] == nil {
        args[field.name] = name(field, of: act)
      }
    }
    return .object(args)
  }

  private func name(_ field: Field, of act: Act) -> JSON? {
    switch field.kind {
    case .record(.snapshot): .string(act.op == "snapshot.restore" ? withdrawn : team.snapshot)
    case .record(.file): .string(act.op == "file.restore" ? withdrawnFile : file)
    case .record(.group): .string(act.op == "group.restore" ? dissolved : group)
    case .records(.issue, _): .array(issues(for: act.op).map(JSON.string))
    case .record(.mapping): .string(act.op == "mapping.recall" ? forgotten : mapping)
    case .record(.template): .string(act.op == "template.restore" ? removedTemplate : template)
    case .record(.comment) where act.log == .channel: .string(act.op == "comment.restore" ? withdrawnSaid : said)
    case .record(.comment): .string(act.op == "comment.restore" ? withdrawnComment : comment)
    case .record(let kind): record(kind).map(JSON.string)
    case .log(.show) where act.op == "show.unhide": .string(hidden.description)
    case .log(.show): .string(team.show.description)
    case .log(.room): .string(team.room.description)
    case .logs: [.string(team.show.description)]
    case .member: .string(team.host.member.description)
    case .organisation: .string(World.organisation.description)
    case .act: .string((act.log == .room ? promoted : promotedQuestion).description)
    case .time: .int(Int(team.world.now))
    default: nil
    }
  }

  private func issues(for op: String) -> [String] {
    switch op {
    case "group.remove": Array((team.roomFold.find(group, as: Group.self)?.issues ?? ["none"]).prefix(1))
    case "group.add": loose.isEmpty ? ["none"] : [loose[0]]
    default: loose.isEmpty ? ["none", "nothing"] : loose
    }
  }

  private func record(_ kind: RecordKind) -> String? {
    switch kind {
    case .channel: team.channel
    case .invitation: invitation
    case .marker: marker
    case .series: series
    case .seriesAside: seriesAside
    case .mapping: mapping
    case .question: question
    case .issue: issue
    case .cause: issue
    case .solution: solution
    case .entry: entry
    case .action: action
    default: nil
    }
  }
}
