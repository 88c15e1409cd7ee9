import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Links` {
  @Test func `a link is redeemed as often as it allows, not once more, by however many at once`() async throws {
    let address = try await freshDatabase()
    var stores: [Store] = []
    for number in 0..<4 { stores.append(try await openStore(address, node: "n\(number)")) }
    defer { for store in stores { store.close() } }
    let reference = newID()
    #expect(
      try await answer {
        stores[0].createLink(
          token: "t", kind: .invitation, organisation: organisation, reference: reference, now: 0, expires: 100,
          maxUses: 5, then: $0)
      })
    let redeemed: Int = await until { done in
      var answers = 0
      var redeemed = 0
      for attempt in 0..<40 {
        stores[attempt % 4].redeemLink(token: "t", for: newID(), now: 1) { result in
          answers += 1
          if case .success(.some) = result { redeemed += 1 }
          if answers == 40 { done(redeemed) }
        }
      }
    }
    #expect(redeemed == 5)
    #expect(try await answer { stores[0].link(token: "t", now: 1, then: $0) } == nil)
  }

  @Test func `the join that used a link up finds it again, and no other does`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let join = newID()
    _ = try await answer {
      store.createLink(
        token: "t", kind: .pairing, organisation: organisation, reference: newID(), member: member, now: 0,
        expires: 100, maxUses: 1, then: $0)
    }
    for _ in 0..<2 {
      #expect(try await answer { store.redeemLink(token: "t", for: join, now: 1, then: $0) }?.usesLeft == 0)
      #expect(try await answer { store.link(token: "t", for: join, now: 1, then: $0) }?.member == member)
    }
    #expect(try await answer { store.redeemLink(token: "t", for: newID(), now: 1, then: $0) } == nil)
    #expect(try await answer { store.link(token: "t", for: newID(), now: 1, then: $0) } == nil)
    #expect(try await answer { store.redeemLink(token: "t", for: join, now: 100, then: $0) } == nil)
  }

  @Test func `a link tells what it would do, until it expires or is revoked`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let reference = newID()
    let person = newID()
    func create(_ token: String, _ reference: Identifier) async throws -> Bool {
      try await answer {
        store.createLink(
          token: token, kind: .pairing, organisation: organisation, reference: reference, member: person, now: 0,
          expires: 100, maxUses: 2, then: $0)
      }
    }
    #expect(try await create("t", reference))
    #expect(try await create("other", reference) == false)
    #expect(try await create("t", newID()) == false)
    let link = try #require(try await answer { store.link(token: "t", now: 99, then: $0) })
    #expect(link.kind == .pairing && link.member == person && link.reference == reference && link.usesLeft == 2)
    #expect(try await answer { store.redeemLink(token: "t", for: newID(), now: 99, then: $0) }?.usesLeft == 1)
    #expect(try await answer { store.redeemLink(token: "t", for: newID(), now: 100, then: $0) } == nil)
    #expect(try await answer { store.link(token: "t", now: 100, then: $0) } == nil)
    _ = try look(address, "update link set revoked_at = 5 where reference = '\(reference)'")
    #expect(try await answer { store.redeemLink(token: "t", for: newID(), now: 6, then: $0) } == nil)
  }
}
