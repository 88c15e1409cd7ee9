import DequeModule
import Identity
import Rows

/// The newest events of a log, for whoever lags behind or comes back: all cursors point into it.
struct Tail {
  /// The event before the first entry.
  private(set) var base: Int64
  private var baseTag: UInt64
  private var entries: Deque<TailEntry> = []
  private var size = 0
  /// The commands of the entries, and some older ones that have been looked up.
  private var known: [Identifier: (seq: Int64, actor: Identifier)] = [:]
  private var lookedUp: Deque<Identifier> = []

  init(base: Int64, tag: UInt64) {
    self.base = base
    baseTag = tag
  }

  var head: Int64 { base + Int64(entries.count) }

  mutating func append(_ entry: TailEntry, limits: Limits) {
    entries.append(entry)
    known[entry.command] = (entry.seq, entry.actor)
    size += entry.size
    while entries.count > limits.tailEvents || (size > limits.tailBytes && entries.count > 1) { removeFirst() }
  }

  /// The tag of event `seq`; nil when it is out of reach.
  func tag(at seq: Int64) -> UInt64? {
    if seq == base { return baseTag }
    return entry(seq)?.tag
  }

  func entry(_ seq: Int64) -> TailEntry? {
    seq > base && seq <= head ? entries[Int(seq - base - 1)] : nil
  }

  /// Whether the events after `seq` are all here.
  func reaches(after seq: Int64) -> Bool { seq >= base && seq <= head }

  /// Where and by whom the command took effect, as far as is remembered.
  func find(_ command: Identifier) -> (seq: Int64, actor: Identifier)? { known[command] }

  /// Remembers a command found in the database.
  mutating func note(_ duplicate: StoredCommand) {
    guard known.updateValue((duplicate.seq, duplicate.actor), forKey: duplicate.command) == nil else { return }
    lookedUp.append(duplicate.command)
    if lookedUp.count > 1024 {
      let oldest = lookedUp.removeFirst()
      if let seq = known[oldest]?.seq, seq <= base { known[oldest] = nil }
    }
  }

  /// Forgets looked-up commands behind the head: the log was rewound, and they are no longer stored.
  mutating func forgetAhead() { known = known.filter { $0.value.seq <= head } }

  /// Lets go of everything before event `seq`: older entries hold erased words, or totals of a vote that goes on, and
  /// nobody may get them again.
  mutating func forget(before seq: Int64) {
    while base + 1 < seq, !entries.isEmpty { removeFirst() }
  }

  private mutating func removeFirst() {
    let entry = entries.removeFirst()
    base = entry.seq
    baseTag = entry.tag
    size -= entry.size
    known[entry.command] = nil
  }
}
