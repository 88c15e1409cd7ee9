import Identity
import JSON

// What is done with an issue.
extension Issue {
  static let acts = [
    post, raise, edit, withdraw, restore, tag, link, unlink, erase, forget, shift, mark, LanePlace.place,
    react,
  ]
  static let work: [Phase] = .through(.live, .solve)
  private static let words = Argument.text("text", 1...500, isMultiline: true)

  static let post = Act(
    "issue.post", in: .room, zh: "写卡", en: "Card", by: [.everyone], during: work,
    .word("role", Lane.self), .word("kind", Kind.self), words, .optional(.number("offset", Bounds.offsets)),
    .optional(.flag("anonymous"), or: false),
    example: ["role": "host", "kind": "mistake", "text": "开场太慢"],
    note: "own roles only, lead and facilitator any; into `all` anyone",
    undo: { _, event in
      guard case .room(.issuePosted(let issue))? = event.facts.first else { return nil }
      return Opposite("issue.withdraw", ["issue": .string(issue.id)])
    }
  ) { fold, request, role, kind, text, offset, anonymous in
    let content = IssueContent(role: role, kind: kind, text: text, offset: offset)
    try fold.checkLane(role, request)
    try request.room.check(kind)
    return try fold.post(content, id: request.newID(), anonymous: anonymous, from: nil, request)
  }

  /// For whoever promoted a user's question. Erased on the way it has no text: its tombstone follows.
  static let raise = Act(
    "issue.raise", in: .room, by: [.server], during: .through(.prepare, .solve),
    .log("show", .show), .name("question"), .number("offset", Int.min...Int.max), .number("plus", 0...Int.max),
    .word("role", Role.self), .word("kind", Kind.self), .optional(words),
    example: ["question": "abc", "offset": 3, "plus": 0, "role": "private", "kind": "puzzle", "text": "问发货"],
    note: "from a question"
  ) { fold, request, show, question, offset, plus, role, kind, text in
    let content = IssueContent(
      role: .role(role), kind: request.room.fitting(kind), text: text ?? "",
      offset: Bounds.offsets.contains(offset) ? offset : nil)
    let origin = Origin(show: show, question: question, offset: offset, plus: plus)
    return try fold.post(
      content, id: ShortID.make(from: request.command.id), anonymous: false, from: origin, request)
  }

  static let edit = Act(
    "issue.edit", in: .room, zh: "改卡", en: "Edit card", by: [.author, .facilitator], during: work,
    .record("issue", .issue), .optional(words), .optional(.word("kind", Kind.self)),
    .optional(.word("role", Lane.self)), .edited(.number("offset", Bounds.offsets)),
    example: ["text": "开场慢了三分钟"], note: "with `on`",
    undo: { before, event in
      guard case .room(.issueEdited(let id, _))? = event.facts.first, let issue = before.find(id, as: Issue.self) else {
        return nil
      }
      return Opposite(
        "issue.edit",
        [
          "issue": .string(id), "text": .string(issue.text), "kind": .word(issue.kind), "role": .word(issue.role),
          "offset": .clearing(issue.offset),
        ])
    }
  ) { fold, request, id, text, kind, role, offset in
    let issue = try fold.issue(id, request)
    guard issue.erased == nil else { throw Refusal.notFound }
    let content = IssueContent(
      role: role ?? issue.role, kind: kind ?? issue.kind, text: text ?? issue.text,
      offset: offset.applied(to: issue.offset))
    if content.role != issue.role { try fold.checkLane(content.role, request) }
    if content.kind != issue.kind { try request.room.check(content.kind) }
    if content == issue.content { return .nothing }
    try request.checkEdit(of: issue, issue.edits)
    return Decision(.room(.issueEdited(issue: issue.id, content: content)))
  }

  static let withdraw = Act(
    "issue.withdraw", in: .room, zh: "撤卡", en: "Withdraw card", by: [.author, .facilitator], during: work,
    .record("issue", .issue),
    undo: { _, event in
      guard case .room(.issueWithdrawn(let id))? = event.facts.first else { return nil }
      return Opposite("issue.restore", ["issue": .string(id)])
    }
  ) { fold, request, id in
    Decision(.room(.issueWithdrawn(issue: try fold.issue(id, request).id)))
  }
}

extension LogFold {
  fileprivate func post(
    _ content: IssueContent, id: String, anonymous: Bool, from origin: Issue.Origin?,
    _ request: Request
  ) throws(Refusal) -> Decision {
    let room = request.room
    try checkRoom(for: .issue, limit: Bounds.issues)
    try checkRoom(for: .gone, limit: Bounds.gone)
    let issue = Issue(
      id: id, edits: Edits(request.context.seq, by: request.actor.member),
      no: room.revealed ? room.lastNo + 1 : nil, role: content.role, kind: content.kind, text: content.text,
      offset: content.offset, anonymous: anonymous, author: request.actor.member,
      revealed: room.revealed,
      votes: room.phase.showsVotes ? 0 : nil, link: nil, question: origin, tags: [], erased: nil)
    return Decision(.room(.issuePosted(issue: issue)))
  }

  /// The issue, if the actor may see it and act on it. What one may not see is not there.
  func issue(_ id: String, _ request: Request) throws(Refusal) -> Issue {
    let issue = try visibleIssue(id, request)
    try request.admit(author: issue.author, isRevealed: issue.revealed)
    return issue
  }

  func visibleIssue(_ id: String, _ request: Request) throws(Refusal) -> Issue {
    guard let issue = find(id, as: Issue.self), issue.isVisible(to: request.viewer) else {
      throw .notFound
    }
    return issue
  }

  /// A member speaks for their own roles, and among everyone; whoever leads or steers, for any.
  fileprivate func checkLane(_ lane: Lane, _ request: Request) throws(Refusal) {
    let actor = request.actor
    guard let role = lane.role else { return }
    guard actor.roles.contains(role) || actor.isLead || request.room.facilitator == actor.member else {
      throw .forbidden
    }
  }
}

extension LogFold {
  mutating func applyPost(_ issue: Issue) {
    put(issue)
    if let no = issue.no {
      revise(Room.self, "room") { $0.lastNo = max($0.lastNo, no) }
      revise(Agenda.self, "agenda") { $0.issues.append(issue.id) }
    } else {
      tellProgress()
    }
  }
}

extension Issue {
  mutating func edit(_ content: IssueContent, _ event: Event) {
    let isReworded = content.text != text
    if isReworded { rememberWords() }
    self.content = content
    edits.note(event.seq, by: event.by, rewords: isReworded)
  }

  var content: IssueContent {
    get { IssueContent(role: role, kind: kind, text: text, offset: offset) }
    set {
      (role, kind, text, offset) = (newValue.role, newValue.kind, newValue.text, newValue.offset)
    }
  }
}
