extension LogFold {
  /// Whether `id`, `by`, `at` and `op` of `event` are to be kept from this viewer because they would name a secret
  /// author, or somebody who is not. (They are kept, too, where the viewer sees nothing change.) `changes` is what
  /// `apply` answered.
  public static func hidesAuthor(of event: Event, _ changes: [Change], from viewer: Viewer) -> Bool {
    viewer.member != event.by && event.facts.contains { $0.isSecretive(in: changes) }
  }
}

extension Fact {
  /// Whether this is an act on an anonymous card, or makes a card of a question: a card that has not been turned tells
  /// nobody whose it is. If others' acts were named, one that is not would be the author's, and whoever is named would
  /// be none of the few who could be. Acts on all cards at once (a reveal, a move) tell nothing of any card, and are
  /// named.
  fileprivate func isSecretive(in changes: [Change]) -> Bool {
    let id: String
    switch self {
    case .issuePosted(let issue): id = issue.id
    case .issueEdited(let issue, _), .issueWithdrawn(let issue), .issueErased(let issue, _, _, _),
      .issueLinked(let issue, _), .issueUnlinked(let issue):
      id = issue
    case .organisationFounded, .organisationRenamed, .roleLabelled, .channelAdded, .channelRenamed, .invitationOffered,
      .invitationRevoked, .memberJoined, .memberRenamed, .memberAssigned, .memberAppointed, .memberRemoved,
      .showScheduled, .showAmended, .roomOpened:
      return false
    case .showFounded, .showPlanned, .showStarted, .showEnded, .showTimed, .showTold, .goalSet, .goalCleared,
      .snapshotTaken, .seriesImported,
      .markerAdded, .markerRemoved, .questionLogged, .questionEdited, .questionAskedAgain, .questionAnswered,
      .questionMarked, .questionAired, .questionErased:
      return false
    case .questionPromoted, .questionSettled: return true
    case .roomFounded, .phaseMoved, .cardsRevealed, .facilitatorHanded, .budgetSet, .issuesShifted, .voteSet,
      .solutionProposed,
      .solutionEdited, .solutionDropped, .solutionErased, .solutionPromoted, .promotionSettled,
      .earlierWordsErased:
      return false
    case .entryWritten, .entryEdited, .entryErased, .evidenceShifted, .entryMarked: return false
    }
    guard let change = changes.first(where: { $0.key == RecordKey(.issue, id) }),
      case .issue(let issue) = change.before ?? change.after
    else { return false }
    return issue.anonymous
  }
}
