import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Being ready` {
  @Test func `a database whose tables are locked is not ready, and is again afterwards`() async throws {
    for table in ["log", "event"] {
      let address = try await freshDatabase()
      let store = try await openStore(address)
      defer { store.close() }
      #expect(await until { store.probe(then: $0) })
      let locker = try BlockingConnection(address, name: "locker")
      try locker.run("begin; lock table \(table) in exclusive mode")
      // What was committed a moment ago is believed for a second. The reason is the one of the answer: whoever goes on
      // waiting for the lock is told another in the end.
      var trouble = store.trouble
      let probe = { (done: @escaping @ServiceLoop (Bool) -> Void) in
        store.probe { isReady in
          trouble = store.trouble
          done(isReady)
        }
      }
      while await until(probe) { try await Task.sleep(for: .milliseconds(50)) }
      #expect(trouble?.connection == "writer")
      #expect(trouble?.fault?.code == .silent)
      try locker.run("commit")
      while await until({ store.probe(then: $0) }) == false { try await Task.sleep(for: .milliseconds(50)) }
      #expect(store.trouble == nil)
    }
  }

  @Test func `while an append finds the disk full nothing is ready, and the reason names the connection`() async throws
  {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    try await Task.detached {
      _ = try BlockingConnection(address, name: "disk").run(
        """
        create function full_disk() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
        create trigger full_disk before insert on event execute function full_disk();
        """)
    }.value
    var outcomes: [AppendOutcome.Result] = []
    store.append([append(newID())]) { outcomes = $0.map(\.result) }
    while store.isAvailable { try await Task.sleep(for: .milliseconds(5)) }
    #expect(await until { store.probe(then: $0) } == false)
    #expect(store.trouble?.connection == "writer")
    #expect(store.trouble?.fault?.code.rawValue == "53100")
    try await Task.detached { try BlockingConnection(address, name: "disk").run("drop trigger full_disk on event") }
      .value
    while outcomes.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    #expect(outcomes == [.committed])
    #expect(await until { store.probe(then: $0) })
    #expect(store.trouble == nil)
  }

  @Test func `asked by many at once it writes once, and believes a commit for a second`() async throws {
    let loop = try await testLoop()
    var writes: [@ServiceLoop (PostgresFault?) -> Void] = []
    let readiness = Readiness(loop: loop) { writes.append($0) }
    var answers: [Bool] = []
    for _ in 0..<50 { readiness.ask { answers.append($0) } }
    #expect(writes.count == 1)
    writes[0](nil)
    #expect(answers == Array(repeating: true, count: 50))
    #expect(await until { readiness.ask(then: $0) })
    #expect(writes.count == 1)
  }

  @Test func `a failure is believed for a second too, and an append that is committed ends it`() async throws {
    let loop = try await testLoop()
    var writes: [@ServiceLoop (PostgresFault?) -> Void] = []
    let readiness = Readiness(loop: loop) { writes.append($0) }
    let first: Bool = await until { done in
      readiness.ask(then: done)
      writes[0](PostgresFault(.init(rawValue: "53100")))
    }
    #expect(!first)
    #expect(await until { readiness.ask(then: $0) } == false)
    #expect(readiness.fault?.code.rawValue == "53100")
    readiness.committed()
    #expect(await until { readiness.ask(then: $0) })
    #expect(readiness.fault == nil)
    #expect(writes.count == 1)
  }

  @Test func `a write that is not answered is not waited for twice`() async throws {
    let loop = try await testLoop()
    var writes = 0
    let readiness = Readiness(loop: loop) { _ in writes += 1 }
    #expect(await until { readiness.ask(then: $0) } == false)
    #expect(readiness.fault?.code == .silent)
    #expect(await until { readiness.ask(then: $0) } == false)
    #expect(writes == 1)
  }
}
