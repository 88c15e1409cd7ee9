extension Rule {
  /// Who may do what, in which phase: all of it. A command that is not here does not exist.
  static let table: [Rule] = directory + show + room + playbook

  private static let leadOrOperations: [Who] = [.lead, .role(.operations)]
  private static let directory = [
    Rule("organisation.found", .directory, [.server]) { try $0.foundOrganisation($1) },
    Rule("organisation.rename", .directory, [.lead]) { try $0.renameOrganisation($1) },
    Rule("organisation.label", .directory, [.lead]) { try $0.labelRole($1) },
    Rule("channel.add", .directory, leadOrOperations) { try $0.addChannel($1) },
    Rule("channel.rename", .directory, leadOrOperations) { try $0.renameChannel($1) },
    Rule("invitation.offer", .directory, [.server]) { try $0.offerInvitation($1) },
    Rule("invitation.revoke", .directory, [.lead]) { try $0.revokeInvitation($1) },
    Rule("member.join", .directory, [.server]) { try $0.joinMember($1) },
    Rule("member.rename", .directory, [.oneself]) { try $0.renameMember($1) },
    Rule("member.assign", .directory, [.lead]) { try $0.assignMember($1) },
    Rule("member.appoint", .directory, [.lead]) { try $0.appointMember($1) },
    Rule("member.remove", .directory, [.lead]) { try $0.removeMember($1) },
    Rule("show.schedule", .directory, leadOrOperations) { try $0.scheduleShow($1) },
    Rule("show.import", .directory, [.server], bringing: leadOrOperations) { try $0.importShow($1) },
    Rule("show.amend", .directory, [.server]) { try $0.amendShow($1) },
    Rule("room.open", .directory, leadOrOperations) { try $0.openRoom($1) },
  ]

  private static let onTheFloor: [Who] = [
    .lead, .role(.operations), .role(.host), .role(.floor), .role(.backstage),
  ]
  private static let numbers: [Who] = [.lead, .role(.operations), .role(.backstage)]
  private static let pace: [Who] = [.lead, .role(.operations), .role(.floor), .role(.backstage)]
  private static let askers: [Who] = [
    .lead, .role(.privateDomain), .role(.floor), .role(.backstage),
  ]
  private static let show = [
    Rule("show.found", .show, [.server]) { try $0.foundShow($1) },
    Rule("show.start", .show, onTheFloor) { try $0.startShow($1) },
    Rule("show.end", .show, onTheFloor) { try $0.endShow($1) },
    Rule("show.plan", .show, leadOrOperations) { try $0.planShow($1) },
    Rule("goal.set", .show, leadOrOperations) { try $0.setGoal($1) },
    Rule("goal.clear", .show, leadOrOperations) { try $0.clearGoal($1) },
    Rule("goals.import", .show, [.server], bringing: leadOrOperations) { try $0.importGoals($1) },
    Rule("snapshot.take", .show, numbers) { try $0.takeSnapshot($1) },
    Rule("snapshot.import", .show, [.server], bringing: numbers) { try $0.importSnapshot($1) },
    Rule("series.import", .show, [.server], bringing: numbers) { try $0.importSeries($1) },
    Rule("marker.add", .show, [.everyone]) { try $0.addMarker($1) },
    Rule("marker.remove", .show, pace) { try $0.removeMarker($1) },
    Rule("markers.import", .show, [.server], bringing: [.everyone]) { try $0.importMarkers($1) },
    Rule("question.log", .show, askers) { try $0.logQuestion($1) },
    Rule("question.edit", .show, askers) { try $0.editQuestion($1) },
    Rule("question.plus", .show, askers) { try $0.plusQuestion($1) },
    Rule("question.answer", .show, [.everyone]) { try $0.answerQuestion($1) },
    Rule("question.mark", .show, [.everyone]) { try $0.markQuestion($1) },
    Rule("question.air", .show, [.everyone]) { try $0.airQuestion($1) },
    Rule("question.promote", .show, askers) { try $0.promoteQuestion($1) },
    Rule("question.settle", .show, [.server]) { try $0.settleQuestion($1) },
    Rule("question.erase", .show, [.lead]) { try $0.eraseQuestion($1) },
    Rule("questions.import", .show, [.server], bringing: askers + [.role(.operations)]) {
      try $0.importQuestions($1)
    },
    Rule("questions.expire", .show, [.server]) { try $0.expireQuestions($1) },
  ]

  private static let work: [Phase] = .through(.live, .solve)
  private static let steering: [Who] = [.facilitator, .lead]
  private static let ownOrSteering: [Who] = [.author, .facilitator, .lead]
  private static let room = [
    Rule("room.found", .room, [.server]) { try $0.foundRoom($1) },
    Rule("phase.move", .room, steering) { try $0.movePhase($1) },
    Rule("facilitator.hand", .room, steering) { try $0.handFacilitator($1) },
    Rule("cards.reveal", .room, steering, in: [.collect]) { try $0.revealCards($1) },
    Rule("votes.budget", .room, steering, in: .through(.prepare, .collect)) { try $0.setBudget($1) },
    Rule("issue.post", .room, [.everyone], in: work) { try $0.postIssue($1) },
    Rule("issue.edit", .room, [.author, .facilitator], in: work) { try $0.editIssue($1) },
    Rule("issue.withdraw", .room, [.author, .facilitator], in: work) { try $0.withdrawIssue($1) },
    Rule("issue.link", .room, [.author, .everyoneOnceRevealed], in: work) { try $0.linkIssue($1) },
    Rule("issue.unlink", .room, [.author, .everyoneOnceRevealed], in: work) { try $0.unlinkIssue($1) },
    Rule("issue.erase", .room, [.lead]) { try $0.eraseIssue($1) },
    Rule("issue.forget", .room, [.server]) { try $0.forgetIssue($1) },
    Rule("issues.shift", .room, [.server]) { try $0.shiftIssues($1) },
    Rule("issue.raise", .room, [.server], in: .through(.prepare, .solve)) { try $0.raiseIssue($1) },
    Rule("vote.set", .room, [.everyone], in: [.vote]) { try $0.setVote($1) },
    Rule("solution.propose", .room, [.everyone], in: [.solve]) { try $0.proposeSolution($1) },
    Rule("solution.edit", .room, ownOrSteering, in: [.solve]) { try $0.editSolution($1) },
    Rule("solution.drop", .room, ownOrSteering, in: [.solve]) { try $0.dropSolution($1) },
    Rule("solution.erase", .room, [.lead]) { try $0.eraseSolution($1) },
    Rule("solution.promote", .room, steering, in: [.solve, .closed]) { try $0.promoteSolution($1) },
    Rule("promotion.settle", .room, [.server]) { try $0.settlePromotion($1) },
  ]

  private static let playbook = [
    Rule("entry.write", .playbook, [.lead]) { try $0.writeEntry($1) },
    Rule("entry.edit", .playbook, [.lead]) { try $0.editEntry($1) },
    Rule("entry.mark", .playbook, [.lead]) { try $0.markEntry($1) },
    Rule("entry.erase", .playbook, [.lead]) { try $0.eraseEntry($1) },
    Rule("entry.forget", .playbook, [.server]) { try $0.forgetEntry($1) },
    Rule("evidence.shift", .playbook, [.server]) { try $0.shiftEvidence($1) },
    Rule("entry.promote", .playbook, [.server]) { try $0.promoteEntry($1) },
  ]
}
