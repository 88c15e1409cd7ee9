/// The records of a log by kind and id, with what is counted of them kept up to date.
struct Shelves: Sendable, Equatable {
  private var shelves: [RecordKind: [String: Record]] = [:]
  private(set) var tally = Tally()
  /// How many questions there are of the same words at the same time: looked up for every row of a file, which must
  /// not take a walk over all of them.
  private var asked: [AskedWords: Int] = [:]

  subscript(key: RecordKey) -> Record? {
    get { shelves[key.kind]?[key.id] }
    set { replace(key, with: newValue) }
  }

  /// Answers what was there.
  @discardableResult
  mutating func replace(_ key: RecordKey, with record: Record?) -> Record? {
    let old = shelves[key.kind, default: [:]].updateValueOrRemove(record, forKey: key.id)
    // An empty shelf is none: a record taken back leaves no trace to differ by.
    if record == nil, shelves[key.kind]?.isEmpty == true { shelves[key.kind] = nil }
    if let old { tally.count(old, -1) }
    if let record { tally.count(record, 1) }
    if key.kind == .question { count(AskedWords(old), AskedWords(record)) }
    return old
  }

  func hasQuestion(_ words: AskedWords) -> Bool { asked[words] != nil }

  private mutating func count(_ old: AskedWords?, _ new: AskedWords?) {
    guard old != new else { return }
    if let old, let count = asked[old] { asked[old] = count > 1 ? count - 1 : nil }
    if let new { asked[new, default: 0] += 1 }
  }

  var keys: some Collection<RecordKey> {
    shelves.flatMap { kind, shelf in shelf.keys.map { RecordKey(kind, $0) } }
  }

  var records: some Collection<Record> { shelves.values.lazy.flatMap(\.values) }

  func count(_ kind: RecordKind) -> Int { shelves[kind]?.count ?? 0 }

  func find<Kind: Recorded>(_ id: String, as: Kind.Type = Kind.self) -> Kind? {
    shelves[Kind.kind]?[id].flatMap(Kind.init)
  }

  func all<Kind: Recorded>(_: Kind.Type) -> [Kind] {
    shelves[Kind.kind].map { $0.values.compactMap(Kind.init) } ?? []
  }
}

extension Dictionary {
  fileprivate mutating func updateValueOrRemove(_ value: Value?, forKey key: Key) -> Value? {
    if let value { updateValue(value, forKey: key) } else { removeValue(forKey: key) }
  }
}
