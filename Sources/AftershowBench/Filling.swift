import JSON

/// Fills a room or a show quickly: each author says in few messages what takes a team an hour.
struct Filling {
  /// Commands one connection may have unanswered, with some to spare.
  private static let atOnce = 30

  let arena: Arena
  let log: String
  let authors: [Conversation]

  /// Cards of sixty characters and single votes on them, each by the authors in turn. Nobody comes in meanwhile: the
  /// server has made no snapshot of the full log when this returns.
  func fill(cards: Int, votes: Int = 0) throws {
    try authors[0].follow(log)
    try inTurn(cards) { arena.post(Self.words($0)) }
    try authors[0].await(cards, arena.record, of: log)
    try authors[0].leave(log)
    let ids = authors[0].records(arena.record, of: log).keys.sorted()
    try inTurn(votes) { arena.vote(ids[$0 % ids.count], hadVote: false) }
  }

  private func inTurn(_ count: Int, _ command: (Int) -> Arena.Act) throws {
    for (index, author) in authors.enumerated() {
      let own = stride(from: index, to: count, by: authors.count).map(command)
      for start in stride(from: 0, to: own.count, by: Self.atOnce) {
        try author.send(together: Array(own[start..<min(start + Self.atOnce, own.count)]), to: log)
      }
    }
  }

  static func words(_ number: Int) -> String {
    String(String(repeating: "复盘时说清楚是第几分钟", count: 5).prefix(52)) + String(10_000_000 + number)
  }
}
