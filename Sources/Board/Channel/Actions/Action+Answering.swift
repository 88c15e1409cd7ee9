import Identity
import JSON

// What the next room hears of an action.
extension Action {
  /// How often a room may hear "not yet" before it asks why.
  static let patience = 2

  static let answer = Act(
    "action.answer", in: .channel, zh: "答待办", en: "Answer", by: [.everyone],
    .record("action", .action), .log("room", .room), .word("answer", Answer.Word.self), .optional(why),
    example: ["answer": "notYet"],
    note: """
      `dropped`, and `notYet` in the third room, with a `reason`; with `on` where this room has an answer by somebody else
      """,
    undo: { before, event in
      guard case .channel(.actionAnswered(let id, let answer))? = event.facts.first else { return nil }
      var args = JSONObject()
      args["action"] = .string(id)
      args["room"] = .string(answer.room.description)
      guard let earlier = before.find(id, as: Action.self)?.answer(in: answer.room) else {
        return Opposite("action.unanswer", .object(args))
      }
      args["answer"] = .word(earlier.answer)
      args["reason"] = earlier.reason.map(JSON.string)
      return Opposite("action.answer", .object(args))
    }
  ) { fold, request, id, room, word, reason in
    let action = try fold.action(id)
    guard fold.find(room.description, as: ListedRoom.self) != nil else { throw Refusal.notFound }
    let earlier = action.answer(in: room)
    if let earlier, (earlier.answer, earlier.reason) == (word, reason) { return .nothing }
    if word == .done, reason != nil { throw Refusal.invalid("reason", .unknown) }
    if reason == nil, action.asksWhy(word, in: room) { throw Refusal.invalid("reason", .missing) }
    try action.checkWorded(reason)
    try request.checkFirst(earlier, of: action)
    let answer = Answer(
      room: room, answer: word, reason: reason, by: request.actor.member, at: request.context.now,
      seq: request.context.seq, was: earlier?.was ?? action.state,
      wasReason: earlier == nil ? action.reason : earlier?.wasReason)
    return Decision(.channel(.actionAnswered(action: id, answer: answer)))
  }

  static let unanswer = Act(
    "action.unanswer", in: .channel, zh: "收回回答", en: "Take answer back", by: [.everyone],
    .record("action", .action), .log("room", .room), note: "with `on`, as `action.answer`",
    final: "the action is answered again"
  ) { fold, request, id, room in
    let action = try fold.action(id)
    guard let answer = action.answer(in: room) else { return .nothing }
    try request.checkFirst(answer, of: action)
    return Decision(.channel(.actionUnanswered(action: id, room: room)))
  }
}

extension Action {
  /// Whether that answer needs a reason: what is dropped, and what a third room hears is not done.
  func asksWhy(_ word: Answer.Word, in room: Identifier) -> Bool {
    switch word {
    case .done: false
    case .dropped: true
    case .notYet: answers.count { $0.answer == .notYet && $0.room != room } >= Self.patience
    }
  }
}

extension Action {
  /// On what has been erased no words are put any more.
  func checkWorded(_ reason: String?) throws(Refusal) {
    if reason != nil, erased != nil { throw .notFound }
  }
}

extension Request {
  /// The first answer stands: whoever did not know of it hears of it.
  fileprivate func checkFirst(_ answer: Action.Answer?, of action: Action) throws(Refusal) {
    guard let answer, answer.by != actor.member, (command.on ?? 0) < answer.seq else { return }
    throw overtaken(by: action)
  }
}

extension LogFold {
  mutating func reviseAction(_ id: String, _ event: Event, _ change: (inout Action) -> Void) {
    revise(Action.self, id) {
      change(&$0)
      $0.edits.restamp(event.seq)
    }
    putAwaySettledActions()
  }

  /// Of those that are settled everybody is told the newest hundred.
  private mutating func putAwaySettledActions() {
    let excess = shelves.tally.settledActions - Bounds.settledActions
    guard excess > 0 else { return }
    let settled = all(Action.self).filter { !$0.state.isOpen && !$0.isPutAway }
    let oldest = settled.sorted { ($0.settledAt ?? 0, $0.id) < ($1.settledAt ?? 0, $1.id) }.prefix(excess)
    for action in oldest { revise(Action.self, action.id) { $0.isPutAway = true } }
  }
}
