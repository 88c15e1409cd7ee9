extension LogFold {
  /// The ids and texts of the cards that everyone sees, by number. Those whose words are erased are left out.
  public var turnedCards: [(id: String, text: String)] {
    all(Issue.self).filter { $0.revealed && $0.erased == nil }
      .sorted { ($0.no ?? 0, $0.id) < ($1.no ?? 0, $1.id) }.map { ($0.id, $0.text) }
  }

  /// By each issue's id the one that stands for it: itself, or the first by number of its group, with the votes and the
  /// title of that.
  func standing(_ issues: [Issue]) -> [String: Issue] {
    let byID = Dictionary(uniqueKeysWithValues: issues.map { ($0.id, $0) })
    var standing = byID
    for group in all(Group.self) {
      let held = group.issues.compactMap { byID[$0] }
      guard var first = held.min(by: { ($0.no ?? .max, $0.id) < ($1.no ?? .max, $1.id) }) else { continue }
      first.votes = group.votes
      if !group.title.isEmpty, first.erased == nil { first.text = group.title }
      for issue in held { standing[issue.id] = first }
    }
    return standing
  }
}
