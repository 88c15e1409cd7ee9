import Identity
import JSON

// Votes for people in the room who have no device.
extension HandVotes {
  static let acts = [countPeople, setVotes]
  private static let mostPeople = 50

  static let countPeople = Act(
    "hand.people", in: .room, zh: "代投人数", en: "Voters by hand", by: [.facilitator], during: [.vote],
    .number("people", 0...mostPeople), example: ["people": 3],
    note: "each has the room's budget; what no longer fits goes back",
    undo: { before, _ in
      Opposite("hand.people", ["people": .int(before.find(id, as: HandVotes.self)?.people ?? 0)])
    }
  ) { fold, _, people in
    let current = fold.find(id, as: HandVotes.self)?.people ?? 0
    return people == current ? .nothing : Decision(.room(.handPeopleSet(people: people)))
  }

  /// `votes` is absolute, and of all of these people together.
  static let setVotes = Act(
    "hand.vote", in: .room, zh: "代投", en: "Vote by hand", by: [.facilitator], during: [.vote],
    .record("issue", .issue), .number("votes", 0...mostPeople * 20), example: ["votes": 2],
    note: "absolute; `issue` is an issue's or a group's id",
    undo: { before, event in
      guard case .room(.handVoteSet(let voted, _))? = event.facts.first else { return nil }
      let votes = before.find(id, as: HandVotes.self)?.votes[voted] ?? 0
      return Opposite("hand.vote", ["issue": .string(voted), "votes": .int(votes)])
    }
  ) { fold, request, named, votes in
    let voted = try fold.votable(named, request)
    let hand = fold.find(id, as: HandVotes.self)
    let current = hand?.votes[voted] ?? 0
    if votes == current { return .nothing }
    try request.room.checkCap(votes, people: hand?.people ?? 0)
    let left = hand?.left ?? 0
    guard votes - current <= left else { throw Refusal(.budget, .left(left)) }
    return Decision(.room(.handVoteSet(issue: voted, votes: votes)))
  }
}

extension LogFold {
  mutating func applyHandPeople(_ people: Int) {
    reviseHand {
      $0.people = people
      $0.fit($1)
    }
  }

  mutating func applyHandVote(_ votes: Int, for voted: String) {
    reviseHand {
      $0.votes[voted] = votes
      $0.left = max(0, $0.people * $1.votes - $0.votes.total)
    }
  }

  /// Whoever facilitates sees them. To be called by whatever changes who does.
  mutating func passHandVotes(to member: Identifier) {
    revise(HandVotes.self, HandVotes.id) { $0.keeper = member }
  }

  mutating func tellHandVotes(_ areTold: Bool) {
    revise(HandVotes.self, HandVotes.id) { $0.isTold = areTold }
  }

  private mutating func reviseHand(_ change: (inout HandVotes, Room) -> Void) {
    guard let room else { return }
    var hand =
      find(HandVotes.id) ?? HandVotes(people: 0, votes: [:], left: 0, keeper: room.facilitator, isTold: false)
    change(&hand, room)
    put(hand)
  }
}
