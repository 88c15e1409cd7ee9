/// Counts that are told, kept as records come and go, so that telling them costs no walk over thousands.
struct Tally: Sendable, Equatable {
  /// Told ones.
  private(set) var questions = 0
  private(set) var openQuestions = 0
  private(set) var hiddenShows = 0
  private(set) var promotedSolutions = 0
  private(set) var trialEntries = 0
  private(set) var entriesInForce = 0
  private(set) var activeMembers = 0
  private(set) var leads = 0
  /// Issues that others are yet to see.
  private(set) var hiddenIssues = 0
  /// Done or dropped, and told to everybody.
  private(set) var settledActions = 0
  /// Of members who have cast all their votes.
  private(set) var spentBallots = 0
  /// The same, by lane. A lane without any is not in it.
  private(set) var hiddenInLanes: [Lane: Int] = [:]

  mutating func count(_ record: Record, _ by: Int) {
    switch record {
    case .question(let question):
      if !question.isFileWithdrawn { questions += by }
      if question.isOpen { openQuestions += by }
    case .solution(let solution): if solution.promotion?.state == .done { promotedSolutions += by }
    case .entry(let entry):
      if entry.status == .trial { trialEntries += by }
      if entry.status == .inForce { entriesInForce += by }
    case .member(let member):
      if member.active { activeMembers += by }
      if member.active, member.isLead { leads += by }
    case .listedShow(let show): if show.isHidden { hiddenShows += by }
    case .organisation, .channel, .invitation, .listedRoom: break
    case .show, .goal, .snapshot, .latest, .series, .seriesAside, .marker, .file: break
    case .action(let action): if !action.state.isOpen, !action.isPutAway { settledActions += by }
    case .deferral: break
    case .issue(let issue): if !issue.revealed, issue.erased == nil { count(hidden: issue.role, by) }
    case .ballot(let ballot): if ballot.isSpent { spentBallots += by }
    case .room, .progress, .gone, .thresholds, .mapping: break
    case .template: break
    case .timer: break
    case .focus: break
    case .ready: break
    case .worth: break
    case .cause: break
    case .order: break
    case .agenda: break
    case .comment, .talk, .mention: break
    case .group: break
    case .handVotes: break
    }
  }

  private mutating func count(hidden lane: Lane, _ by: Int) {
    hiddenIssues += by
    let n = hiddenInLanes[lane, default: 0] + by
    hiddenInLanes[lane] = n == 0 ? nil : n
  }
}
