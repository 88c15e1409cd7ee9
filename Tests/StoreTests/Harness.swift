import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting

@testable import Store

/// The loop all tests of this target share. Started apart: it cannot be waited for on its own thread.
private let theLoop = Task.detached {
  // A free port of 127.0.0.1, where nobody will call.
  try EventLoop.start(ServiceConfiguration()) { _ in }
}

func testLoop() async throws -> EventLoop { try await theLoop.value }

/// Apart from the loop, which must not be held up.
func freshDatabase(migrated: Bool = true) async throws -> DatabaseAddress {
  try await Task.detached { try TemporaryCluster.shared.database(migrated: migrated) }.value
}

/// Turns a call that answers later into one that is awaited.
@ServiceLoop func answer<Value: Sendable>(
  _ ask: (@escaping @ServiceLoop (Result<Value, PostgresFault>) -> Void) -> Void
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    ask { result in continuation.resume(with: result.mapError { $0 as any Error }) }
  }
}

/// Waits for what may happen more than once: the first time counts.
@ServiceLoop func until<Value: Sendable>(_ ask: (@escaping @ServiceLoop (Value) -> Void) -> Void) async -> Value {
  await withCheckedContinuation { continuation in
    var hasHappened = false
    ask { value in
      guard !hasHappened else { return }
      hasHappened = true
      continuation.resume(returning: value)
    }
  }
}

/// A store that is connected, for search too, on a database of its own unless one is given.
@ServiceLoop func openStore(
  _ address: DatabaseAddress? = nil, node: String = "one", layout: Int = 1
) async throws -> Store {
  let database = if let address { address } else { try await freshDatabase() }
  let store = Store(
    loop: try await testLoop(), address: database, node: node, layout: layout,
    statements: try TemporaryCluster.catalogue())
  await until { done in
    store.onAvailabilityChanged = { if $0 { done(()) } }
    store.open()
  }
  store.onAvailabilityChanged = nil
  await until { done in
    // Looked at here: what is awaited may begin a turn of the loop later.
    if store.searcher.isConnected { return done(()) }
    store.searcher.onStateChanged = { if $0 == .connected { done(()) } }
  }
  store.searcher.onStateChanged = nil
  return store
}

@ServiceLoop func openConnection(
  _ address: DatabaseAddress, settings: [String: String] = [:]
) async throws -> PostgresConnection {
  let connection = PostgresConnection(loop: try await testLoop(), address: address, name: "test", settings: settings)
  await until { done in
    connection.onStateChanged = { if $0 == .connected { done(()) } }
    connection.open()
  }
  connection.onStateChanged = nil
  return connection
}

extension Store {
  /// Answered when all are known, in the order given.
  func append(_ batch: [Append], then: @escaping @ServiceLoop ([AppendOutcome]) -> Void) {
    let logs = batch.map(\.log)
    var known: [Identifier: AppendOutcome] = [:]
    append(
      batch,
      each: { outcome in
        known[outcome.log] = outcome
        if known.count == logs.count { then(logs.compactMap { known[$0] }) }
      })
  }

  func append(_ batch: [Append]) async -> [AppendOutcome.Result] {
    await until { done in append(batch) { done($0.map(\.result)) } }
  }
}

func newID() -> Identifier {
  var generator = SystemRandomNumberGenerator()
  return .random(using: &generator)
}

let organisation = newID()
let member = newID()

func event(_ seq: Int64, command: Identifier = newID(), body: String = #"{"a": 1}"#) -> EventRow {
  EventRow(
    seq: seq, tag: .random(in: 0 ... .max), command: command, actor: member, at: 1000 + seq, op: "issue.add",
    body: Array(body.utf8))
}

/// `count` events behind `head`.
func append(
  _ log: Identifier, head: Int64 = 0, tag: UInt64 = 0, count: Int64 = 1, commands: [Identifier] = [],
  summary: String = "{}"
) -> Append {
  let events = (1...count).map { index in
    event(head + index, command: Int(index) <= commands.count ? commands[Int(index) - 1] : newID())
  }
  return Append(
    log: log, organisation: organisation, kind: "room", head: head, tag: tag, events: events,
    summary: Array(summary.utf8))
}

/// `count` events behind those of `first`.
func append(behind first: Append, count: Int64 = 1, commands: [Identifier] = []) -> Append {
  append(
    first.log, head: first.standing.head, tag: first.events.last?.tag ?? 0, count: count, commands: commands)
}

/// A look past the store, at the tables themselves.
func look(_ address: DatabaseAddress, _ query: String) throws -> Rows {
  try BlockingConnection(address, name: "look").query(query)
}

func count(_ address: DatabaseAddress, _ table: String) throws -> Int64 {
  try look(address, "select count(*) from \(table)")[0].integer(0)
}

/// Waits until each store hears hints: a notification of its own that the others must have received.
@ServiceLoop func listening(_ stores: Store...) async {
  for store in stores {
    for other in stores where other !== store {
      let mark = newID()
      await until { done in
        var isDone = false
        @ServiceLoop func call() {
          guard !isDone else { return }
          store.hint(Standing(log: mark, head: 1, tag: 1))
          other.loop.schedule(after: .milliseconds(20)) { call() }
        }
        other.onHint = { heads, _ in
          guard !isDone, heads.contains(where: { $0.log == mark }) else { return }
          isDone = true
          done(())
        }
        call()
      }
      other.onHint = nil
    }
  }
}
