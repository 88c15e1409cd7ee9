/// The records of a log by kind and id, with what is counted of them kept up to date.
struct Shelves: Sendable, Equatable {
  private var shelves: [RecordKind: [String: Record]] = [:]
  private(set) var tally = Tally()

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
    return old
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
