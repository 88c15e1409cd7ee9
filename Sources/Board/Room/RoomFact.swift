public import Identity
import JSON

/// What happened in a review. Stored for good: a case or a label is never renamed, and a field that comes later is read
/// with a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference, not twenty fields.
public indirect enum RoomFact: Sendable, Equatable, Codable {
  case roomFounded(room: Room)
  case phaseMoved(phase: Phase, step: Phase.Step?)
  case cardsRevealed(numbers: [String: Int])
  case facilitatorHanded(member: Identifier)
  case budgetSet(votes: Int)
  /// How many votes one may give to one issue or group; 0: all.
  case capSet(votes: Int)
  case issuePosted(issue: Issue)
  case issueEdited(issue: String, content: IssueContent)
  case issueWithdrawn(issue: String)
  /// `no`: of one that was withdrawn before the cards were turned, and comes back after.
  case issueRestored(issue: String, no: Int?)
  /// `quotedBy`: the solutions that have its words and were left; nil when there is nothing more to go.
  case issueErased(issue: String, at: Int64, reason: String, quotedBy: [String]?)
  /// The show's start has been corrected: what is told in seconds from it moves along.
  case issuesShifted(show: Identifier, by: Int)
  case issueTagged(issue: String, tagging: Issue.Tagging)
  case issueMarked(issue: String, state: Issue.State)
  case issuePlaced(issue: String, place: LanePlace?)
  case issueLinked(issue: String, link: Issue.Link)
  case issueUnlinked(issue: String)
  /// `issue`: an issue, or a group.
  case voteSet(issue: String, votes: Int)
  /// In which order the issues are talked about, from the moment on at which solving begins.
  case agendaFrozen(agenda: Agenda)
  case whySaid(why: Why)
  case whyReworded(why: Why)
  case whyDropped(issue: String, place: Int)
  case causeErased(issue: String)
  case handPeopleSet(people: Int)
  case handVoteSet(issue: String, votes: Int)
  case groupMade(group: Group)
  case groupTook(group: String, issues: [String])
  case groupLost(group: String, issues: [String])
  case groupRenamed(group: String, naming: Group.Naming)
  case groupDissolved(group: String)
  case groupRestored(group: String, issues: [String])
  case groupTitleErased(group: String)
  case solutionProposed(solution: Solution)
  case solutionEdited(solution: String, content: SolutionContent)
  case solutionChosen(solution: String, isChosen: Bool)
  case solutionDropped(solution: String)
  case solutionRestored(solution: String)
  case solutionErased(solution: String, at: Int64, reason: String, onward: Bool?)
  case solutionPromoted(solution: String, act: Identifier)
  case promotionSettled(
    solution: String, state: Solution.Promotion.State, entry: String?, code: Refusal.Code?)

  /// What a person made of them since stays: nothing of the record changes. `onward`: why the entry goes that was made
  /// of a solution's earlier words.
  case earlierWordsErased(record: String, onward: String?)

  /// Milliseconds.
  case timerStarted(lasts: Int64)
  case facilitatorTaken(member: Identifier)
  case timerPaused
  case timerResumed
  case timerExtended(by: Int64)
  case timerStopped
  /// As it was before somebody did something to it.
  case timerRestored(timer: PhaseTimer)
  case timerExpired(deadline: Int64)
  case focusSet(issue: String)
  case focusLeft
  case readySaid
  case readyTakenBack
  /// Nil: as it is suggested.
  case minutesPlanned(phase: Phase, minutes: Int?)
  case actionsDeferred(actions: [String])
  case solutionActed(solution: String, acted: Solution.Acted)
  case actionSettled(solution: String, act: Identifier, state: Solution.Promotion.State, code: Refusal.Code?)
  case worthSet(score: Int)
  /// `notified`: whom it calls, roles and all.
  case commentPosted(comment: Comment, notified: [Identifier])
  case commentEdited(comment: String, content: CommentContent, notified: [Identifier])
  case commentWithdrawn(comment: String)
  case commentRestored(comment: String)
  case commentErased(comment: String, at: Int64, reason: String)
  case issueReacted(issue: String, word: Reaction, isOn: Bool)
  case commentReacted(comment: String, word: Reaction, isOn: Bool)
  case mentionsRead(issue: String)
}

