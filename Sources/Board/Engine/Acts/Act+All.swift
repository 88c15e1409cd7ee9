extension Act {
  /// Every command there is. One that is not here does not exist.
  static let all = directory + channel + show + room + playbook

  private static let directory =
    Organisation.acts + Channel.acts + Invitation.acts + Member.acts + ListedShow.acts + ListedRoom.acts
  private static let channel =
    ChannelListing.acts + Thresholds.acts + ImportedFile.actsOfChannel + Mapping.acts
    + Template.acts
    + Action.acts
    + Comment.actsOfChannel
  private static let show =
    Show.acts + Goal.acts + Numbers.acts + Series.acts + Marker.acts + Question.acts + ImportedFile.acts
  private static let room = Room.acts + Issue.acts + Ballot.acts + Solution.acts + steering + besideIssues
  private static let steering = PhaseTimer.acts + Focus.acts + Ready.acts + Deferral.acts + Worth.acts
  private static let besideIssues: [Act] =
    Cause.acts
    + Comment.acts
    + Mention.acts
    + Group.acts
    + HandVotes.acts
  private static let playbook = Entry.acts
}

extension [Who] {
  static var leadOrOperations: [Who] { [.lead, .role(.operations)] }

  /// Whether the member's own rights suffice.
  func admit(_ actor: Actor) -> Bool {
    contains(.everyone) || actor.isLead && contains(.lead) || actor.roles.contains { contains(.role($0)) }
  }
}

extension [Phase] {
  static func through(_ first: Phase, _ last: Phase) -> [Phase] {
    let order = Phase.allCases
    return Array(order[order.firstIndex(of: first)!...order.firstIndex(of: last)!])
  }
}
