extension LogFold {
  /// Whether `id`, `by`, `at` and `op` of `event` are to be kept from this viewer because they would name a secret
  /// author, or somebody who is not. (They are kept, too, where the viewer sees nothing change.) `changes` is what
  /// `apply` answered.
  ///
  /// Hidden is the rule: whatever changes an anonymous card is named to whoever did it alone. If others' acts were
  /// named, one that is not would be the author's, and whoever is named would be none of the few who could be.
  public static func hidesAuthor(of event: Event, _ changes: [Change], from viewer: Viewer) -> Bool {
    guard viewer.member != event.by else { return false }
    return event.facts.contains(where: \.makesACard)
      || !event.facts.allSatisfy(\.concernsAllCards) && changes.contains { $0.isOfAnAnonymousCard }
  }
}

extension Change {
  fileprivate var isOfAnAnonymousCard: Bool {
    guard key.kind == .issue, case .issue(let issue) = before ?? after else { return false }
    return issue.anonymous
  }
}

extension Fact {
  /// Whether a card of a question comes of it: as long as it has not been turned, it tells nobody whose it is.
  fileprivate var makesACard: Bool {
    switch self {
    case .questionPromoted, .questionSettled: true
    default: false
    }
  }

  /// Whether it is done to all cards at once, and tells nothing of any.
  fileprivate var concernsAllCards: Bool {
    switch self {
    case .cardsRevealed, .phaseMoved, .budgetSet, .issuesShifted: true
    default: false
    }
  }
}