extension RoomFact: KindFact {
  var since: Int {
    switch self {
    case .issueTagged: 2
    case .roomFounded(let room): room.template == nil ? 1 : 4
    case .timerStarted: 4
    case .facilitatorTaken: 4
    case .timerPaused: 4
    case .timerResumed: 4
    case .timerExtended: 4
    case .timerStopped: 4
    case .timerRestored: 4
    case .issueRestored: 4
    case .solutionRestored: 4
    case .timerExpired: 4
    case .focusSet: 4
    case .focusLeft: 4
    case .readySaid: 4
    case .readyTakenBack: 4
    case .minutesPlanned: 4
    case .actionsDeferred: 4
    case .solutionActed: 4
    case .actionSettled: 4
    case .worthSet: 4
    case .issueMarked: 4
    case .issuePlaced: 4
    case .agendaFrozen: 4
    case .whySaid: 4
    case .whyReworded: 4
    case .whyDropped: 4
    case .causeErased: 4
    case .solutionChosen: 4
    case .commentPosted, .commentEdited, .commentWithdrawn, .commentRestored, .commentErased: 4
    case .issueReacted, .commentReacted, .mentionsRead: 4
    case .capSet: 4
    case .handPeopleSet: 4
    case .handVoteSet: 4
    case .groupMade: 4
    case .groupTook: 4
    case .groupLost: 4
    case .groupRenamed: 4
    case .groupDissolved: 4
    case .groupRestored: 4
    case .groupTitleErased: 4
    case .issuePosted(let issue): issue.kind.isOld && issue.role != .all ? 1 : 4
    case .issueEdited(_, let content): content.kind.isOld && content.role != .all ? 1 : 4
    default: 1
    }
  }

  var erasesWords: Bool {
    switch self {
    case .issueErased, .solutionErased, .earlierWordsErased: true
    case .causeErased: true
    case .commentErased: true
    case .groupTitleErased: true
    case .capSet: false
    case .handPeopleSet: false
    case .handVoteSet: false
    case .groupMade: false
    case .groupTook: false
    case .groupLost: false
    case .groupRenamed: false
    case .groupDissolved: false
    case .groupRestored: false
    case .roomFounded, .phaseMoved, .cardsRevealed, .facilitatorHanded, .budgetSet, .issuePosted, .issueEdited,
      .issueWithdrawn, .issuesShifted, .issueTagged, .issueLinked, .issueUnlinked, .voteSet, .solutionProposed,
      .solutionEdited, .solutionDropped, .solutionPromoted, .promotionSettled:
      false
    case .timerStarted: false
    case .facilitatorTaken: false
    case .timerPaused: false
    case .timerResumed: false
    case .timerExtended: false
    case .timerStopped: false
    case .timerRestored: false
    case .issueRestored: false
    case .solutionRestored: false
    case .timerExpired: false
    case .focusSet: false
    case .focusLeft: false
    case .readySaid: false
    case .readyTakenBack: false
    case .minutesPlanned: false
    case .actionsDeferred: false
    case .solutionActed: false
    case .actionSettled: false
    case .worthSet: false
    case .issueMarked: false
    case .issuePlaced: false
    case .agendaFrozen: false
    case .whySaid: false
    case .whyReworded: false
    case .whyDropped: false
    case .solutionChosen: false
    case .commentPosted, .commentEdited, .commentWithdrawn, .commentRestored: false
    case .issueReacted, .commentReacted, .mentionsRead: false
    }
  }

