import Identity
import JSON

// An issue goes, and comes back by the wish of whoever took it away.
extension Issue {
  /// Nobody else brings it back: that it is gone is what its author, or whoever steered, wanted.
  static let restore = Act(
    "issue.restore", in: .room, zh: "恢复卡片", en: "Bring back card", by: [.author, .facilitator], during: work,
    .record("issue", .issue),
    note: "which one has withdrawn oneself; with the votes that were not given to another since",
    undo: { _, event in
      guard case .room(.issueRestored(let id, _))? = event.facts.first else { return nil }
      return Opposite("issue.withdraw", ["issue": .string(id)])
    }
  ) { fold, request, id in
    if let issue = fold.find(id, as: Issue.self), issue.isVisible(to: request.viewer) { return .nothing }
    guard case .issue(let issue, let withdrawal)? = fold.find(id, as: Gone.self), issue.isVisible(to: request.viewer)
    else { throw Refusal.notFound }
    try request.admit(author: issue.author)
    guard withdrawal?.by == request.actor.member, issue.erased == nil else { throw Refusal.notFound }
    try fold.checkRoom(for: .issue, limit: Bounds.issues)
    let isTurnedNow = request.room.revealed && !issue.revealed
    return Decision(.room(.issueRestored(issue: id, no: isTurnedNow ? request.room.lastNo + 1 : nil)))
  }
}

/// What went with an issue that was withdrawn, so that it comes back as it was. Told to nobody.
public struct Withdrawal: Sendable, Equatable, Codable {
  let by: Identifier
  /// The group that held it.
  let group: String?
  let place: LanePlace?
  /// Where it stood among those that are talked about.
  let turn: Int?
  let reactions: Reactions?
  /// What each member had given it, and the people without a device.
  let ballots: [Identifier: Int]?
  let byHand: Int?
}

extension LogFold {
  mutating func applyWithdrawal(of id: String, _ event: Event) {
    if let issue = find(id, as: Issue.self) { put(Gone.issue(issue, withdrawal: withdrawal(of: id, by: event.by))) }
    remove(Issue.self, id)
    loseFocus(of: id)
    forgetBesides(issue: id)
    forgetTalk(of: id)
    giveBack(votesFor: [id])
    release([id])
    for solution in all(Solution.self) where solution.issues.contains(id) {
      revise(Solution.self, solution.id) { $0.lose(issue: id) }
    }
    tellProgress()
  }

  private func withdrawal(of id: String, by member: Identifier) -> Withdrawal {
    let agenda: Agenda? = only()
    let reactions = find(id, as: Talk.self)?.reactions
    let ballots = all(Ballot.self).filter { $0.votes[id] > 0 }.map { ($0.member, $0.votes[id]) }
    let byHand = find(HandVotes.id, as: HandVotes.self)?.votes[id] ?? 0
    return Withdrawal(
      by: member, group: group(holding: id)?.id, place: find(id), turn: agenda?.issues.firstIndex(of: id),
      reactions: reactions?.isEmpty == false ? reactions : nil,
      ballots: ballots.isEmpty ? nil : Dictionary(uniqueKeysWithValues: ballots), byHand: byHand > 0 ? byHand : nil)
  }

  /// `no`: the cards have been turned since, and it comes as one that is written now.
  mutating func applyRestoration(ofIssue id: String, no: Int?, _ event: Event) {
    guard case .issue(var issue, let withdrawal)? = find(id, as: Gone.self), let room else { return }
    remove(Gone.self, id)
    if let no {
      (issue.no, issue.revealed) = (no, true)
      issue.edits.restamp(event.seq)
    }
    giveAgain(withdrawal, to: id, cap: room.cap)
    issue.votes = room.phase.showsVotes ? tallied[id] ?? 0 : nil
    applyPost(issue)
    revise(Cause.self, id) { $0.isWithdrawn = false }
    for solution in all(Solution.self) where solution.withdrawnIssues?.contains(id) == true {
      revise(Solution.self, solution.id) { $0.regain(issue: id) }
    }
    if let place = withdrawal?.place { put(place) }
    if let turn = withdrawal?.turn {
      revise(Agenda.self, "agenda") {
        $0.issues.removeAll { $0 == id }
        $0.issues.insert(id, at: min(turn, $0.issues.count))
      }
    }
    let said = comments(on: id).count { $0.withdrawnBy == nil }
    reviseTalk(of: id, event) {
      $0.comments = said
      if let reactions = withdrawal?.reactions { $0.reactions = reactions }
    }
    if let group = withdrawal?.group { regroup(id, into: group) }
  }

  /// The votes it had, as far as whoever cast them has not given them to another since.
  private mutating func giveAgain(_ withdrawal: Withdrawal?, to id: String, cap: Int?) {
    for (member, votes) in withdrawal?.ballots ?? [:] {
      revise(Ballot.self, member.description) { $0.give(min(votes, cap ?? votes), to: id) }
    }
    revise(HandVotes.self, HandVotes.id) {
      let votes = min(withdrawal?.byHand ?? 0, $0.left)
      $0.votes[id] += votes
      $0.left -= votes
    }
  }

  /// Into the group it left. One that fell apart without it comes back where its other issues are in no group since.
  private mutating func regroup(_ id: String, into group: String) {
    if let whole = find(group, as: Group.self) {
      if whole.issues.count < Group.most { applyGroup(group, took: [id]) }
      return
    }
    guard case .group(let fallen)? = find(group, as: Gone.self), fallen.issues.contains(id) else { return }
    let others = fallen.issues.filter { $0 != id && find($0, as: Issue.self) != nil }
    guard !others.isEmpty, others.allSatisfy({ self.group(holding: $0) == nil }) else { return }
    applyRestoration(of: group, others + [id])
  }
}
