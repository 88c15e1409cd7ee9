import Identity
import JSON

// An issue goes, and comes back by the wish of whoever took it away.
extension Issue {
  /// Nobody else brings it back: that it is gone is what its author, or whoever steered, wanted.
  static let restore = Act(
    "issue.restore", in: .room, zh: "恢复卡片", en: "Bring back card", by: [.author, .facilitator], during: work,
    .record("issue", .issue), note: "which one has withdrawn oneself; without the votes it had",
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
    return Withdrawal(
      by: member, group: group(holding: id)?.id, place: find(id), turn: agenda?.issues.firstIndex(of: id),
      reactions: reactions?.isEmpty == false ? reactions : nil)
  }

  /// `no`: the cards have been turned since, and it comes as one that is written now. The votes that were given back stay
  /// where they are.
  mutating func applyRestoration(ofIssue id: String, no: Int?, _ event: Event) {
    guard case .issue(var issue, let withdrawal)? = find(id, as: Gone.self), let room else { return }
    remove(Gone.self, id)
    if let no {
      (issue.no, issue.revealed) = (no, true)
      issue.edits.restamp(event.seq)
    }
    issue.votes = room.phase.showsVotes ? 0 : nil
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

  /// Into the group it left. One that fell apart without it comes back where its other issues are in no group since.
  private mutating func regroup(_ id: String, into group: String) {
    if find(group, as: Group.self) != nil { return applyGroup(group, took: [id]) }
    guard case .group(let fallen)? = find(group, as: Gone.self), fallen.issues.contains(id) else { return }
    let others = fallen.issues.filter { $0 != id && find($0, as: Issue.self) != nil }
    guard !others.isEmpty, others.allSatisfy({ self.group(holding: $0) == nil }) else { return }
    applyRestoration(of: group, others + [id])
  }
}
