import Board

/// The settled records of a log as one audience sees them, which each joiner's page is made of.
struct SharedPage {
  private(set) var shelves: [RecordKind: PageShelf] = [:]
  /// Records that are missing here or out of date. Those that are not settled stay among them.
  private var stale: Set<RecordKey>
  private var count: Int { shelves.values.reduce(0) { $0 + $1.ids.count } }

  init(_ fold: LogFold, except unsettled: [RecordKey: Record?], _ audience: Audience) {
    stale = Set(unsettled.keys)
    for kind in RecordKind.allCases where !fold.records(kind).isEmpty {
      fill(kind, fold.records(kind).map { ($0, $1) }, except: unsettled, audience)
    }
  }

  /// Answers false when so much has changed that the page is not worth keeping.
  mutating func forget(_ key: RecordKey) -> Bool {
    stale.insert(key)
    return stale.count < 64 || stale.count * 2 < count
  }

  mutating func refresh(_ fold: LogFold, except unsettled: [RecordKey: Record?], _ audience: Audience) {
    guard !stale.isEmpty else { return }
    for (kind, keys) in Dictionary(grouping: stale, by: \.kind) {
      fill(kind, keys.map { ($0.id, fold[$0]) }, except: unsettled, audience)
    }
    stale = stale.filter { unsettled[$0] != nil }
  }

  private mutating func fill(
    _ kind: RecordKind, _ records: [(id: String, record: Record?)], except unsettled: [RecordKey: Record?],
    _ audience: Audience
  ) {
    var changed = records.sorted { $0.id < $1.id }
    for index in changed.indices where unsettled[RecordKey(kind, changed[index].id)] != nil {
      changed[index].record = nil
    }
    shelves[kind, default: PageShelf()].replace(changed, for: audience)
  }
}
