import Identity
import JSON

// The vote.
extension Ballot {
  static let acts = [setVote]

  /// `votes` is absolute: sent twice, it is one vote.
  static let setVote = Act(
    "vote.set", in: .room, zh: "投票", en: "Vote", by: [.everyone], during: [.vote],
    .record("issue", .issue), .number("votes", 0...20),
    example: ["votes": 2],
    note: """
      absolute, so that sending twice is voting once; `issue` is an issue's or a group's id, `grouped` where the issue is in a group, \
      `cap` over what one may give to one
      """,
    undo: { before, event in
      guard case .room(.voteSet(let issue, _))? = event.facts.first else { return nil }
      let ballot = before.find(event.by.description, as: Ballot.self)
      return Opposite("vote.set", ["issue": .string(issue), "votes": .int(ballot?.votes[issue] ?? 0)])
    }
  ) { fold, request, id, votes in
    let room = request.room
    let voted = try fold.votable(id, request)
    let ballot = fold.find(request.actor.member.description, as: Ballot.self)
    let current = ballot?.votes[voted] ?? 0
    if votes == current { return .nothing }
    try room.checkCap(votes)
    let left = ballot?.left ?? room.votes
    guard votes - current <= left else { throw Refusal(.budget, .left(left)) }
    return Decision(.room(.voteSet(issue: voted, votes: votes)))
  }
}

extension LogFold {
  mutating func applyVote(_ votes: Int, for issue: String, by member: Identifier) {
    guard let room else { return }
    var ballot = find(member.description) ?? Ballot(member: member, votes: [:], left: room.votes)
    ballot.votes[issue] = votes
    ballot.leave(max(0, room.votes - ballot.votes.total))
    put(ballot)
    tellProgress()
  }
}
