/// The records an event has touched so far, each with its value from before: one or two as a rule, a thousand at a reveal.
struct Touched: Sendable, Equatable {
  private var records: [(key: RecordKey, before: Record?)] = []
  /// Kept from the moment on when a walk is no longer the shortest way.
  private var keys: Set<RecordKey> = []
  private static let walk = 8

  /// Only the first value counts.
  mutating func note(_ key: RecordKey, before: Record?) {
    if records.count < Self.walk {
      guard !records.contains(where: { $0.key == key }) else { return }
    } else {
      if records.count == Self.walk { keys = Set(records.map(\.key)) }
      guard keys.insert(key).inserted else { return }
    }
    records.append((key, before))
  }

  /// Empties it.
  mutating func takeAll() -> [(key: RecordKey, before: Record?)] {
    defer { self = Touched() }
    return records
  }

  static func == (one: Touched, other: Touched) -> Bool {
    one.records.elementsEqual(other.records) { $0.key == $1.key && $0.before == $1.before }
  }
}
