extension Rule {
  /// Who may do what, in which phase: all of it. A command that is not here does not exist.
  static let table: [Rule] = directory + show + room + playbook

  private static let leadOrOperations: [Who] = [.lead, .role(.operations)]
  private static let directory = [
    Rule("organisation.found", .directory, [.server], LogFold.foundOrganisation),
    Rule("organisation.rename", .directory, [.lead], LogFold.renameOrganisation),
    Rule("organisation.label", .directory, [.lead], LogFold.labelRole),
    Rule("channel.add", .directory, leadOrOperations, LogFold.addChannel),
    Rule("channel.rename", .directory, leadOrOperations, LogFold.renameChannel),
    Rule("invitation.offer", .directory, [.server], LogFold.offerInvitation),
    Rule("invitation.revoke", .directory, [.lead], LogFold.revokeInvitation),
    Rule("member.join", .directory, [.server], LogFold.joinMember),
    Rule("member.rename", .directory, [.oneself], LogFold.renameMember),
    Rule("member.assign", .directory, [.lead], LogFold.assignMember),
    Rule("member.appoint", .directory, [.lead], LogFold.appointMember),
    Rule("member.remove", .directory, [.lead], LogFold.removeMember),
    Rule("show.schedule", .directory, leadOrOperations, LogFold.scheduleShow),
    Rule("show.import", .directory, [.server], LogFold.importShow),
    Rule("show.amend", .directory, [.server], LogFold.amendShow),
    Rule("room.open", .directory, leadOrOperations, LogFold.openRoom),
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
    Rule("show.found", .show, [.server], LogFold.foundShow),
    Rule("show.start", .show, onTheFloor, LogFold.startShow),
    Rule("show.end", .show, onTheFloor, LogFold.endShow),
    Rule("show.plan", .show, leadOrOperations, LogFold.planShow),
    Rule("goal.set", .show, leadOrOperations, LogFold.setGoal),
    Rule("goal.clear", .show, leadOrOperations, LogFold.clearGoal),
    Rule("goals.import", .show, [.server], LogFold.importGoals),
    Rule("snapshot.take", .show, numbers, LogFold.takeSnapshot),
    Rule("snapshot.import", .show, [.server], LogFold.importSnapshot),
    Rule("series.import", .show, [.server], LogFold.importSeries),
    Rule("marker.add", .show, [.everyone], LogFold.addMarker),
    Rule("marker.remove", .show, pace, LogFold.removeMarker),
    Rule("markers.import", .show, [.server], LogFold.importMarkers),
    Rule("question.log", .show, askers, LogFold.logQuestion),
    Rule("question.edit", .show, askers, LogFold.editQuestion),
    Rule("question.plus", .show, askers, LogFold.plusQuestion),
    Rule("question.answer", .show, [.everyone], LogFold.answerQuestion),
    Rule("question.mark", .show, [.everyone], LogFold.markQuestion),
    Rule("question.air", .show, [.everyone], LogFold.airQuestion),
    Rule("question.promote", .show, askers, LogFold.promoteQuestion),
    Rule("question.settle", .show, [.server], LogFold.settleQuestion),
    Rule("question.erase", .show, [.lead], LogFold.eraseQuestion),
    Rule("questions.import", .show, [.server], LogFold.importQuestions),
    Rule("questions.expire", .show, [.server], LogFold.expireQuestions),
  ]

  private static let steering: [Who] = [.facilitator, .lead]
  private static let ownOrSteering: [Who] = [.author, .facilitator, .lead]
  private static let room = [
    Rule("room.found", .room, [.server], LogFold.foundRoom),
    Rule("phase.move", .room, steering, LogFold.movePhase),
    Rule("facilitator.hand", .room, steering, LogFold.handFacilitator),
    Rule("cards.reveal", .room, steering, in: [.collect], LogFold.revealCards),
    Rule("votes.budget", .room, steering, in: .through(.prepare, .collect), LogFold.setBudget),
    Rule("issue.post", .room, [.everyone], in: .through(.live, .solve), LogFold.postIssue),
    Rule(
      "issue.edit", .room, [.author, .facilitator], in: .through(.live, .solve), LogFold.editIssue),
    Rule(
      "issue.withdraw", .room, [.author, .facilitator], in: .through(.live, .solve),
      LogFold.withdrawIssue),
    Rule(
      "issue.link", .room, [.author, .everyoneOnceRevealed], in: .through(.live, .solve),
      LogFold.linkIssue),
    Rule(
      "issue.unlink", .room, [.author, .everyoneOnceRevealed], in: .through(.live, .solve),
      LogFold.unlinkIssue),
    Rule("issue.raise", .room, [.server], in: .through(.prepare, .solve), LogFold.raiseIssue),
    Rule("vote.set", .room, [.everyone], in: [.vote], LogFold.setVote),
    Rule("solution.propose", .room, [.everyone], in: [.solve], LogFold.proposeSolution),
    Rule("solution.edit", .room, ownOrSteering, in: [.solve], LogFold.editSolution),
    Rule("solution.drop", .room, ownOrSteering, in: [.solve], LogFold.dropSolution),
    Rule("solution.promote", .room, steering, in: [.solve, .closed], LogFold.promoteSolution),
    Rule("promotion.settle", .room, [.server], LogFold.settlePromotion),
  ]

  private static let playbook = [
    Rule("entry.write", .playbook, [.lead], LogFold.writeEntry),
    Rule("entry.edit", .playbook, [.lead], LogFold.editEntry),
    Rule("entry.mark", .playbook, [.lead], LogFold.markEntry),
    Rule("entry.promote", .playbook, [.server], LogFold.promoteEntry),
  ]
}
