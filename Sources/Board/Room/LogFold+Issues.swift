import Identity
import JSON

// Commands on issues.
extension LogFold {
  func postIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let content = IssueContent(
      role: try args.oneOf("role"), kind: try args.oneOf("kind"),
      text: try args.text("text", 1...500, multiline: true),
      offset: try args.optionalInt("offset", Limits.offsets))
    let anonymous = try args.bool("anonymous", default: false)
    try args.end()
    try checkLane(content.role, request)
    return try post(content, id: request.newID(), anonymous: anonymous, from: nil, request)
  }

  /// Server, for whoever promoted a user's question: `show`, `question`, `offset`, `plus`, `role`, `kind`, `text?` (erased on the
  /// way, it has none: its tombstone follows).
  func raiseIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let origin = Issue.Origin(
      show: try args.identifier("show"), question: try args.id("question"),
      offset: try args.int("offset", Int.min...Int.max), plus: try args.int("plus", 0...Int.max))
    let content = IssueContent(
      role: try args.oneOf("role"), kind: try args.oneOf("kind"),
      text: try args.optionalText("text", 1...500, multiline: true) ?? "",
      offset: Limits.offsets.contains(origin.offset) ? origin.offset : nil)
    try args.end()
    return try post(
      content, id: ShortID.make(from: request.command.id), anonymous: false, from: origin, request)
  }

  private func post(
    _ content: IssueContent, id: String, anonymous: Bool, from origin: Issue.Origin?,
    _ request: Request
  ) throws(Refusal) -> Decision {
    let room = try opened()
    try checkRoom(for: .issue, limit: Limits.issues)
    try checkRoom(for: .gone, limit: Limits.gone)
    let issue = Issue(
      id: id, edits: Edits(request.context.seq, by: request.actor.member),
      no: room.revealed ? room.lastNo + 1 : nil, role: content.role, kind: content.kind, text: content.text,
      offset: content.offset, anonymous: anonymous, author: request.actor.member,
      revealed: room.revealed,
      votes: room.phase.showsVotes ? 0 : nil, link: nil, question: origin, erased: nil)
    return Decision(.issuePosted(issue: issue))
  }

  func editIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let issue = try issue(args.id("issue"), request)
    guard issue.erased == nil else { throw Refusal.notFound }
    let content = IssueContent(
      role: try args.optionalOneOf("role") ?? issue.role,
      kind: try args.optionalOneOf("kind") ?? issue.kind,
      text: try args.optionalText("text", 1...500, multiline: true) ?? issue.text,
      offset: try args.edited("offset", Limits.offsets, was: issue.offset))
    try args.end()
    if content.role != issue.role { try checkLane(content.role, request) }
    if content == issue.content { return .nothing }
    try request.checkEdit(of: issue, issue.edits)
    return Decision(.issueEdited(issue: issue.id, content: content))
  }

  func withdrawIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let issue = try issue(args.id("issue"), request)
    try args.end()
    return Decision(.issueWithdrawn(issue: issue.id))
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

  /// A member speaks for their own roles; whoever leads or steers, for any.
  private func checkLane(_ role: Role, _ request: Request) throws(Refusal) {
    let actor = request.actor
    guard actor.roles.contains(role) || actor.isLead || room?.facilitator == actor.member else {
      throw .forbidden
    }
  }
}

extension LogFold {
  mutating func applyPost(_ issue: Issue) {
    put(issue)
    if let no = issue.no {
      revise(Room.self, "room") { $0.lastNo = max($0.lastNo, no) }
    } else {
      tellProgress()
    }
  }

  /// Whoever voted for it has their votes back.
  mutating func applyWithdrawal(of id: String) {
    if let issue = find(id, as: Issue.self) { put(Gone.issue(issue)) }
    remove(Issue.self, id)
    for ballot in all(Ballot.self) where ballot.votes[id] > 0 {
      revise(Ballot.self, ballot.id) {
        $0.left += $0.votes[id]
        $0.votes[id] = 0
      }
    }
    for solution in all(Solution.self) where solution.issues.contains(id) {
      revise(Solution.self, solution.id) {
        $0.issues.removeAll { $0 == id }
        $0.withdrawnIssues = ($0.withdrawnIssues ?? []) + [id]
      }
    }
    tellProgress()
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