  /// What is done to all issues at once tells nothing of any. Of everything else nobody is named who changed an
  /// anonymous issue: if others' acts were named, one that is not would be the author's, and whoever is named would be
  /// none of the few who could be.
  var naming: Naming {
    switch self {
    case .cardsRevealed, .phaseMoved, .budgetSet, .issuesShifted: .told
    case .worthSet: .withheld
    // A chain of whys bears nobody's name: whoever wrote the issue may well have said one.
    case .whySaid: .withheld
    case .whyReworded: .withheld
    case .whyDropped: .withheld
    // Nor does the place of a card: whoever wrote it may well have moved it.
    case .issuePlaced: .withheld
    case .capSet: .told
    case .agendaFrozen: .told
    default: .withheldOfAnonymousIssues
    }
  }

  /// A page that has no agenda puts the issues in the same order by itself.
  var isDispensable: Bool { if case .agendaFrozen = self { true } else { false } }

  func write(into json: inout JSONWriter) throws {
    switch self {
    case .issuePosted(let issue): try json.stored("issuePosted", "issue", issue.writeStored)
    case .issueEdited(let issue, let content):
      json.stored("issueEdited") { json in
        json.member("issue", issue)
        json.object("content", content.writeStored)
      }
    case .voteSet(let issue, let votes):
      json.stored("voteSet") { json in
        json.member("issue", issue)
        json.member("votes", votes)
      }
    default: try json.encode(self)
    }
  }
}

// MARK: - What each changes

