import Identity

/// Who is in a log and what they do there. At most once, never stored, forgotten after a while.
struct Presence {
  private struct Mark {
    let member: Identifier
    var doing: Doing
    var expires: Int64
  }

  /// A member with two tabs has two marks and is told of once.
  private var marks: [ConnectionID: Mark] = [:]
  private var told: [Identifier: Doing] = [:]
  private var changed: Set<Identifier> = []
  private var pausedUntil: Int64 = .min

  var isEmpty: Bool { marks.isEmpty && told.isEmpty }

  mutating func mark(_ connection: ConnectionID, _ member: Identifier, _ doing: Doing, until expires: Int64) {
    marks[connection] = Mark(member: member, doing: doing, expires: expires)
    changed.insert(member)
  }

  mutating func remove(_ connection: ConnectionID) {
    if let mark = marks.removeValue(forKey: connection) { changed.insert(mark.member) }
  }

  /// What has changed since it was last told, once a pause at most. `isBlind`: nobody is told to be writing.
  mutating func news(now: Int64, pause: Int64, isBlind: Bool) -> [(Identifier, Doing?)] {
    for (connection, mark) in marks where mark.expires <= now { remove(connection) }
    guard !changed.isEmpty, now >= pausedUntil else { return [] }
    var news: [(Identifier, Doing?)] = []
    for member in changed {
      let doing = doing(member, isBlind: isBlind)
      guard doing != told[member] else { continue }
      told[member] = doing
      news.append((member, doing))
    }
    changed.removeAll(keepingCapacity: true)
    if !news.isEmpty { pausedUntil = now + pause }
    return news.sorted { $0.0 < $1.0 }
  }

  /// Everyone, for a newcomer; as far as it has been told to the others.
  var everyone: [(Identifier, Doing?)] { told.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }

  private func doing(_ member: Identifier, isBlind: Bool) -> Doing? {
    let doing = marks.values.lazy.filter { $0.member == member }.map(\.doing).max()
    return doing == .writing && isBlind ? .reading : doing
  }
}
