import Glibc
import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

/// One node's view of some logs, appending to all of them as fast as it can and catching up where it loses.
@ServiceLoop final class Scribe {
  let store: Store
  let logs: [Identifier]
  private(set) var heads: [Identifier: Standing] = [:]
  private(set) var committed: [Identifier: [EventRow]] = [:]
  private(set) var lost = 0
  var isFinished = false

  init(_ store: Store, logs: [Identifier]) {
    self.store = store
    self.logs = logs
  }

  /// All logs in one batch, `rounds` times.
  func writeBatches(_ rounds: Int) async throws {
    for _ in 0..<rounds {
      let batch = logs.map(next)
      try await record(batch, await store.append(batch))
    }
  }

  /// Each log by itself, until told to finish.
  func write(_ log: Identifier) async throws {
    while !isFinished {
      let append = next(log)
      try await record([append], await store.append([append]))
    }
  }

  private func next(_ log: Identifier) -> Append {
    let head = heads[log]
    return StoreTests.append(log, head: head?.head ?? 0, tag: head?.tag ?? 0, count: .random(in: 1...3))
  }

  private func record(_ batch: [Append], _ outcomes: [AppendOutcome.Result]) async throws {
    for (append, outcome) in zip(batch, outcomes) {
      switch outcome {
      case .committed:
        heads[append.log] = Standing(log: append.log, head: append.standing.head, tag: append.events.last?.tag ?? 0)
        committed[append.log, default: []] += append.events
      case .lost(let duplicates):
        #expect(duplicates.isEmpty)
        lost += 1
        // The database may be away just now; the next append says so by losing again.
        if let head = try? await answer({ store.heads(of: [append.log], then: $0) }).first {
          heads[append.log] = head
        }
      case .rejected, .unavailable:
        Issue.record("\(outcome)")
      }
    }
  }
}

/// No hole, no duplicate, and exactly what the scribes were told.
@ServiceLoop func verify(_ address: DatabaseAddress, _ scribes: [Scribe]) throws {
  let events = try look(address, "select log_id, seq, command_id, tag from event order by log_id, seq")
  var stored: [Identifier: [(command: Identifier, tag: UInt64)]] = [:]
  for row in events {
    let log = row.id(0)
    #expect(row.integer(1) == Int64(stored[log]?.count ?? 0) + 1, "a hole")
    stored[log, default: []].append((row.id(2), row.tag(3)))
  }
  for row in try look(address, "select log_id, head, tag from log") {
    #expect(row.integer(1) == Int64(stored[row.id(0)]?.count ?? 0))
    #expect(row.tag(2) == stored[row.id(0)]?.last?.tag)
  }
  var told = 0
  for scribe in scribes {
    for (log, events) in scribe.committed {
      told += events.count
      for event in events {
        let row = stored[log]?[Int(event.seq) - 1]
        #expect(row?.command == event.command && row?.tag == event.tag, "told committed, and is not there")
      }
    }
  }
  #expect(told == events.count, "there is more, or less, than anyone was told")
}

@ServiceLoop @Suite struct `Several nodes at once` {
  @Test func `four writers on eight logs, in opposite orders, leave no hole and no duplicate`() async throws {
    let address = try await freshDatabase()
    let logs = (0..<8).map { _ in newID() }
    var scribes: [Scribe] = []
    for number in 0..<4 {
      let store = try await openStore(address, node: "n\(number)")
      scribes.append(Scribe(store, logs: number % 2 == 0 ? logs : logs.reversed()))
    }
    defer { for scribe in scribes { scribe.store.close() } }
    try await withThrowingTaskGroup { group in
      for scribe in scribes { group.addTask { try await scribe.writeBatches(60) } }
      try await group.waitForAll()
    }
    #expect(scribes.reduce(0) { $0 + $1.lost } > 0)
    try verify(address, scribes)
    #expect(
      try look(address, "select deadlocks from pg_stat_database where datname = current_database()")[0].integer(0) == 0)
  }

  @Test func `two nodes found the same log at the same time, and one wins`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    let there = try await openStore(address, node: "two")
    defer {
      here.close()
      there.close()
    }
    for _ in 0..<30 {
      let log = newID()
      async let one = here.append([append(log, count: 2)])
      async let two = there.append([append(log, count: 2)])
      let outcomes = await one + two
      #expect(outcomes.filter { $0 == .committed }.count == 1)
      #expect(outcomes.filter { $0 == .lost(duplicates: []) }.count == 1)
    }
    #expect(try count(address, "event") == 60)
  }

  @Test func `the same command through two nodes is stored once`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    let there = try await openStore(address, node: "two")
    defer {
      here.close()
      there.close()
    }
    for _ in 0..<30 {
      let log = newID()
      let command = newID()
      async let one = here.append([append(log, commands: [command])])
      async let two = there.append([append(log, commands: [command])])
      let outcomes = await one + two
      #expect(outcomes.filter { $0 == .committed }.count == 1)
      let losers = outcomes.compactMap { if case .lost(let duplicates) = $0 { duplicates.map(\.command) } else { nil } }
      #expect(losers == [[command]])
    }
  }
}

