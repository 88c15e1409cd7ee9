public import Identity

/// A log folded into a value: its records, and nothing else. What a command leads to is decided here, and what an
/// event changes; both purely, with no clock, randomness or I/O.
public struct LogFold: Sendable, Equatable {
  public let log: Identifier
  public let kind: LogKind
  var shelves = Shelves()
  /// What the event being applied has touched so far. Empty between events.
  private var touched = Touched()

  /// An empty log.
  public init(log: Identifier, kind: LogKind) {
    self.log = log
    self.kind = kind
  }

  /// Every record there is, visible or not, in no order.
  public var keys: some Collection<RecordKey> { shelves.keys }

  /// Those of one kind, by id.
  public func records(_ kind: RecordKind) -> [String: Record] { shelves.records(kind) }

  /// How many there are, without a walk over them.
  public var count: Int { RecordKind.allCases.reduce(0) { $0 + shelves.count($1) } }

  public subscript(key: RecordKey) -> Record? { shelves[key] }

  /// Takes the event in. Facts of a stored event always apply: one that speaks of a record that is gone changes
  /// nothing. Answers every record that is different now, once, in the order of their keys.
  public mutating func apply(_ event: Event) -> [Change] {
    for fact in event.facts { apply(fact, of: event) }
    var changes = touched.takeAll()
    changes.removeAll { $0.before == $0.after }
    if changes.count > 1 { changes.sort { $0.key < $1.key } }
    return changes
  }

  /// Takes back exactly what `apply` returned. Several events are taken back last first.
  public mutating func restore(_ changes: [Change]) {
    for change in changes { shelves[change.key] = change.before }
  }
}

extension LogFold {
  func find<Kind: Recorded>(_ id: String, as: Kind.Type = Kind.self) -> Kind? { shelves.find(id) }

  /// The one record of a kind of which a log has one; nil also where there are others of the kind, as in a directory.
  func only<Kind: Recorded>(_: Kind.Type = Kind.self) -> Kind? { shelves.first(Kind.self) }

  func all<Kind: Recorded>(_ kind: Kind.Type) -> [Kind] { shelves.all(kind) }

  mutating func put(_ recorded: some Recorded) {
    set(RecordKey(type(of: recorded).kind, recorded.id), recorded.record)
  }

  mutating func remove<Kind: Recorded>(_ kind: Kind.Type, _ id: String) {
    set(RecordKey(kind.kind, id), nil)
  }

  /// Changes a record that may be gone: then nothing happens.
  mutating func revise<Kind: Recorded>(
    _ kind: Kind.Type, _ id: String, _ change: (inout Kind) -> Void
  ) {
    guard var recorded = find(id, as: kind) else { return }
    change(&recorded)
    put(recorded)
  }

  private mutating func set(_ key: RecordKey, _ record: Record?) {
    touched.note(key, before: shelves.replace(key, with: record), after: record)
  }
}
