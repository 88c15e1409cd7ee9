/// How long each phase of a review took, in milliseconds: until its last move.
struct Spent: Sendable, Equatable, Codable {
  /// When the phase that lasts began.
  var since: Int64
  var phases: [String: Int64]

  func milliseconds(in phase: Phase) -> Int64 { phases[phase.rawValue] ?? 0 }

  /// From the first number looked at to the last solution: what is prepared before and read after is not counted.
  var reviewing: Int64 {
    Phase.allCases.reduce(0) { $1 == .prepare || $1 == .closed ? $0 : $0 + milliseconds(in: $1) }
  }
}

extension Room {
  /// Before its phase moves.
  mutating func spend(until now: Int64) {
    var spent = spent ?? Spent(since: openedAt, phases: [:])
    spent.phases[phase.rawValue, default: 0] += max(0, now - spent.since)
    spent.since = now
    self.spent = spent
  }
}
