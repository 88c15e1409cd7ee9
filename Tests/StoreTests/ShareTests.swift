import Identity
import Postgres
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Links to a report` {
  private let log = newID()

  private func make(_ store: Store, _ token: String, expires: Int64 = 100, most: Int = 3) async throws -> Identifier? {
    let id = newID()
    let isMade = try await answer {
      store.createShare(
        id, token: token, organisation: organisation, log: log, member: member, now: 0, expires: expires, most: most,
        then: $0)
    }
    return isMade ? id : nil
  }

  @Test func `a token shows its room until it expires, and another shows nothing`() async throws {
    let store = try await openStore()
    defer { store.close() }
    _ = try await make(store, "t")
    let found = try await answer { store.share(token: "t", now: 99, then: $0) }
    #expect(found?.log == log)
    #expect(found?.organisation == organisation)
    #expect(try await answer { store.share(token: "t", now: 100, then: $0) } == nil)
    #expect(try await answer { store.share(token: "u", now: 1, then: $0) } == nil)
  }

  @Test func `taken back on one node it is gone on every node, and only by its room`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address, node: "n1")
    let there = try await openStore(address, node: "n2")
    defer { for store in [here, there] { store.close() } }
    let share = try #require(try await make(here, "t"))
    #expect(try await answer { here.revokeShare(share, of: newID(), then: $0) } == false)
    #expect(try await answer { there.share(token: "t", now: 1, then: $0) } != nil)
    #expect(try await answer { here.revokeShare(share, of: log, then: $0) })
    #expect(try await answer { there.share(token: "t", now: 1, then: $0) } == nil)
  }

  @Test func `a room has so many at a time, and those that have expired count no more`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    for number in 0..<3 { #expect(try await make(store, "\(number)") != nil) }
    #expect(try await make(store, "one more") == nil)
    _ = try look(address, "update share set expires_at = 0 where share_id in (select share_id from share limit 1)")
    #expect(try await make(store, "one more") != nil)
    #expect(try await answer { store.shares(of: log, now: 1, then: $0) }.count == 3)
  }

  @Test func `what has expired is swept away`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    _ = try await make(store, "t", expires: 5)
    _ = try await make(store, "u", expires: 50)
    try await answer { store.sweepPeople(now: 10, then: $0) }
    #expect(try look(address, "select count(*) from share")[0].integer(0) == 1)
  }
}
