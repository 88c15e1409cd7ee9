import Identity

// Why an issue happened is said in words about it: they go with the issue's.
extension LogFold {
  /// Nothing where nobody has said why.
  func erasing(causeOf issue: String, _ request: Request) -> Decision {
    guard find(issue, as: Cause.self) != nil else { return .nothing }
    return Decision(
      facts: [.room(.causeErased(issue: issue))],
      emptied: [Emptied(Cause.record(of: issue), before: request.context.seq)])
  }
}

extension Cause {
  func quotes(_ words: String?) -> Bool { whys.contains { Quotation.holds($0, wordsOf: words ?? "") } }
}
