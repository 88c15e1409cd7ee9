import Identity
import JSON
import Privacy

// A question's way into a review.
extension Question {
  /// Asks the room to raise the question as an issue, in the question's words or the ones given.
  static let promote = Act(
    "question.promote", in: .show, zh: "转为卡片", en: "Make a card", by: askers,
    .record("question", .question), .log("room", .room), .word("kind", Issue.Kind.self),
    .optional(.word("role", Role.self), or: .privateDomain), .optional(words),
    example: ["kind": "puzzle"], note: "becomes an issue of that room",
    final: "the card is in the room; it is withdrawn there"
  ) { fold, request, id, room, kind, role, given in
    let question = try fold.question(id)
    if let link = question.issue, link.state != .refused {
      if link.room == room { return .nothing }
      throw request.overtaken(by: question)
    }
    guard let text = given.map({ Redaction.redact($0).text }) ?? question.text else {
      throw Refusal.invalid("text", .missing)
    }
    let issue: JSON = [
      "show": .string(fold.log.description), "question": .string(question.id), "offset": .int(question.offset),
      "plus": .int(question.plus), "role": .word(role), "kind": .word(kind),
      "text": .string(String(text.unicodeScalars.prefix(500))),
    ]
    return Decision(
      facts: [.show(.questionPromoted(question: question.id, room: room, act: request.actID))],
      pending: [request.act(in: room, .room, "issue.raise", issue, settle: "question.settle")])
  }

  static let settle = Act(
    "question.settle", in: .show, by: [.server], .outcome, example: ["accepted": true]
  ) { fold, request, outcome in
    guard let question = fold.all(Question.self).first(where: { $0.issue?.act == outcome.act }) else {
      throw Refusal.notFound
    }
    guard let link = question.issue, link.state == .requested else { return .nothing }
    var decision = Decision(
      .show(
        .questionSettled(
          question: question.id, state: outcome.isAccepted ? .raised : .refused,
          issue: outcome.isAccepted ? outcome.made : nil)))
    // Erased while it was on its way: the words may have arrived before that was known.
    if outcome.isAccepted, let erased = question.erased, link.isForgotten != false {
      decision.pending = [link.forgetting(erased.reason, request)]
    }
    return decision
  }
}

extension Question {
  mutating func settle(_ state: Link.State, issue made: String?) {
    issue?.state = state
    issue?.issue = made
  }
}

extension Question.Link {
  /// Has the room forget the issue this question became. Asked for twice, it is done once.
  func forgetting(_ reason: String, _ request: Request) -> PendingAct {
    PendingAct(
      id: act.derived(step: 5), target: room, targetKind: .room, op: "issue.forget",
      args: ["issue": .string(issue ?? ShortID.make(from: act)), "reason": .string(reason)],
      member: request.actor.member, settle: nil)
  }
}
