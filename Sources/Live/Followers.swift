import Identity

/// Who follows a log: all of them by member, and among them the many who are at the head and get the same.
struct Followers {
  private(set) var byMember: [Identifier: [Following]] = [:]
  private var common = Circle()
  private var lead = Circle()

  var isEmpty: Bool { byMember.isEmpty }
  /// In the order their connections came.
  var all: [Following] { byMember.values.flatMap(\.self).sorted { $0.connection.id < $1.connection.id } }

  /// The connections that get the same message.
  func circle(_ audience: Audience) -> [ConnectionID] { audience == .lead ? lead.connections : common.connections }

  mutating func enter(_ following: Following) { byMember[following.member, default: []].append(following) }

  mutating func leave(_ following: Following) {
    rest(following, at: 0)
    following.state = .ended
    byMember[following.member]?.removeAll { $0 === following }
    if byMember[following.member]?.isEmpty == true { byMember[following.member] = nil }
  }

  /// Makes a follower that is up to date one of the many who get the same.
  mutating func welcome(_ following: Following) {
    if following.audience == .lead { lead.insert(following) } else { common.insert(following) }
    following.circle = following.audience
  }

  /// Takes a follower out of the many; it has everything up to the head.
  mutating func rest(_ following: Following, at head: Int64) {
    guard case .current(let index) = following.state else { return }
    if following.circle == .lead { lead.remove(at: index) } else { common.remove(at: index) }
    following.state = .behind(head)
  }
}
