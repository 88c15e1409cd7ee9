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
    let page =
      switch audience {
      case .common: Self.refresh(&common, fold, unsettled, audience)
      case .lead: Self.refresh(&lead, fold, unsettled, audience)
      }
    return LogSnapshot(page.shelves, of: fold, unsettled, for: member, audience, limit: limit)
  }

  private static func refresh(
    _ known: inout SnapshotPage?, _ fold: LogFold, _ unsettled: [RecordKey: Record?], _ audience: Audience
  ) -> SnapshotPage {
    // Taken out for the moment: two of it would be copied.
    var page = known.take() ?? SnapshotPage(fold, except: unsettled, audience)
    page.refresh(fold, except: unsettled, audience)
    known = page
    return page
  }
}

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

  /// The first of these records that ends behind that place.
  func firstIndex(in run: Range<Int>, endingBeyond place: Int) -> Int {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Takes in what has become of the records of these ids, which are sorted; nil: there is none (any more).
  mutating func replace(_ changed: [String], for audience: Audience, _ record: (String) -> Record?) {
    let old = self
    self = SnapshotShelf()
    ids.reserveCapacity(old.ids.count + changed.count)
    ends.reserveCapacity(old.ids.count + changed.count)
    bytes.reserveCapacity(old.bytes.count + min(changed.count, 64) * 512)
    var index = 0
    var insider = 0
    for id in changed {
      let next = old.ids[index...].firstIndex { $0 >= id } ?? old.ids.count
      append(index..<next, of: old, &insider)
      index = next
      if index < old.ids.count, old.ids[index] == id {
        // What is replaced goes, and those who knew it.
        while insider < old.insiders.count, old.insiders[insider].index == index { insider += 1 }
        index += 1
      }
      if let record = record(id) { append(record, id, for: audience) }
    }
    append(index..<old.ids.count, of: old, &insider)
    bytes = bytes.withoutSlack
  }

  private mutating func append(_ record: Record, _ id: String, for audience: Audience) {
    for member in record.insiders { insiders.append((ids.count, member)) }
    if let rendered = record.render(for: audience.viewer) {
      bytes += rendered
      bytes.append(UInt8(ascii: ","))
    }
    ids.append(id)
    ends.append(bytes.count)
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
