public import Identity

/// What happened, in the past tense; an event's body is one or more. Stored for good: a case or a label is never
/// renamed, a new field is optional. Who and when stand in the event's row, words that must be erasable beside it.
///
/// Indirect, as a record is: whoever passes one on copies a reference, not twenty fields.
public indirect enum Fact: Sendable, Equatable, Codable {
  // The directory
  case organisationFounded(name: String, zone: String)
  case organisationRenamed(name: String)
  case roleLabelled(role: Role, label: String)
  case channelAdded(channel: Channel)
  case channelRenamed(channel: String, name: String)
  case invitationOffered(invitation: Invitation)
  case invitationRevoked(invitation: String)
  case memberJoined(
    member: Identifier, name: String, roles: [Role], lead: Bool, invitation: String?)
  case memberRenamed(member: Identifier, name: String)
  case memberAssigned(member: Identifier, roles: [Role])
  case memberAppointed(member: Identifier, lead: Bool)
  case memberRemoved(member: Identifier)
  case showScheduled(show: ListedShow)
  case showAmended(show: Identifier, title: String, startsAt: Int64, endsAt: Int64?)
  case roomOpened(room: ListedRoom)

  // A show
  case showFounded(show: Show)
  case showPlanned(title: String, startsAt: Int64, endsAt: Int64?)
  case showStarted(at: Int64)
  case showEnded(at: Int64)
  /// Both times as they are known now: one that is not there has been taken back.
  case showTimed(start: Int64?, end: Int64?)
  /// What a platform's file says of it.
  case showTold(times: Show.Times)
  case goalSet(goal: Goal)
  case goalCleared(metric: String)
  case snapshotTaken(snapshot: Snapshot)
  case seriesImported(series: Series, instead: [String])
  case markerAdded(marker: Marker)
  case markerRemoved(marker: String)
  case questionLogged(question: Question)
  case questionEdited(question: String, content: QuestionContent)
  case questionAskedAgain(question: String)
  case questionAnswered(question: String, answer: Question.Answer)
  case questionMarked(question: String, status: QuestionStatus)
  case questionAired(question: String, onAir: Bool)
  case questionPromoted(question: String, room: Identifier, act: Identifier)
  case questionSettled(question: String, state: Question.Link.State, issue: String?)
  /// `onward`: with what came of it. Not known of events stored before that was told.
  case questionErased(question: String, at: Int64, reason: String, onward: Bool?)

  // A room
  case roomFounded(room: Room)
  case phaseMoved(phase: Phase, step: Phase.Step?)
  case cardsRevealed(numbers: [String: Int])
  case facilitatorHanded(member: Identifier)
  case budgetSet(votes: Int)
  case issuePosted(issue: Issue)
  case issueEdited(issue: String, content: IssueContent)
  case issueWithdrawn(issue: String)
  /// `quotedBy`: the solutions that have its words and were left; nil when there is nothing more to go.
  case issueErased(issue: String, at: Int64, reason: String, quotedBy: [String]?)
  /// The show's start has been corrected: what is told in seconds from it moves along.
  case issuesShifted(show: Identifier, by: Int)
  case issueTagged(issue: String, tagging: Issue.Tagging)
  case issueLinked(issue: String, link: Issue.Link)
  case issueUnlinked(issue: String)
  case voteSet(issue: String, votes: Int)
  case solutionProposed(solution: Solution)
  case solutionEdited(solution: String, content: SolutionContent)
  case solutionDropped(solution: String)
  case solutionErased(solution: String, at: Int64, reason: String, onward: Bool?)
  case solutionPromoted(solution: String, act: Identifier)
  case promotionSettled(
    solution: String, state: Solution.Promotion.State, entry: String?, code: Refusal.Code?)

  /// What a person made of them since stays: nothing of the record changes. `onward`: why the entry goes that was made
  /// of a solution's earlier words.
  case earlierWordsErased(record: String, onward: String?)

  // The playbook
  case entryWritten(entry: Entry)
  case entryEdited(entry: String, content: EntryContent)
  case evidenceShifted(show: Identifier, by: Int)
  case entryErased(entry: String, at: Int64, reason: String)
  case entryMarked(entry: String, status: Entry.Status, verified: Entry.Verification?)
}

extension Fact {
  /// Whether nobody may see any more what this log said before. A new kind is to say which it is.
  public var erasesWords: Bool {
    switch self {
    case .questionErased, .issueErased, .solutionErased, .entryErased, .earlierWordsErased: return true
    case .organisationFounded, .organisationRenamed, .roleLabelled, .channelAdded, .channelRenamed, .invitationOffered,
      .invitationRevoked, .memberJoined, .memberRenamed, .memberAssigned, .memberAppointed, .memberRemoved,
      .showScheduled, .showAmended, .roomOpened:
      return false
    case .showFounded, .showPlanned, .showStarted, .showEnded, .showTimed, .showTold, .goalSet, .goalCleared,
      .snapshotTaken, .seriesImported, .markerAdded, .markerRemoved, .questionLogged, .questionEdited,
      .questionAskedAgain, .questionAnswered, .questionMarked, .questionAired, .questionPromoted, .questionSettled:
      return false
    case .roomFounded, .phaseMoved, .cardsRevealed, .facilitatorHanded, .budgetSet, .issuePosted, .issueEdited,
      .issueWithdrawn, .issuesShifted, .issueTagged, .issueLinked, .issueUnlinked, .voteSet, .solutionProposed,
      .solutionEdited, .solutionDropped, .solutionPromoted, .promotionSettled:
      return false
    case .entryWritten, .entryEdited, .evidenceShifted, .entryMarked:
      return false
    }
  }
}
