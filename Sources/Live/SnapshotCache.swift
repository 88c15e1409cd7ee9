import Board
import Identity

/// What joiners get: all records visible to them. Each is encoded once an audience and stands beside the others of its
/// kind, so that a joiner costs copying, whoever they are: of what they see with other eyes, only that is made for them.
struct SnapshotCache {
  private var common: SnapshotPage?
  private var lead: SnapshotPage?

  /// The record has changed, or has changed back.
  mutating func forget(_ key: RecordKey) {
    if common?.forget(key) == false { common = nil }
    if lead?.forget(key) == false { lead = nil }
  }

  /// The settled records as that member sees them, in parts of at most `limit` bytes or of one record.
  /// `unsettled`: the settled values of the records that differ in `fold`; each of them has been forgotten.
  mutating func snapshot(
    of fold: LogFold, unsettled: [RecordKey: Record?], for member: Identifier, _ audience: Audience, limit: Int
  ) -> LogSnapshot {
    switch audience {
    case .common: common = Self.refreshed(common.take(), fold, unsettled, audience)
    case .lead: lead = Self.refreshed(lead.take(), fold, unsettled, audience)
    }
    let page = (audience == .lead ? lead : common) ?? SnapshotPage()
    return LogSnapshot(page, of: fold, unsettled, for: member, audience, limit: limit)
  }

  private static func refreshed(
    _ known: SnapshotPage?, _ fold: LogFold, _ unsettled: [RecordKey: Record?], _ audience: Audience
  ) -> SnapshotPage {
    var page = known ?? SnapshotPage(stale: Set(fold.keys))
    page.refresh(fold, except: unsettled, audience)
    return page
  }
}

/// The settled records of a log as one audience sees them.
struct SnapshotPage {
  private(set) var shelves: [RecordKind: SnapshotShelf] = [:]
  /// Records whose place is empty or not to be trusted. Those that are not settled stay among them.
  private var stale: Set<RecordKey>
  private var count = 0

  init(stale: Set<RecordKey> = []) { self.stale = stale }

  /// False: so much has changed that the page is not worth keeping.
  mutating func forget(_ key: RecordKey) -> Bool {
    stale.insert(key)
    return stale.count < 64 || stale.count * 2 < count
  }

  mutating func refresh(_ fold: LogFold, except unsettled: [RecordKey: Record?], _ audience: Audience) {
    guard !stale.isEmpty else { return }
    for (kind, keys) in Dictionary(grouping: stale, by: \.kind) {
      let records = keys.map { (id: $0.id, record: unsettled[$0] == nil ? fold[$0] : nil) }
      shelves[kind, default: SnapshotShelf()].replace(records.sorted { $0.id < $1.id }, audience)
    }
    count = shelves.values.reduce(0) { $0 + $1.ids.count }
    stale = stale.filter { unsettled[$0] != nil }
  }
}

/// The records of one kind in the order of their ids, which tells nothing of when they were made.
struct SnapshotShelf {
  private(set) var ids: [String] = []
  /// The encoded records, a comma behind each. One that is hidden takes no place.
  private(set) var bytes: [UInt8] = []
  /// Where each record ends.
  private var ends: [Int] = []
  /// Members who see a record with other eyes, in the order of the records.
  private(set) var insiders: [(index: Int, member: Identifier)] = []

  func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }
  func end(_ index: Int) -> Int { ends[index] }

  /// Takes in records, sorted by id; nil: there is none (any more).
  mutating func replace(_ records: [(id: String, record: Record?)], _ audience: Audience) {
    var old = self
    self = SnapshotShelf()
    ids.reserveCapacity(old.ids.count + records.count)
    ends.reserveCapacity(old.ids.count + records.count)
    bytes.reserveCapacity(old.bytes.count + min(records.count, 64) * 512)
    var index = 0
    var insider = 0
    for (id, record) in records {
      let next = old.ids[index...].firstIndex { $0 >= id } ?? old.ids.count
      append(index..<next, of: old, &insider)
      index = next
      if index < old.ids.count, old.ids[index] == id {
        // What is replaced goes, and those who knew it.
        while insider < old.insiders.count, old.insiders[insider].index == index { insider += 1 }
        index += 1
      }
      guard let record else { continue }
      insiders += record.insiders.map { (ids.count, $0) }
      if let rendered = record.render(for: audience.viewer) {
        bytes += rendered
        bytes.append(UInt8(ascii: ","))
      }
      ids.append(id)
      ends.append(bytes.count)
    }
    append(index..<old.ids.count, of: old, &insider)
    old = SnapshotShelf()
    bytes = bytes.withoutSlack
  }

  private mutating func append(_ run: Range<Int>, of old: SnapshotShelf, _ insider: inout Int) {
    guard !run.isEmpty else { return }
    let shift = bytes.count - old.start(run.lowerBound)
    let moved = ids.count - run.lowerBound
    while insider < old.insiders.count, old.insiders[insider].index < run.upperBound {
      insiders.append((old.insiders[insider].index + moved, old.insiders[insider].member))
      insider += 1
    }
    bytes += old.bytes[old.start(run.lowerBound)..<old.end(run.upperBound - 1)]
    ids += old.ids[run]
    ends += old.ends[run].lazy.map { $0 + shift }
  }
}

extension [UInt8] {
  /// The same in no more memory than it needs: it will stay for long.
  fileprivate var withoutSlack: [UInt8] {
    guard capacity > count + count / 8 else { return self }
    var exact: [UInt8] = []
    exact.reserveCapacity(count)
    exact += self
    return exact
  }
}
