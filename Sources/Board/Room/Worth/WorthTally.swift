import Identity

/// What the answers to whether a review was worth it come to, as far as that may be told.
///
/// The first mean is of five answers, or of three or four where all who took part have answered. A later one takes in
/// three answers or more at once, new ones or changed: what two means differ by tells of nobody.
struct WorthTally: Sendable, Equatable {
  let answers: Int
  /// Those that are in the mean.
  let counted: [Int]

  static let least = 3
  static let enough = 5

  /// With a decimal; nil while there is none.
  var mean: Double? {
    if counted.isEmpty { return nil }
    return (Double(counted.reduce(0, +)) / Double(counted.count) * 10).rounded() / 10
  }
}

extension LogFold {
  /// Nil before the first answer.
  var worthTally: WorthTally? {
    guard shelves.count(.worth) > 0 else { return nil }
    return WorthTally(answers: shelves.count(.worth), counted: all(Worth.self).compactMap(\.counted))
  }

  /// Takes the answers that wait into the mean, once they are enough. Until the room is closed more may take part.
  mutating func countWorth() {
    guard room?.phase == .closed, shelves.count(.worth) >= WorthTally.least else { return }
    let answers = all(Worth.self)
    let waiting = answers.filter { $0.counted != $0.score }
    let isFirst = answers.allSatisfy { $0.counted == nil }
    guard waiting.count >= WorthTally.least else { return }
    guard !isFirst || answers.count >= WorthTally.enough || answers.count == participants.count else { return }
    for var answer in waiting {
      answer.counted = answer.score
      put(answer)
    }
  }

  /// Who has written, voted or answered here, as far as the records tell. In a closed room it changes with answers alone.
  var participants: Set<Identifier> {
    var members = Set(all(Ballot.self).map(\.member) + all(Worth.self).map(\.member))
    members.formUnion(all(Issue.self).filter { $0.question == nil }.map(\.author))
    members.formUnion(solutionsOnceThere.map(\.by))
    for case .issue(let issue, _) in all(Gone.self) where issue.question == nil { members.insert(issue.author) }
    return members
  }
}

extension Progress {
  /// The mean is told in a closed room alone.
  mutating func tell(_ tally: WorthTally?, isClosed: Bool) {
    answers = tally?.answers
    worth = isClosed ? tally?.mean : nil
    worthOf = worth == nil ? nil : tally?.counted.count
  }
}
