// What can be voted for: an issue that is in no group, or a group.
extension LogFold {
  func votable(_ id: String, _ request: Request) throws(Refusal) -> String {
    if let group = find(id, as: Group.self) { return group.id }
    let issue = try visibleIssue(id, request)
    if let group = group(holding: issue.id) { throw Refusal(.grouped, .group(group.id)) }
    return issue.id
  }
}

extension Room {
  /// Refuses more than one person, or so many, may give to one issue.
  func checkCap(_ votes: Int, people: Int = 1) throws(Refusal) {
    guard let cap, votes > cap * people else { return }
    throw Refusal(.cap, .limit(cap * people))
  }
}
