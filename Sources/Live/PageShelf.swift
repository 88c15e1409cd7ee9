import Board
import Identity
import JSON

/// The records of one kind in the order of their ids, which tells nothing of when they were made.
struct PageShelf {
  private(set) var ids: [String] = []
  /// The encoded records, a comma behind each. One that is hidden takes no place.
  private(set) var bytes: [UInt8] = []
  /// Where each record ends.
  private var ends: [Int] = []
  /// Members who see a record differently from everyone else, in the order of the records.
  private(set) var insiders: [(index: Int, member: Identifier)] = []

  /// How many records are measured to tell how much memory all of them take.
  private static let sample = 64

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

  /// Takes in what has become of the records of these ids, which are in order; nil: there is none (any more).
  mutating func replace(_ changed: [(id: String, record: Record?)], for audience: Audience) {
    let old = self
    self = PageShelf()
    ids.reserveCapacity(old.ids.count + changed.count)
    ends.reserveCapacity(old.ids.count + changed.count)
    bytes.reserveCapacity(old.bytes.count + min(changed.count, Self.sample) * 512)
    var index = 0
    var insider = 0
    for (id, record) in changed {
      let next = old.ids[index...].firstIndex { $0 >= id } ?? old.ids.count
      append(index..<next, of: old, &insider)
      index = next
      if index < old.ids.count, old.ids[index] == id {
        // The old value goes, and so do its insiders.
        while insider < old.insiders.count, old.insiders[insider].index == index { insider += 1 }
        index += 1
      }
      if let record { append(record, id, for: audience) }
      if old.ids.isEmpty, ids.count == Self.sample { bytes.reserveCapacity(bytes.count / Self.sample * changed.count) }
    }
    append(index..<old.ids.count, of: old, &insider)
    bytes = bytes.withoutSlack
  }

  private mutating func append(_ record: Record, _ id: String, for audience: Audience) {
    if let member = record.insider { insiders.append((ids.count, member)) }
    var json = JSONWriter(appendingTo: bytes)
    // The bytes move into the writer and back: with a second reference they would be copied.
    bytes = []
    let isSeen = record.write(into: &json, for: audience.viewer)
    bytes = json.take()
    if isSeen { bytes.append(UInt8(ascii: ",")) }
    ids.append(id)
    ends.append(bytes.count)
  }

  private mutating func append(_ run: Range<Int>, of old: PageShelf, _ insider: inout Int) {
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
  /// The same bytes in no more memory than they need, because they stay for long.
  fileprivate var withoutSlack: [UInt8] {
    guard capacity > count + count / 8 else { return self }
    var exact: [UInt8] = []
    exact.reserveCapacity(count)
    exact += self
    return exact
  }
}
