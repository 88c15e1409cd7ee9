/// The records of a log by kind and id, with what is counted of them kept up to date.
struct Shelves: Sendable, Equatable {
  /// By the kind's place.
  private var shelves = Array(repeating: [String: Record](), count: RecordKind.places)
  private(set) var tally = Tally()
  /// How many questions there are of the same words at the same time: looked up for every row of a file, which must
  /// not take a walk over all of them.
  private var asked: [AskedWords: Int] = [:]

  subscript(key: RecordKey) -> Record? {
    get { shelves[key.kind.place][key.id] }
    set { replace(key, with: newValue) }
  }

  /// Answers what was there.
  @discardableResult
  mutating func replace(_ key: RecordKey, with record: Record?) -> Record? {
    let old = shelves[key.kind.place].updateValueOrRemove(record, forKey: key.id)
    if let old { tally.count(old, -1) }
    if let record { tally.count(record, 1) }
    if key.kind == .question { count(AskedWords(old), AskedWords(record)) }
    return old
  }

  /// Puts all of them, with room made for them first.
  mutating func fill(_ records: [Record]) {
    let keys = records.map(\.key)
    var counts = Array(repeating: 0, count: shelves.count)
    for key in keys { counts[key.kind.place] += 1 }
    for place in shelves.indices { shelves[place].reserveCapacity(counts[place]) }
    for (key, record) in zip(keys, records) { replace(key, with: record) }
  }

  func hasQuestion(_ words: AskedWords) -> Bool { asked[words] != nil }

  private mutating func count(_ old: AskedWords?, _ new: AskedWords?) {
    guard old != new else { return }
    if let old, let count = asked[old] { asked[old] = count > 1 ? count - 1 : nil }
    if let new { asked[new, default: 0] += 1 }
  }

  var keys: some Collection<RecordKey> {
    RecordKind.allCases.flatMap { kind in shelves[kind.place].keys.map { RecordKey(kind, $0) } }
  }

  /// All but those that follow from others.
  var stored: some Sequence<Record> {
    RecordKind.allCases.lazy.filter { !$0.follows }.flatMap { shelves[$0.place].values }
  }

  /// By id.
  func records(_ kind: RecordKind) -> [String: Record] { shelves[kind.place] }

  func count(_ kind: RecordKind) -> Int { shelves[kind.place].count }

  func find<Kind: Recorded>(_ id: String, as: Kind.Type = Kind.self) -> Kind? {
    shelves[Kind.kind.place][id].flatMap(Kind.init)
  }

  /// Any one of the kind: found without hashing.
  func first(_ kind: RecordKind) -> Record? { shelves[kind.place].first?.value }
  func first<Kind: Recorded>(_: Kind.Type) -> Kind? { first(Kind.kind).flatMap(Kind.init) }

  func all<Kind: Recorded>(_: Kind.Type) -> [Kind] {
    shelves[Kind.kind.place].values.compactMap(Kind.init)
  }
}

extension Dictionary {
  fileprivate mutating func updateValueOrRemove(_ value: Value?, forKey key: Key) -> Value? {
    if let value { updateValue(value, forKey: key) } else { removeValue(forKey: key) }
  }
}
