import Identity
import JSON

// What is done with a comment.
extension Comment {
  static let acts = [
    post, edit(in: .room), withdraw(in: .room), restore(in: .room), react, erase(in: .room),
  ]
  /// Of actions.
  static let actsOfChannel = [
    Action.say, edit(in: .channel), withdraw(in: .channel), restore(in: .channel), erase(in: .channel),
  ]
  /// Of one issue, and of one action.
  static let most = 50
  static let words = Argument.text("text", 1...1000, isMultiline: true)

  static let post = Act(
    "comment.post", in: .room, zh: "评论", en: "Comment", by: [.everyoneOnceRevealed], during: Issue.work,
    .record("issue", .issue), words, .mentions, .optional(.flag("anonymous"), or: false),
    example: ["text": "先核价再转品"],
    note: "`anonymous` by the author of an anonymous card alone; whom it names is told so, but for who is not there",
    needs: Mentions.needs,
    undo: { _, event in
      guard case .room(.commentPosted(let comment, _))? = event.facts.first else { return nil }
      return Opposite("comment.withdraw", ["comment": .string(comment.id)])
    }
  ) { fold, request, id, text, mentions, anonymous in
    let issue = try fold.visibleIssue(id, request)
    try request.admit(author: issue.author, isRevealed: issue.revealed)
    guard issue.erased == nil else { throw Refusal.notFound }
    guard !anonymous || issue.anonymous && issue.author == request.actor.member else {
      throw Refusal.invalid("anonymous", .invalid)
    }
    try fold.checkRoom(taken: fold.find(id, as: Talk.self)?.comments ?? 0, limit: most)
    try fold.checkRoom(for: .comment, limit: Bounds.comments)
    let known = mentions.known(to: request)
    let comment = Comment(
      id: request.newID(), issue: id, text: text, author: request.actor.member, anonymous: anonymous,
      at: request.context.now, seq: request.context.seq,
      edits: Edits(request.context.seq, by: request.actor.member), mentions: known, reactions: Reactions(),
      withdrawnBy: nil, erased: nil)
    return Decision(.room(.commentPosted(comment: comment, notified: known.notified(by: request))))
  }

  /// Its author alone: what others say is theirs.
  private static func edit(in log: LogKind) -> Act {
    Act(
      "comment.edit", in: log, zh: "改评论", en: "Edit comment", by: [.author], during: Issue.work,
      .record("comment", .comment), words, .mentions,
      example: ["text": "先核价，再转品"],
      note: log == .room ? "whom it names that it did not name before is told so" : "it names nobody",
      needs: Mentions.needs,
      undo: { before, event in
        guard let id = event.facts.first?.editedComment, let comment = before.find(id, as: Comment.self) else {
          return nil
        }
        var args = comment.mentions.arguments
        args["comment"] = .string(id)
        args["text"] = .string(comment.text)
        return Opposite("comment.edit", .object(args))
      }
    ) { fold, request, id, text, mentions in
      guard log == .room || mentions.isEmpty else { throw Refusal.invalid("members", .invalid) }
      let comment = try fold.comment(id)
      try request.admit(author: comment.author)
      guard comment.erased == nil else { throw Refusal.notFound }
      let content = CommentContent(text: text, mentions: mentions.isEmpty ? mentions : mentions.known(to: request))
      if content == comment.content { return .nothing }
      let notified = content.mentions.notified(by: request, besides: comment.mentions)
      return Decision(.commentEdited(id, content, notified: notified, in: log))
    }
  }

  private static func withdraw(in log: LogKind) -> Act {
    Act(
      "comment.withdraw", in: log, zh: "撤评论", en: "Withdraw comment", by: [.author, .facilitator],
      during: Issue.work,
      .record("comment", .comment),
      undo: { before, event in
        guard let id = event.facts.first?.withdrawnComment, before.find(id, as: Comment.self)?.author == event.by else {
          return nil
        }
        return Opposite("comment.restore", ["comment": .string(id)])
      }
    ) { fold, request, id in
      let comment = try fold.comment(id)
      try request.admit(author: comment.author)
      return Decision(.commentWithdrawn(id, in: log))
    }
  }

  /// By its author, who took it back themselves.
  private static func restore(in log: LogKind) -> Act {
    Act(
      "comment.restore", in: log, zh: "恢复评论", en: "Bring back comment", by: [.author], during: Issue.work,
      .record("comment", .comment), note: "which one has withdrawn oneself",
      undo: { _, event in
        event.facts.first?.restoredComment.map { Opposite("comment.withdraw", ["comment": .string($0)]) }
      }
    ) { fold, request, id in
      guard let comment = fold.find(id, as: Comment.self), fold.hasSubject(comment.issue) else {
        throw Refusal.notFound
      }
      try request.admit(author: comment.author)
      guard let withdrawnBy = comment.withdrawnBy else { return .nothing }
      guard withdrawnBy == comment.author else { throw Refusal.notFound }
      try fold.checkRoom(taken: fold.find(comment.issue, as: Talk.self)?.comments ?? 0, limit: most)
      return Decision(.commentRestored(id, in: log))
    }
  }
}

extension LogFold {
  /// The comment, if it stands, and what it is said of.
  func comment(_ id: String) throws(Refusal) -> Comment {
    guard let comment = find(id, as: Comment.self), comment.withdrawnBy == nil, hasSubject(comment.issue) else {
      throw .notFound
    }
    return comment
  }

  /// Whether the issue or the action of which something is said is there.
  func hasSubject(_ id: String) -> Bool { find(id, as: Issue.self) != nil || find(id, as: Action.self) != nil }

  /// Those on an issue or an action, withdrawn or not, in their order.
  func comments(on issue: String) -> [Comment] {
    all(Comment.self).filter { $0.issue == issue }.sorted { $0.seq < $1.seq }
  }

  mutating func applyComment(_ comment: Comment, notified: [Identifier], _ event: Event) {
    put(comment)
    reviseTalk(of: comment.issue, event) { $0.comments += 1 }
    mention(comment, to: notified)
  }

  mutating func applyEdit(of id: String, _ content: CommentContent, notified: [Identifier], _ event: Event) {
    guard let comment = find(id, as: Comment.self) else { return }
    revise(Comment.self, id) { $0.edit(content, event) }
    reviseTalk(of: comment.issue, event) { _ in }
    mention(comment, to: notified)
  }

  mutating func applyWithdrawal(ofComment id: String, _ event: Event) {
    guard let comment = find(id, as: Comment.self), comment.withdrawnBy == nil else { return }
    revise(Comment.self, id) { $0.withdrawnBy = event.by }
    reviseTalk(of: comment.issue, event) { $0.comments -= 1 }
    forgetMentions { $0.comment == id }
  }

  mutating func applyRestoring(of id: String, _ event: Event) {
    guard let comment = find(id, as: Comment.self), comment.withdrawnBy != nil else { return }
    revise(Comment.self, id) { $0.withdrawnBy = nil }
    reviseTalk(of: comment.issue, event) { $0.comments += 1 }
  }
}
