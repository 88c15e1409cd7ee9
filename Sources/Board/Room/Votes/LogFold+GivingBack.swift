import Identity

/// The one rule of votes that come back: what can no longer be voted for, and what no longer fits the budget or the cap,
/// gives its votes back to whoever cast them. It is never refused for what was cast: that would tell it.
extension LogFold {
  /// They were withdrawn, put into a group, or were a group.
  mutating func giveBack(votesFor gone: [String]) {
    for ballot in all(Ballot.self) where gone.contains(where: { ballot.votes[$0] > 0 }) {
      revise(Ballot.self, ballot.id) {
        let back = $0.votes.giveBack(for: gone)
        $0.leave($0.left + back)
      }
    }
    revise(HandVotes.self, HandVotes.id) { $0.left += $0.votes.giveBack(for: gone) }
  }

  /// The budget, the cap, or how many people are voted for by hand is another now.
  mutating func giveBackWhatDoesNotFit() {
    guard let room else { return }
    for ballot in all(Ballot.self) {
      revise(Ballot.self, ballot.id) {
        let left = $0.votes.fit(budget: room.votes, cap: room.cap)
        $0.begin(leaving: left)
      }
    }
    revise(HandVotes.self, HandVotes.id) { $0.fit(room) }
  }
}

extension Votes {
  /// Answers how many come back.
  fileprivate mutating func giveBack(for gone: [String]) -> Int {
    gone.reduce(into: 0) { count, id in
      count += self[id]
      self[id] = 0
    }
  }

  /// What is over the cap first, then what is over the budget. Answers what is left of it.
  mutating func fit(budget: Int, cap: Int?) -> Int {
    if let cap { limitEach(to: cap) }
    giveBack(over: budget)
    return budget - total
  }
}
