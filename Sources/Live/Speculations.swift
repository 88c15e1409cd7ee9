import Board
import Identity
import Rows

/// The events of a log that are applied and not committed, in their order: those that are being committed, then those
/// that have been gathered since.
struct Speculations {
  private var all: [Speculation] = []
  private var commands: Set<Identifier> = []
  /// By their commands: the speculations whose commit is awaited to tell a verdict.
  private var judged: [Identifier: Identifier] = [:]
  /// How many are being committed.
  private(set) var inFlight: (batch: BatchID, count: Int)?

  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }
  var last: Speculation? { all.last }
  var hasGathered: Bool { all.count > (inFlight?.count ?? 0) }

  /// Of a show: whether one of them makes the newest numbers others.
  var changeFigures: Bool { all.contains { $0.changes.contains(where: \.changesFigures) } }

  func contains(_ command: Identifier) -> Bool { commands.contains(command) }

  /// The settled values of the records they have changed.
  var before: [RecordKey: Record?] {
    var values: [RecordKey: Record?] = [:]
    for speculation in all {
      for change in speculation.changes where values[change.key] == nil {
        values.updateValue(change.before, forKey: change.key)
      }
    }
    return values
  }

  mutating func append(_ speculation: Speculation) {
    all.append(speculation)
    commands.insert(speculation.event.id)
  }

  /// What search finds of what they have changed, in `fold`, the state after all of them.
  func addSearchRows(of fold: LogFold, to append: inout Append) {
    guard fold.kind.isSearched else { return }
    var changes = SearchChanges()
    for speculation in all { changes.note(speculation) }
    changes.add(to: &append, fold)
  }

  // MARK: Verdicts on a state that is not committed

  /// Adds a rider to the speculation of `command`, or to the newest.
  mutating func add(_ rider: Rider, to command: Identifier? = nil) {
    let index = command.flatMap { id in all.firstIndex { $0.event.id == id } } ?? all.count - 1
    all[index].riders.append(rider)
    judged[rider.request.command.id] = all[index].event.id
  }

  /// The same command again: what the first is to be told is told to this one, too. False: there is no verdict.
  func join(_ request: Submission) -> Bool {
    guard !judged.isEmpty, let place = judged[request.command.id],
      let speculation = all.first(where: { $0.event.id == place }),
      let first = speculation.riders.first(where: { $0.request.command.id == request.command.id })
    else { return false }
    speculation.riders.append(Rider(request: request, verdict: first.verdict))
    return true
  }

  // MARK: Committing

  /// All of them are on their way, in `append`.
  mutating func depart(_ batch: BatchID, in append: inout Append) {
    inFlight = (batch, all.count)
    append.events.reserveCapacity(all.count)
    for speculation in all { append.add(speculation) }
  }

  /// Those in flight have arrived.
  mutating func land() -> [Speculation] {
    let landed = Array(all.prefix(inFlight?.count ?? 0))
    inFlight = nil
    remove(landed)
    all.removeFirst(landed.count)
    return landed
  }

  /// Those that have been gathered leave; `inFlight`: all do.
  mutating func takeBack(inFlight all: Bool) -> [Speculation] {
    if all { inFlight = nil }
    let back = Array(self.all[(inFlight?.count ?? 0)...])
    remove(back)
    self.all.removeLast(back.count)
    return back
  }

  private mutating func remove(_ gone: [Speculation]) {
    for speculation in gone {
      commands.remove(speculation.event.id)
      for rider in speculation.riders { judged[rider.request.command.id] = nil }
    }
  }
}