extension LogFold {
  /// What each fact changes. Total: of a record that is gone, nothing.
  mutating func apply(_ fact: RoomFact, of event: Event) {
    switch fact {
    case .roomFounded(let room):
      put(room)
      tellProgress()
    case .phaseMoved(let phase, let step): applyMove(to: phase, step, event)
    case .cardsRevealed(let numbers): applyReveal(numbers, event)
    case .facilitatorHanded(let member):
      revise(Room.self, "room") { ($0.facilitator, $0.former) = (member, nil) }
      passHandVotes(to: member)
    case .budgetSet(let votes): applyBudget(votes)
    case .capSet(let votes): applyCap(votes)
    case .issuePosted(let issue): applyPost(issue)
    case .issueEdited(let issue, let content):
      revise(Issue.self, issue) { $0.edit(content, event) }
      tellProgress()
    case .issueWithdrawn(let issue): applyWithdrawal(of: issue, event)
    case .issueRestored(let issue, let no): applyRestoration(ofIssue: issue, no: no, event)
    case .issueErased(let issue, let at, let reason, let quotedBy):
      reviseOnceThere(issue: issue) { $0.erase(Erasure(at: at, reason: reason), quotedBy: quotedBy) }
      loseFocus(of: issue)
      tellProgress()
    case .issuesShifted(let show, let seconds): applyShift(of: show, by: seconds)
    case .issueTagged(let issue, let tagging): revise(Issue.self, issue) { $0.tags = tagging.tags }
    case .issueMarked(let issue, let state): revise(Issue.self, issue) { $0.state = state }
    case .issuePlaced(let issue, let place): applyPlace(place, of: issue)
    case .issueLinked(let issue, let link): revise(Issue.self, issue) { $0.link = link }
    case .issueUnlinked(let issue): revise(Issue.self, issue) { $0.link = nil }
    case .voteSet(let issue, let votes): applyVote(votes, for: issue, by: event.by)
    case .agendaFrozen(let agenda): put(agenda)
    case .whySaid(let why): applyWhy(why, event)
    case .whyReworded(let why): applyRewording(why, event)
    case .whyDropped(let issue, let place): applyDrop(ofWhy: place, of: issue, event)
    case .causeErased(let issue): remove(Cause.self, issue)
    case .handPeopleSet(let people): applyHandPeople(people)
    case .handVoteSet(let issue, let votes): applyHandVote(votes, for: issue)
    case .groupMade(let group): applyGroup(group)
    case .groupTook(let group, let issues): applyGroup(group, took: issues)
    case .groupLost(let group, let issues): applyGroup(group, lost: issues)
    case .groupRenamed(let group, let naming):
      revise(Group.self, group) { ($0.title, $0.named) = (naming.title, event.seq) }
    case .groupDissolved(let group): applyDissolution(of: group)
    case .groupRestored(let group, let issues): applyRestoration(of: group, issues)
    case .groupTitleErased(let group): applyTitleErasure(of: group)
    case .solutionProposed(let solution): put(solution)
    case .solutionEdited(let solution, let content):
      revise(Solution.self, solution) { $0.edit(content, event) }
    case .solutionChosen(let solution, let isChosen): revise(Solution.self, solution) { $0.isChosen = isChosen }
    case .solutionDropped(let solution): applyDrop(of: solution, event)
    case .solutionRestored(let solution): applyRestoration(ofSolution: solution)
    case .solutionErased(let solution, let at, let reason, let onward):
      reviseOnceThere(solution: solution) { $0.erase(Erasure(at: at, reason: reason), onward: onward) }
    case .solutionPromoted(let solution, let act):
      revise(Solution.self, solution) {
        $0.promotion = .init(act: act, state: .requested, entry: nil, code: nil)
      }
    case .promotionSettled(let solution, let state, let entry, let code):
      reviseOnceThere(solution: solution) { $0.settle(state, entry: entry, code: code) }

    case .earlierWordsErased(let record, let onward):
      reviseOnceThere(issue: record) { $0.forgetEarlierWords() }
      reviseOnceThere(solution: record) { $0.forgetEarlierWords(onward: onward) }

    case .timerStarted(let lasts): applyTimerStart(lasts: lasts, event)
    case .facilitatorTaken(let member): applyTake(by: member)
    case .timerPaused: applyTimerPause(event)
    case .timerResumed: applyTimerResumption(event)
    case .timerExtended(let more): applyTimerExtension(by: more, event)
    case .timerStopped: remove(PhaseTimer.self, "timer")
    case .timerRestored(let timer): put(timer)
    case .timerExpired(let deadline):
      revise(PhaseTimer.self, "timer") { if $0.deadline == deadline { $0.isOver = true } }
    case .focusSet(let issue): put(Focus(issue: issue))
    case .focusLeft: loseFocus()
    case .readySaid: put(Ready(member: event.by))
    case .readyTakenBack: remove(Ready.self, event.by.description)
    case .minutesPlanned(let phase, let minutes):
      revise(Room.self, "room") { $0.minutes[phase.rawValue] = minutes }
    case .actionsDeferred(let actions): applyDeferral(of: actions, event)
    case .solutionActed(let solution, let acted):
      revise(Solution.self, solution) { $0.actions.append(acted) }
    case .actionSettled(let solution, let act, let state, let code):
      reviseOnceThere(solution: solution) { $0.settleAction(act, state, code) }
    case .worthSet(let score): applyWorth(score, of: event.by)
    case .commentPosted(let comment, let notified): applyComment(comment, notified: notified, event)
    case .commentEdited(let comment, let content, let notified):
      applyEdit(of: comment, content, notified: notified, event)
    case .commentWithdrawn(let comment): applyWithdrawal(ofComment: comment, event)
    case .commentRestored(let comment): applyRestoring(of: comment, event)
    case .commentErased(let comment, let at, let reason):
      applyErasure(ofComment: comment, Erasure(at: at, reason: reason), event)
    case .issueReacted(let issue, let word, let isOn): applyReaction(word, isOn: isOn, toIssue: issue, event)
    case .commentReacted(let comment, let word, let isOn): applyReaction(word, isOn: isOn, toComment: comment, event)
    case .mentionsRead(let issue): applyReading(of: issue, by: event.by)
    }
    noteSteering(fact, at: event.seq)
  }
}
