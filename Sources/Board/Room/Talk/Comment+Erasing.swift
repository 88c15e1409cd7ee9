import Identity
import JSON

// Words of a comment that are to be gone.
extension Comment {
  /// Withdrawn or not: of one that was withdrawn the events still have the words.
  static func erase(in log: LogKind) -> Act {
    Act(
      "comment.erase", in: log, zh: "抹除评论", en: "Erase comment", by: [.lead], .record("comment", .comment),
      .ofItself,
      example: ["reason": "用户要求"],
      final: "the words are gone"
    ) { fold, request, id, terms in
      guard let comment = fold.find(id, as: Comment.self), comment.erased == nil else { throw Refusal.notFound }
      return fold.erasing(comment, terms, request)
    }
  }
}

extension LogFold {
  func erasing(_ comment: Comment, _ terms: ErasureTerms, _ request: Request) -> Decision {
    Decision(
      facts: [.commentErased(comment.id, at: request.context.now, reason: terms.reason, in: kind)],
      emptied: [Emptied(comment.id, before: request.context.seq)])
  }

  /// The comments that have taken over words of the issue. What somebody has written anew stays, without the words from
  /// before.
  func erasing(
    commentsOn issue: Issue, quotedBy quoting: [String], _ terms: ErasureTerms, _ request: Request
  ) -> Decision {
    var decision = Decision.nothing
    for comment in comments(on: issue.id) where comment.erased == nil {
      if quoting.contains(comment.id) {
        decision.add(erasing(comment, terms, request))
      } else if comment.edits.haveChanged {
        decision.add(
          .forgettingEarlierWords(of: comment, .room(.earlierWordsErased(record: comment.id, onward: nil))))
      }
    }
    return decision
  }

  mutating func applyErasure(ofComment id: String, _ erasure: Erasure, _ event: Event) {
    guard let comment = find(id, as: Comment.self) else { return }
    revise(Comment.self, id) { ($0.text, $0.mentions, $0.erased) = ("", Mentions(), erasure) }
    reviseTalk(of: comment.issue, event) { _ in }
    forgetMentions { $0.comment == id }
  }
}

extension Comment {
  func quotes(_ words: [String?]) -> Bool {
    erased == nil && words.contains { Quotation.holds(text, wordsOf: $0 ?? "") }
  }
}

extension LogFold {
  /// What a lead is told of, who may have the words erased: comments that were withdrawn, alone or with their issue, in
  /// the order of ids, each with the issue's role. Not who said them.
  public var goneComments: [(comment: Comment, role: Lane)] {
    all(Comment.self).sorted { $0.id < $1.id }.compactMap { comment in
      guard comment.erased == nil, let issue = issueOnceThere(comment.issue) else { return nil }
      let isGone = comment.withdrawnBy != nil || find(issue.id, as: Issue.self) == nil
      return isGone ? (comment, issue.role) : nil
    }
  }
}
