import Identity
import JSON

// A word said, and taken back. Absolute: sent twice, it is said once.
extension Issue {
  static let react = Act(
    "issue.react", in: .room, zh: "回应", en: "Reaction", by: [.everyoneOnceRevealed], during: work,
    .record("issue", .issue), .word("word", Reaction.self), .flag("on"),
    example: ["word": "agree", "on": true],
    undo: { _, event in
      guard case .room(.issueReacted(let id, let word, let isOn))? = event.facts.first else { return nil }
      return Opposite("issue.react", ["issue": .string(id), "word": .word(word), "on": .bool(!isOn)])
    }
  ) { fold, request, id, word, isOn in
    let issue = try fold.visibleIssue(id, request)
    try request.admit(author: issue.author, isRevealed: issue.revealed)
    let said = fold.find(id, as: Talk.self)?.reactions[word].contains(request.actor.member) ?? false
    return said == isOn ? .nothing : Decision(.room(.issueReacted(issue: id, word: word, isOn: isOn)))
  }
}

extension Comment {
  static let react = Act(
    "comment.react", in: .room, zh: "回应评论", en: "Reaction to a comment", by: [.everyone], during: Issue.work,
    .record("comment", .comment), .word("word", Reaction.self), .flag("on"),
    example: ["word": "agree", "on": true],
    undo: { _, event in
      guard case .room(.commentReacted(let id, let word, let isOn))? = event.facts.first else { return nil }
      return Opposite("comment.react", ["comment": .string(id), "word": .word(word), "on": .bool(!isOn)])
    }
  ) { fold, request, id, word, isOn in
    let comment = try fold.comment(id)
    guard comment.erased == nil || !isOn else { throw Refusal.notFound }
    let said = comment.reactions[word].contains(request.actor.member)
    return said == isOn ? .nothing : Decision(.room(.commentReacted(comment: id, word: word, isOn: isOn)))
  }
}

extension LogFold {
  mutating func applyReaction(_ word: Reaction, isOn: Bool, toIssue id: String, _ event: Event) {
    reviseTalk(of: id, event) { $0.reactions.set(word, by: event.by, isOn: isOn) }
  }

  mutating func applyReaction(_ word: Reaction, isOn: Bool, toComment id: String, _ event: Event) {
    guard let comment = find(id, as: Comment.self) else { return }
    revise(Comment.self, id) { $0.reactions.set(word, by: event.by, isOn: isOn) }
    reviseTalk(of: comment.issue, event) { _ in }
  }
}
