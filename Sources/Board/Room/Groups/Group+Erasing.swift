import Identity

// A group's title may have taken over the words of an issue it holds, or held.
extension LogFold {
  /// The titles of such groups go with the issue's words: they are short, and rather named anew than kept by mistake.
  func erasing(titlesAbout issue: String, _ request: Request) -> Decision {
    groupsOnceThere.filter { $0.issues.contains(issue) || $0.left.contains(issue) }.sorted { $0.id < $1.id }
      .reduce(into: .nothing) { decision, group in
        decision.add(
          Decision(
            facts: [.room(.groupTitleErased(group: group.id))],
            emptied: [Emptied(group.id, before: request.context.seq)]))
      }
  }

  /// Also one that was taken apart.
  func groupOnceThere(_ id: String) -> Group? {
    if let group = find(id, as: Group.self) { return group }
    guard case .group(let group)? = find(id, as: Gone.self) else { return nil }
    return group
  }

  private var groupsOnceThere: [Group] {
    all(Group.self)
      + all(Gone.self).compactMap {
        guard case .group(let group) = $0 else { return nil }
        return group
      }
  }

  mutating func applyTitleErasure(of id: String) {
    revise(Group.self, id) { $0.title = "" }
    revise(Gone.self, id) {
      guard case .group(var group) = $0 else { return }
      group.title = ""
      $0 = .group(group)
    }
  }
}
