/// The records an event has touched so far, each with its value from before and its newest: one or two as a rule, a
/// thousand at a reveal.
struct Touched: Sendable, Equatable {
  private var changes: [Change] = []
  /// Where each stands; kept from the moment on when a walk is no longer the shortest way.
  private var places: [RecordKey: Int] = [:]
  private static let walk = 8

  mutating func note(_ key: RecordKey, before: Record?, after: Record?) {
    if let place = place(of: key) {
      changes[place] = Change(key: key, before: changes[place].before, after: after)
    } else {
      if changes.count >= Self.walk { places[key] = changes.count }
      changes.append(Change(key: key, before: before, after: after))
    }
  }

  private mutating func place(of key: RecordKey) -> Int? {
    guard changes.count >= Self.walk else { return changes.firstIndex { $0.key == key } }
    if places.isEmpty { for (place, change) in changes.enumerated() { places[change.key] = place } }
    return places[key]
  }

  /// Empties it.
  mutating func takeAll() -> [Change] {
    defer { self = Touched() }
    return changes
  }

  static func == (one: Touched, other: Touched) -> Bool {
    one.changes.elementsEqual(other.changes) { $0.key == $1.key && $0.before == $1.before && $0.after == $1.after }
  }
}
