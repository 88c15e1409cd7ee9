import Identity

extension LogFold {
  /// What each fact changes. Total: of a record that is gone, nothing.
  mutating func apply(_ fact: Fact, of event: Event) {
    switch fact {
    case .organisationFounded(let name, let zone):
      put(Organisation(name: name, zone: zone, labels: [:]))
    case .organisationRenamed(let name):
      revise(Organisation.self, "organisation") { $0.name = name }
    case .roleLabelled(let role, let label):
      revise(Organisation.self, "organisation") { $0.labels[role.rawValue] = label.isEmpty ? nil : label }
    case .channelAdded(let channel): put(channel)
    case .channelRenamed(let channel, let name): revise(Channel.self, channel) { $0.name = name }
    case .invitationOffered(let invitation): put(invitation)
    case .invitationRevoked(let invitation):
      revise(Invitation.self, invitation) { $0.revoked = true }
    case .memberJoined(let member, let name, let roles, let lead, let invitation):
      put(
        Member(
          member: member, name: name, roles: roles, isLead: lead, active: true, rightsAt: event.seq)
      )
      if let invitation { revise(Invitation.self, invitation) { $0.uses -= 1 } }
    case .memberRenamed(let member, let name):
      revise(Member.self, member.description) { $0.name = name }
    case .memberAssigned(let member, let roles):
      reviseRights(of: member, event) { $0.roles = roles }
    case .memberAppointed(let member, let lead):
      reviseRights(of: member, event) { $0.isLead = lead }
    case .memberRemoved(let member): reviseRights(of: member, event) { $0.active = false }
    case .showScheduled(let show): put(show)
    case .showAmended(let show, let title, let startsAt, let endsAt):
      revise(ListedShow.self, show.description) {
        ($0.title, $0.startsAt, $0.endsAt) = (title, startsAt, endsAt)
      }
    case .roomOpened(let room): put(room)

    case .showFounded(let show): put(show)
    case .showPlanned(let title, let startsAt, let endsAt):
      reviseShow { ($0.title, $0.plannedStart, $0.plannedEnd) = (title, startsAt, endsAt) }
    case .showStarted(let at): reviseShow { $0.start = at }
    case .showEnded(let at): reviseShow { $0.end = at }
    case .showTimed(let start, let end): reviseShow { ($0.start, $0.end) = (start, end) }
    case .showTold(let times): reviseShow { $0.told = times }
    case .goalSet(let goal): put(goal)
    case .goalCleared(let metric): remove(Goal.self, metric)
    case .snapshotTaken(let snapshot): applySnapshot(snapshot)
    case .seriesImported(let series, let instead):
      for id in instead { remove(Series.self, id) }
      put(series)
    case .markerAdded(let marker): put(marker)
    case .markerRemoved(let marker): remove(Marker.self, marker)
    case .questionLogged(var question):
      question.fill(from: event.words)
      put(question)
    case .questionEdited(let question, let content): edit(question: question, content, event)
    case .questionAskedAgain(let question): revise(Question.self, question) { $0.plus += 1 }
    case .questionAnswered(let question, let answer): applyAnswer(answer, to: question, event)
    case .questionMarked(let question, let status):
      revise(Question.self, question) { ($0.status, $0.imported) = (status, nil) }
    case .questionAired(let question, let onAir):
      revise(Question.self, question) { $0.onAir = onAir }
    case .questionPromoted(let question, let room, let act):
      revise(Question.self, question) {
        $0.issue = .init(room: room, act: act, issue: nil, state: .requested)
      }
    case .questionSettled(let question, let state, let issue):
      revise(Question.self, question) { $0.settle(state, issue: issue) }
    case .questionErased(let question, let at, let reason, let onward):
      revise(Question.self, question) { $0.erase(Erasure(at: at, reason: reason), onward: onward) }

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

    case .entryWritten(let entry): put(entry)
    case .entryEdited(let entry, let content):
      revise(Entry.self, entry) {
        $0.edits.note(event.seq, by: event.by, rewords: content.text != $0.text)
        $0.content = content
        $0.version += 1
      }
    case .evidenceShifted(let show, let seconds): applyEvidenceShift(of: show, by: seconds)
    case .entryErased(let entry, let at, let reason):
      revise(Entry.self, entry) { $0.erase(Erasure(at: at, reason: reason)) }
    case .entryMarked(let entry, let status, let verified):
      revise(Entry.self, entry) { $0.mark(status, verified) }
    }
  }

  private mutating func reviseRights(
    of member: Identifier, _ event: Event, _ change: (inout Member) -> Void
  ) {
    revise(Member.self, member.description) {
      change(&$0)
      $0.rightsAt = event.seq
    }
  }
}
