import JSON

/// Fills a room quickly: each author says in few messages what takes a team an hour.
struct Filling {
  /// Commands one connection may have unanswered, with some to spare.
  private static let atOnce = 30

  let room: String
  let authors: [Conversation]

  /// Cards of sixty characters and single votes on them, each by the authors in turn. Nobody comes in meanwhile: the
  /// server has made no snapshot of the full room when this returns.
  func fill(issues: Int, votes: Int) throws {
    try authors[0].follow(room)
    try inTurn(issues) { number in
      ("issue.post", ["role": "host", "kind": "mistake", "text": .string(Self.words(number))])
    }
    try authors[0].await(issues, "issue", of: room)
    try authors[0].leave(room)
    let cards = authors[0].records("issue", of: room).keys.sorted()
    try inTurn(votes) { number in ("vote.set", ["issue": .string(cards[number % cards.count]), "votes": 1]) }
  }

  private func inTurn(_ count: Int, _ command: (Int) -> (op: String, args: JSON)) throws {
    for (index, author) in authors.enumerated() {
      let own = stride(from: index, to: count, by: authors.count).map(command)
      for start in stride(from: 0, to: own.count, by: Self.atOnce) {
        try author.send(together: Array(own[start..<min(start + Self.atOnce, own.count)]), to: room)
      }
    }
  }

  static func words(_ number: Int) -> String {
    String(String(repeating: "复盘时说清楚是第几分钟", count: 5).prefix(52)) + String(10_000_000 + number)
  }
}
