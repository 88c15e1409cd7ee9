import Identity

/// What the answers to whether a review was worth it come to, and whether that may be told.
struct WorthTally: Sendable, Equatable {
  let answers: Int
  let sum: Int
  /// Whether everyone who took part has answered; they are at least as many as have.
  let isWhole: Bool

  /// With a decimal; nil where it would tell what one of the few has answered.
  var mean: Double? {
    guard answers >= 5 || answers >= 3 && isWhole else { return nil }
    return (Double(sum) / Double(answers) * 10).rounded() / 10
  }
}

extension LogFold {
  /// Nil before the first answer.
  var worthTally: WorthTally? {
    guard shelves.count(.worth) > 0 else { return nil }
    let scores = all(Worth.self).map(\.score)
    return WorthTally(
      answers: scores.count, sum: scores.reduce(0, +),
      isWhole: scores.count >= 5 || scores.count == participants.count)
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
  /// The mean waits until the room is closed: until then more may take part.
  mutating func tell(_ tally: WorthTally?, isClosed: Bool) {
    answers = tally?.answers
    worth = isClosed ? tally?.mean : nil
  }
}