@ServiceLoop @Suite(.serialized) struct `When PostgreSQL fails` {
  @Test func `sessions ended in the middle of commits leave nothing unknown in the end`() async throws {
    let address = try await freshDatabase()
    let logs = (0..<6).map { _ in newID() }
    var scribes: [Scribe] = []
    for number in 0..<2 {
      scribes.append(Scribe(try await openStore(address, node: "n\(number)"), logs: logs))
    }
    defer { for scribe in scribes { scribe.store.close() } }
    let killer = Task.detached {
      let connection = try BlockingConnection(address, name: "killer")
      // Writers only, one at a time, for as long as it takes to hit many of them at work.
      var terminated = 0
      while terminated < 40 {
        terminated += try connection.query(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name like '%writer%' and datname = current_database() and state = 'active' limit 1
          """
        ).count
        try connection.query("select pg_sleep(0.005)")
      }
    }
    try await withThrowingTaskGroup { group in
      for scribe in scribes { for log in logs { group.addTask { try await scribe.write(log) } } }
      try await killer.value
      for scribe in scribes { scribe.isFinished = true }
      try await group.waitForAll()
    }
    try verify(address, scribes)
  }

  /// A standby that never answers holds every commit after it was written and before it is told: the one moment at
  /// which a lost session leaves a committed append unknown.
  @Test(arguments: ["pg_terminate_backend", "pg_cancel_backend"])
  func `a commit that was not told is found, and told only when it is safe`(end: String) async throws {
    let directory = temporaryDataDirectory()
    let cluster = try await Task.detached { try PrivateCluster.startVolatile(in: directory) }.value
    defer { cluster.stop() }
    _ = try await Task.detached {
      try Migrator(directory: TemporaryCluster.migrations).migrate(cluster.address)
    }.value
    let store = try await openStore(cluster.address)
    defer { store.close() }
    let log = newID()
    var last = append(log)
    #expect(await store.append([last]) == [.committed])
    let admin = try BlockingConnection(cluster.address, name: "admin")
    /// The session that waits for the standby.
    func held() throws -> Int64? {
      try admin.query("select pid from pg_stat_activity where wait_event = 'SyncRep'").first?.integer(0)
    }

    try admin.run("set synchronous_commit = local")
    try admin.run("alter system set synchronous_standby_names = 'nobody'")
    try admin.query("select pg_reload_conf()")
    // The setting takes a moment: until then commits pass.
    var outcomes: [AppendOutcome] = []
    var first = try held()
    while first == nil {
      outcomes = []
      last = append(behind: last, count: 3)
      store.append([last]) { outcomes = $0 }
      while outcomes.isEmpty && first == nil {
        try await Task.sleep(for: .milliseconds(5))
        first = try held()
      }
    }
    try admin.query("select \(end)(\(try #require(first)))")
    // The repetition finds the rows, and waits for the standby in its turn: in the same session if that was spared.
    try await Task.sleep(for: .milliseconds(200))
    while try held() == nil { try await Task.sleep(for: .milliseconds(5)) }
    #expect(outcomes.isEmpty)
    #expect(try count(cluster.address, "event") == last.standing.head)
    try admin.run("alter system reset synchronous_standby_names")
    try admin.query("select pg_reload_conf()")
    while outcomes.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    #expect(outcomes == [AppendOutcome(log: log, result: .committed)])
    #expect(try count(cluster.address, "event") == last.standing.head)
  }

  @Test func `a server that stands still is not taken for one that answers, and goes on where it was`() async throws {
    let directory = temporaryDataDirectory()
    let cluster = try await Task.detached { try PrivateCluster.startVolatile(in: directory) }.value
    defer { cluster.stop() }
    _ = try await Task.detached {
      try Migrator(directory: TemporaryCluster.migrations).migrate(cluster.address)
    }.value
    let store = try await openStore(cluster.address)
    defer { store.close() }
    let sessions = try look(
      cluster.address, "select pid from pg_stat_activity where application_name like 'aftershow%'")
    let pids = sessions.map { pid_t($0.integer(0)) }
    #expect(pids.count == 5)
    for pid in pids { kill(pid, SIGSTOP) }
    var outcomes: [AppendOutcome.Result] = []
    let log = newID()
    store.append([append(log)]) { outcomes = $0.map(\.result) }
    #expect(await until { store.probe(then: $0) } == false)
    #expect(outcomes.isEmpty)
    for pid in pids { kill(pid, SIGCONT) }
    while outcomes.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    #expect(outcomes == [.committed])
    #expect(await until { store.probe(then: $0) })
  }

  @Test func `a killed server is started again, and everything told is there`() async throws {
    let directory = temporaryDataDirectory()
    let cluster = try await Task.detached { try PrivateCluster.start(in: directory) }.value
    defer { cluster.stop() }
    _ = try await Task.detached {
      try Migrator(directory: TemporaryCluster.migrations).migrate(cluster.address)
    }.value
    let logs = (0..<4).map { _ in newID() }
    let scribe = Scribe(try await openStore(cluster.address), logs: logs)
    defer { scribe.store.close() }
    var isAvailable: [Bool] = []
    scribe.store.onAvailabilityChanged = { isAvailable.append($0) }
    try await withThrowingTaskGroup { group in
      for log in logs { group.addTask { try await scribe.write(log) } }
      for _ in 0..<3 {
        let before = scribe.heads
        // As long as it takes to write something.
        while scribe.heads == before { try await Task.sleep(for: .milliseconds(5)) }
        kill(cluster.pid, SIGKILL)
        while scribe.store.isAvailable { try await Task.sleep(for: .milliseconds(5)) }
        while !scribe.store.isAvailable { try await Task.sleep(for: .milliseconds(5)) }
      }
      scribe.isFinished = true
      try await group.waitForAll()
    }
    #expect(isAvailable.contains(false))
    try verify(cluster.address, [scribe])
  }
}
