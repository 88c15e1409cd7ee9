extension LogFold {
  /// How many cards were talked about: begun, solved or put off, or answered by a solution. Those of a group count once,
  /// as they stand. The page counts in the same way (`web/views/room/agenda.js`).
  var talkedIssues: Int {
    let seen = all(Issue.self).filter { $0.isVisible(to: .anyone) }
    let standing = standing(seen)
    let answered = Set(all(Solution.self).filter { $0.isVisible(to: .anyone) }.flatMap(\.issues))
    let talked = seen.filter { $0.state != .open || answered.contains($0.id) }
    return Set(talked.compactMap { standing[$0.id]?.id }).count
  }
}
