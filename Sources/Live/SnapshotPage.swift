import Board

/// The settled records of a log as one audience sees them.
struct SnapshotPage {
  private(set) var shelves: [RecordKind: SnapshotShelf] = [:]
  /// Records whose place is empty or not to be trusted. Those that are not settled stay among them.
  private var stale: Set<RecordKey>
  private var count = 0

  init(_ fold: LogFold, except unsettled: [RecordKey: Record?], _ audience: Audience) {
    stale = Set(unsettled.keys)
    var ids: [RecordKind: [String]] = [:]
    for key in fold.keys { ids[key.kind, default: []].append(key.id) }
    fill(ids, fold, except: unsettled, audience)
  }

  /// False: so much has changed that the page is not worth keeping.
  mutating func forget(_ key: RecordKey) -> Bool {
    stale.insert(key)
    return stale.count < 64 || stale.count * 2 < count
  }

  mutating func refresh(_ fold: LogFold, except unsettled: [RecordKey: Record?], _ audience: Audience) {
    guard !stale.isEmpty else { return }
    fill(Dictionary(grouping: stale, by: \.kind).mapValues { $0.map(\.id) }, fold, except: unsettled, audience)
    stale = stale.filter { unsettled[$0] != nil }
  }

  private mutating func fill(
    _ ids: [RecordKind: [String]], _ fold: LogFold, except unsettled: [RecordKey: Record?], _ audience: Audience
  ) {
    for (kind, ids) in ids {
      shelves[kind, default: SnapshotShelf()].replace(ids.sorted(), for: audience) { id in
        let key = RecordKey(kind, id)
        return unsettled[key] == nil ? fold[key] : nil
      }
    }
    count = shelves.values.reduce(0) { $0 + $1.ids.count }
  }
}
