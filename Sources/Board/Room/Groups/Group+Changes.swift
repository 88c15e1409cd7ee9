import Identity

// What becomes of groups. Whatever can no longer be voted for has its votes given back.
extension LogFold {
  mutating func applyGroup(_ group: Group) {
    release(group.issues, except: group.id)
    remove(Gone.self, group.id)
    put(group)
    giveBack(votesFor: group.issues)
  }

  mutating func applyGroup(_ id: String, took issues: [String]) {
    guard find(id, as: Group.self) != nil else { return }
    let there = issues.filter { find($0, as: Issue.self) != nil }
    release(there, except: id)
    revise(Group.self, id) { $0.take(there) }
    giveBack(votesFor: there)
  }

  mutating func applyGroup(_ id: String, lost issues: [String]) {
    guard var group = find(id, as: Group.self) else { return }
    let whole = group
    group.lose(issues)
    // A group of one is none. Once the vote has ended it keeps what it was given all the same.
    let least = group.votes == nil ? 2 : 1
    if group.issues.count < least { return dissolve(whole) }
    put(group)
  }

  mutating func applyDissolution(of id: String) {
    if let group = find(id, as: Group.self) { dissolve(group) }
  }

  mutating func applyRestoration(of id: String, _ issues: [String]) {
    guard case .group(var group)? = find(id, as: Gone.self) else { return }
    group.lose(group.issues)
    group.take(issues.filter { find($0, as: Issue.self) != nil })
    applyGroup(group)
  }

  /// An issue leaves the groups it is in.
  mutating func release(_ issues: [String], except id: String? = nil) {
    for group in all(Group.self) where group.id != id && group.issues.contains(where: issues.contains) {
      applyGroup(group.id, lost: issues)
    }
  }

  /// As it was when it was whole: so it can be brought back, and its titles found when words are erased.
  private mutating func dissolve(_ group: Group) {
    remove(Group.self, group.id)
    put(Gone.group(group))
    giveBack(votesFor: [group.id])
  }
}
