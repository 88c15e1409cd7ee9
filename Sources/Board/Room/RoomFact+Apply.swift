extension LogFold {
  /// What each fact changes. Total: of a record that is gone, nothing.
  mutating func apply(_ fact: RoomFact, of event: Event) {
    switch fact {
    case .roomFounded(let room):
      put(room)
      tellProgress()
    case .phaseMoved(let phase, let step): applyMove(to: phase, step, event)
    case .cardsRevealed(let numbers): applyReveal(numbers, event)
    case .facilitatorHanded(let member): revise(Room.self, "room") { $0.facilitator = member }
    case .budgetSet(let votes): applyBudget(votes)
    case .issuePosted(let issue): applyPost(issue)
    case .issueEdited(let issue, let content):
      revise(Issue.self, issue) { $0.edit(content, event) }
    case .issueWithdrawn(let issue): applyWithdrawal(of: issue)
    case .issueErased(let issue, let at, let reason, let quotedBy):
      reviseOnceThere(issue: issue) { $0.erase(Erasure(at: at, reason: reason), quotedBy: quotedBy) }
      tellProgress()
    case .issuesShifted(let show, let seconds): applyShift(of: show, by: seconds)
    case .issueTagged(let issue, let tagging): revise(Issue.self, issue) { $0.tags = tagging.tags }
    case .issueLinked(let issue, let link): revise(Issue.self, issue) { $0.link = link }
    case .issueUnlinked(let issue): revise(Issue.self, issue) { $0.link = nil }
    case .voteSet(let issue, let votes): applyVote(votes, for: issue, by: event.by)
    case .solutionProposed(let solution): put(solution)
    case .solutionEdited(let solution, let content):
      revise(Solution.self, solution) { $0.edit(content, event) }
    case .solutionDropped(let solution): applyDrop(of: solution)
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
    }
  }
}
