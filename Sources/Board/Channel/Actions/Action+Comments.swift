import Identity
import JSON

// What is said of an action: comments as they are said of an issue, of which each tells their own name and nobody is called.
extension Action {
  static let say = Act(
    "action.comment", in: .channel, zh: "评论待办", en: "Comment on action", by: [.everyone],
    .record("action", .action), Comment.words,
    example: ["text": "等供应商回话"], note: "fifty of one action; read by `GET /api/action`",
    undo: { _, event in
      guard case .channel(.commentPosted(let comment))? = event.facts.first else { return nil }
      return Opposite("comment.withdraw", ["comment": .string(comment.id)])
    }
  ) { fold, request, id, text in
    let action = try fold.action(id)
    guard action.erased == nil else { throw Refusal.notFound }
    try fold.checkRoom(taken: fold.find(id, as: Talk.self)?.comments ?? 0, limit: Comment.most)
    try fold.checkRoom(for: .comment, limit: Bounds.saidOfActions)
    let comment = Comment(
      id: request.newID(), issue: id, text: text, author: request.actor.member, anonymous: false,
      at: request.context.now, seq: request.context.seq,
      edits: Edits(request.context.seq, by: request.actor.member), mentions: Mentions(), reactions: Reactions(),
      withdrawnBy: nil, erased: nil)
    return Decision(.channel(.commentPosted(comment: comment)))
  }
}

extension LogFold {
  /// What is said of the action, withdrawn or not, goes with its words. `before`: only what was said before that event, of
  /// an action whose words a person has made anew since.
  func erasing(
    commentsOn action: Action, before: Int64 = .max, _ terms: ErasureTerms, _ request: Request
  ) -> Decision {
    var decision = Decision.nothing
    for comment in comments(on: action.id) where comment.erased == nil && comment.seq < before {
      decision.add(erasing(comment, terms, request))
    }
    return decision
  }

  public func talk(of id: String) -> Talk? { find(id) }
}
