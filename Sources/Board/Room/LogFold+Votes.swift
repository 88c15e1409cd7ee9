import Identity
import JSON

// The vote.
extension LogFold {
  /// `votes` is absolute: sent twice, it is one vote.
  func setVote(_ request: Request) throws -> Decision {
    let room = try opened()
    var args = try request.arguments()
    let issue = try visibleIssue(args.id("issue"), request)
    let votes = try args.int("votes", 0...20)
    try args.end()
    let ballot = find(request.actor.member.description, as: Ballot.self)
    let current = ballot?.votes[issue.id] ?? 0
    if votes == current { return .nothing }
    let left = ballot?.left ?? room.votes
    guard votes - current <= left else { throw Refusal(.budget, .left(left)) }
    return Decision(.voteSet(issue: issue.id, votes: votes))
  }

  mutating func applyVote(_ votes: Int, for issue: String, by member: Identifier) {
    guard let room else { return }
    var ballot = find(member.description) ?? Ballot(member: member, votes: [:], left: room.votes)
    ballot.votes[issue] = votes
    ballot.left = max(0, room.votes - ballot.votes.total)
    put(ballot)
    tellProgress()
  }
}
