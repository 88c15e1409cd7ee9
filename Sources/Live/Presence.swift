import Identity

/// Who is in a log and what they do there. At most once, never stored, forgotten after a while.
struct Presence {
  private struct Mark {
    let doing: Doing
    let expires: Int64
  }

  /// A member with two tabs has two marks and is told of once.
  private var marks: [Identifier: [ConnectionID: Mark]] = [:]
  /// No mark expires before.
  private var soonest: Int64 = .max
  private var told: [Identifier: Doing] = [:]
  private var changed: Set<Identifier> = []
  private var pausedUntil: Int64 = .min
  private var greeting: [UInt8]?

  var isEmpty: Bool { marks.isEmpty && told.isEmpty }

  mutating func mark(_ connection: ConnectionID, _ member: Identifier, _ doing: Doing, until expires: Int64) {
    marks[member, default: [:]][connection] = Mark(doing: doing, expires: expires)
    soonest = min(soonest, expires)
    changed.insert(member)
  }

  mutating func remove(_ connection: ConnectionID, _ member: Identifier) {
    guard marks[member]?.removeValue(forKey: connection) != nil else { return }
    if marks[member]?.isEmpty == true { marks[member] = nil }
    changed.insert(member)
  }

  /// What has changed since it was last told, once a pause at most. `isBlind`: nobody is told to be writing.
  mutating func news(now: Int64, pause: Int64, isBlind: Bool) -> [(Identifier, Doing?)] {
    if now >= soonest { expire(now) }
    guard !changed.isEmpty, now >= pausedUntil else { return [] }
    var news: [(Identifier, Doing?)] = []
    for member in changed.sorted() {
      let doing = doing(member, isBlind: isBlind)
      guard doing != told[member] else { continue }
      told[member] = doing
      news.append((member, doing))
    }
    changed.removeAll(keepingCapacity: true)
    if !news.isEmpty {
      pausedUntil = now + pause
      greeting = nil
    }
    return news
  }

  /// Everyone, for a newcomer, as far as it has been told to the others; nil: nobody. Made once for many newcomers.
  mutating func greeting(_ frame: ([(Identifier, Doing?)]) -> [UInt8]) -> [UInt8]? {
    guard !told.isEmpty else { return nil }
    if let greeting { return greeting }
    let made = frame(told.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 })
    greeting = made
    return made
  }

  private mutating func expire(_ now: Int64) {
    soonest = .max
    for (member, connections) in marks {
      for (connection, mark) in connections {
        if mark.expires <= now { remove(connection, member) } else { soonest = min(soonest, mark.expires) }
      }
    }
  }

  private func doing(_ member: Identifier, isBlind: Bool) -> Doing? {
    let doing = marks[member]?.values.map(\.doing).max()
    return doing == .writing && isBlind ? .reading : doing
  }
}
