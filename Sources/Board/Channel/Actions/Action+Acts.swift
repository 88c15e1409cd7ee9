import Identity
import JSON

// What is done with an action. The list is everyone's; who did what is told.
extension Action {
  static let acts = [add, edit, set, answer, unanswer, erase, make, forget]
  static let words = Argument.text("text", 1...300)
  static let why = Argument.text("reason", 1...200)
  static let directory: Act.Needs = { args, directory in args["member"]?.string == nil ? [] : [directory().log] }

  static let add = Act(
    "action.add", in: .channel, zh: "加待办", en: "Action", by: [.everyone],
    words, .word("owner", Role.self), .optional(.member("member")), .optional(.due),
    example: ["text": "尺码表做成图", "owner": "backstage"],
    note: "`due` is a day, or the next room of the channel", needs: directory,
    final: "it stands in a list that is everyone’s; it is dropped there, with a reason"
  ) { fold, request, text, owner, member, due in
    let content = ActionContent(text: text, owner: owner, member: member, due: due)
    return try fold.adding(content, id: request.newID(), from: nil, request)
  }

  static let edit = Act(
    "action.edit", in: .channel, zh: "改待办", en: "Edit action", by: [.everyone],
    .record("action", .action), .optional(words), .optional(.word("owner", Role.self)), .edited(.member("member")),
    .edited(.due),
    example: ["text": "尺码表做成两张图"], note: "with `on`", needs: directory,
    undo: { before, event in
      guard case .channel(.actionEdited(let id, _))? = event.facts.first, let action = before.find(id, as: Action.self)
      else { return nil }
      return Opposite(
        "action.edit",
        [
          "action": .string(id), "text": .string(action.text), "owner": .word(action.owner),
          "member": .clearing(action.member?.description), "due": action.due?.argument ?? "",
        ])
    }
  ) { fold, request, id, text, owner, member, due in
    let action = try fold.worded(fold.action(id))
    let content = ActionContent(
      text: text ?? action.text, owner: owner ?? action.owner, member: member.applied(to: action.member),
      due: due.applied(to: action.due))
    if content == action.content { return .nothing }
    if content.member != action.member { try request.checkMember(content.member) }
    try request.checkEdit(of: action, action.edits)
    return Decision(.channel(.actionEdited(action: id, content: content)))
  }

  static let set = Act(
    "action.set", in: .channel, zh: "改待办状态", en: "State of action", by: [.everyone],
    .record("action", .action), .word("state", State.self), .optional(why),
    example: ["state": "doing"], note: "`dropped` with its `reason`",
    undo: { before, event in
      guard case .channel(.actionSet(let id, _))? = event.facts.first, let action = before.find(id, as: Action.self),
        action.state != .dropped || action.reason != nil
      else { return nil }
      var args = JSONObject()
      args["action"] = .string(id)
      args["state"] = .word(action.state)
      args["reason"] = action.reason.map(JSON.string)
      return Opposite("action.set", .object(args))
    }
  ) { fold, _, id, state, reason in
    let action = try fold.action(id)
    if state == .dropped, reason == nil { throw Refusal.invalid("reason", .missing) }
    if state != .dropped, reason != nil { throw Refusal.invalid("reason", .unknown) }
    if action.state == state, action.reason == reason { return .nothing }
    try action.checkWorded(reason)
    return Decision(.channel(.actionSet(action: id, setting: ActionSetting(state: state, reason: reason))))
  }

  /// For a room that made it.
  static let make = Act(
    "action.make", in: .channel, by: [.server],
    .optional(words, or: ""), .word("owner", Role.self), .optional(.name("member")), .optional(.due), .origin,
    example: ["text": "尺码表做成图", "owner": "backstage", "from": ["solution": "abc"]],
    note: "from a solution; erased on its way, it has no words"
  ) { fold, request, text, owner, member, due, from in
    let content = ActionContent(text: text, owner: owner, member: member.flatMap(Identifier.init), due: due)
    return try fold.adding(content, id: ShortID.make(from: request.command.id), from: from, request)
  }
}

/// Where an action stands, and why it does where it was dropped.
public struct ActionSetting: Sendable, Equatable, Codable {
  let state: Action.State
  let reason: String?

  enum CodingKeys: String, CodingKey {
    case state
    case reason = "note"
  }
}

extension Argument<Action.Origin> {
  fileprivate static var origin: Argument {
    .object(
      "from",
      .group(.log("room", .room), .name("solution"), .optional(.name("issue"))) { room, solution, issue in
        Action.Origin(room: room, solution: solution, issue: issue)
      })
  }
}

extension LogFold {
  fileprivate func adding(
    _ content: ActionContent, id: String, from: Action.Origin?, _ request: Request
  ) throws(Refusal) -> Decision {
    try checkRoom(for: .action, limit: Bounds.actions)
    if from == nil { try request.checkMember(content.member) }
    let action = Action(
      id: id, content, from: from, by: request.actor.member, at: request.context.now,
      edits: Edits(request.context.seq, by: request.actor.member))
    return Decision(.channel(.actionAdded(action: action)))
  }

  func action(_ id: String) throws(Refusal) -> Action {
    guard let action = find(id, as: Action.self) else { throw .notFound }
    return action
  }

  /// Of what has been erased there is nothing to change.
  fileprivate func worded(_ action: Action) throws(Refusal) -> Action {
    guard action.erased == nil else { throw .notFound }
    return action
  }
}

extension Request {
  /// Refuses somebody the organisation does not know, or knows no more.
  func checkMember(_ member: Identifier?) throws(Refusal) {
    guard let member else { return }
    let directory = context.others.values.first { $0.kind == .directory }
    guard directory?.actor(member) != nil else { throw .notFound }
  }
}

extension Action {
  var content: ActionContent {
    get { ActionContent(text: text, owner: owner, member: member, due: due) }
    set { (text, owner, member, due) = (newValue.text, newValue.owner, newValue.member, newValue.due) }
  }

  mutating func edit(_ content: ActionContent, _ event: Event) {
    edits.note(event.seq, by: event.by, rewords: content.text != text)
    self.content = content
  }
}
