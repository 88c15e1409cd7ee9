extension LogFold {
  /// Whether `id`, `by`, `at` and `op` of `event` are to be kept from this viewer because they would name a secret
  /// author, or somebody who is not. (They are kept, too, where the viewer sees nothing change.) `changes` is what
  /// `apply` answered.
  public static func hidesAuthor(of event: Event, _ changes: [Change], from viewer: Viewer) -> Bool {
    guard viewer.member != event.by else { return false }
    if event.facts.contains(where: { $0.naming == .withheld }) { return true }
    return event.facts.contains { $0.naming == .withheldOfAnonymousIssues }
      && changes.contains { $0.isOfAnAnonymousIssue }
  }
}

extension Change {
  fileprivate var isOfAnAnonymousIssue: Bool {
    switch before ?? after {
    case .issue(let issue): issue.anonymous
    case .comment(let comment): comment.anonymous
    default: false
    }
  }
}
