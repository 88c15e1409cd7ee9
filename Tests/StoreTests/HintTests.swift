import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Hints` {
  @Test func `another node hears of it, together with others, and one's own are ignored`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    let there = try await openStore(address, node: "two")
    defer {
      here.close()
      there.close()
    }
    await listening(here, there)
    let logs = (0..<500).map { _ in newID() }
    var own = 0
    here.onHint = { news, _ in own += news.count { logs.contains($0.log) } }
    let (heads, calls): ([Identifier: Int64], Int) = await until { done in
      var heads: [Identifier: Int64] = [:]
      var calls = 0
      there.onHint = { news, _ in
        calls += 1
        for told in news { heads[told.log] = told.head }
        if heads.count == logs.count && heads.values.allSatisfy({ $0 == 3 }) { done((heads, calls)) }
      }
      for head in [1, 2, 3] as [Int64] { for log in logs { here.hint(Standing(log: log, head: head, tag: 7)) } }
    }
    #expect(Set(heads.keys) == Set(logs))
    // 500 logs do not fit into one notification; 1,500 hints go in a handful all the same.
    #expect(calls > 1 && calls < 10)
    #expect(own == 0)
  }

  @Test func `a node alone wakes nobody, until another comes`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    let ear = try await openConnection(address)
    defer {
      here.close()
      ear.close()
    }
    var heard: [HintPayload] = []
    ear.onNotification = { _, payload in heard += HintPayload(payload).map { [$0] } ?? [] }
    _ = try await answer { ear.execute(Statement(name: "ear", text: "listen aftershow"), then: $0) }
    let log = newID()
    for head in 1...20 as ClosedRange<Int64> {
      here.hint(Standing(log: log, head: head, tag: 7))
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(heard.allSatisfy { $0.heads.isEmpty })
    // A session that ended is told all the same.
    let session = newID()
    here.hint(endedSessions: [session])
    while !heard.contains(where: { $0.sessions == [session] }) { try await Task.sleep(for: .milliseconds(5)) }

    let there = try await openStore(address, node: "two")
    defer { there.close() }
    await listening(here, there)
    #expect(Set(heard.map { $0.node.prefix(3) }) == ["one", "two"])
  }

  @Test func `another node is told who is here, and hears of a node that comes`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    defer { here.close() }
    var neighbours = 0
    here.onNeighbour = { neighbours += 1 }
    let there = try await openStore(address, node: "two")
    defer { there.close() }
    await listening(here, there)
    #expect(neighbours == 1)
    let sighting = Sighting(log: newID(), member: newID(), stance: Stance(.reading, issue: "abc"), age: 2_000)
    let told: [Sighting] = await until { done in
      there.onSighted = { node, sightings in if node.hasPrefix("one-") { done(sightings) } }
      here.hint([sighting])
    }
    #expect(told == [sighting])
  }

  @Test func `two nodes of one name hear each other, and know when they did`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    let there = try await openStore(address)
    defer {
      here.close()
      there.close()
    }
    await listening(here, there)
    #expect(here.othersHeard != nil && there.othersHeard != nil)
  }

  @Test func `whoever begins to listen is told to catch up`() async throws {
    let address = try await freshDatabase()
    let store = Store(
      loop: try await testLoop(), address: address, node: "one", layout: 1,
      statements: try TemporaryCluster.catalogue())
    defer { store.close() }
    await until { done in
      store.onListening = { done(()) }
      store.open()
    }
    // And again after the session was lost.
    await until { done in
      store.onListening = { done(()) }
      Task.detached {
        try look(
          address, "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%hints'")
      }
    }
  }

  @Test func `payloads are below the limit, and read as they were written`() throws {
    let logs = (0..<1000).map { Standing(log: newID(), head: Int64($0) * 1_000_000_007, tag: .random(in: 0 ... .max)) }
    let sessions = (0..<300).map { _ in newID() }
    let payloads = HintPayload.encode(node: "节点", heads: logs, sessions: sessions)
    var heads: [Standing] = []
    var ended: [Identifier] = []
    for payload in payloads {
      #expect(payload.utf8.count < 8000)
      let hint = try #require(HintPayload(payload))
      #expect(hint.node == "节点")
      heads += hint.heads
      ended += hint.sessions
    }
    #expect(heads == logs)
    #expect(ended == sessions)
    #expect(HintPayload.encode(node: "n", heads: [], sessions: []) == ["n|"])
    #expect(HintPayload("n|")?.node == "n")
  }

  @Test(arguments: [
    "", "x", "n|junk", "n|:", "n|00000000-0000-0000-0000-000000000000:x", "n|a:b:c",
    "n|00000000-0000-0000-0000-000000000000:1",
  ])
  func `nonsense on the channel is no hint`(payload: String) { #expect(HintPayload(payload) == nil) }
}
