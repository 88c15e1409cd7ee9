import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Returns` {
  private func ask(
    _ store: Store, _ request: Identifier, _ token: String, for person: Identifier = member, network: String = "n",
    at now: Int64 = 10
  ) async throws -> ReturnOutcome {
    try await answer {
      store.requestReturn(
        request, token: token, organisation: organisation, member: person, device: "手机", network: network, now: now,
        expires: now + 90, then: $0)
    }
  }

  @Test func `a request opens nothing until it is allowed, and then once, by whoever holds its token`() async throws {
    let store = try await openStore()
    defer { store.close() }
    func allow(_ request: Identifier, at now: Int64 = 20) async throws -> Bool {
      try await answer { store.allowReturn(request, in: organisation, now: now, expires: 200, then: $0) }
    }
    let (request, join) = (newID(), newID())
    #expect(try await ask(store, request, "one") == .waiting(request, expires: 100))
    let row = ReturnRow(request: request, member: member, device: "手机", created: 10, expires: 100, others: 0)
    #expect(try await answer { store.returnRequests(in: organisation, now: 99, then: $0) } == [row])
    #expect(try await answer { store.returnRequests(in: newID(), now: 99, then: $0) } == [])
    #expect(try await answer { store.returnRequests(in: organisation, now: 100, then: $0) } == [])
    #expect(try await answer { store.redeemLink(token: "one", for: join, now: 20, then: $0) } == nil)
    #expect(try await allow(request, at: 100) == false, "too late")
    #expect(try await answer { store.allowReturn(request, in: newID(), now: 20, expires: 200, then: $0) } == false)
    #expect(try await allow(request))
    #expect(try await allow(request) == false)
    let link = try await answer { store.redeemLink(token: "one", for: join, now: 30, then: $0) }
    #expect(link?.kind == .pairing && link?.member == member && link?.usesLeft == 0)
    #expect(try await answer { store.redeemLink(token: "one", for: newID(), now: 30, then: $0) } == nil)
  }

  @Test func `nobody takes the place of a request that waits, and its own token finds it again`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let (first, later) = (newID(), newID())
    #expect(try await ask(store, first, "one") == .waiting(first, expires: 100))
    for number in 0..<5 { #expect(try await ask(store, newID(), "other\(number)", at: 20) == .busy) }
    #expect(try await ask(store, newID(), "one", at: 20) == .waiting(first, expires: 100))
    let waiting = try await answer { store.returnRequests(in: organisation, now: 99, then: $0) }
    #expect(waiting.map(\.request) == [first] && waiting.first?.others == 5)
    #expect(try await ask(store, later, "other", at: 100) == .waiting(later, expires: 190), "the first has expired")
    #expect(try await answer { store.returnRequests(in: organisation, now: 101, then: $0) }.map(\.others) == [0])
  }

  @Test func `one member is asked for three times an hour, and from one network thirty times`() async throws {
    let store = try await openStore()
    defer { store.close() }
    for number in 0..<3 {
      let request = newID()
      #expect(try await ask(store, request, "t\(number)") == .waiting(request, expires: 100))
      #expect(try await answer { store.refuseReturn(request, in: organisation, then: $0) })
    }
    #expect(try await ask(store, newID(), "t", network: "another") == .often)
    for number in 3..<30 {
      let request = newID()
      #expect(try await ask(store, request, "t\(number)", for: newID()) == .waiting(request, expires: 100))
    }
    #expect(try await ask(store, newID(), "t", for: newID()) == .often)
    #expect(try await ask(store, newID(), "t", for: newID(), network: "another") != .often)
    try await answer { store.sweepPeople(now: 3_600_010, then: $0) }
    #expect(try await ask(store, newID(), "u", at: 3_600_010) != .often)
  }

  @Test func `a token that waits for one member asks for no other`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let request = newID()
    #expect(try await ask(store, request, "one") == .waiting(request, expires: 100))
    #expect(try await ask(store, newID(), "one", for: newID()) == .taken)
  }

  @Test func `a token that has let somebody in asks for nobody until it opens nothing any more`() async throws {
    let store = try await openStore()
    defer { store.close() }
    func allow(_ request: Identifier, at now: Int64, until expires: Int64) async throws -> Bool {
      try await answer { store.allowReturn(request, in: organisation, now: now, expires: expires, then: $0) }
    }
    let (first, second) = (newID(), newID())
    _ = try await ask(store, first, "one")
    #expect(try await allow(first, at: 20, until: 40))
    #expect(try await ask(store, newID(), "one", at: 30) == .taken)
    #expect(try await ask(store, newID(), "one", for: newID(), at: 50) == .taken, "it was another's")
    #expect(try await ask(store, second, "one", at: 50) == .waiting(second, expires: 140))
    #expect(try await allow(second, at: 60, until: 80), "the link is good again")
    let link = try await answer { store.redeemLink(token: "one", for: newID(), now: 70, then: $0) }
    #expect(link?.member == member && link?.reference == second && link?.usesLeft == 0)
    #expect(try await answer { store.returnRequests(in: organisation, now: 70, then: $0) } == [])
  }

  @Test func `a yes that opens nothing leaves the request where it is`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let request = newID()
    _ = try await ask(store, request, "one")
    _ = try await answer {
      store.createLink(
        token: "one", kind: .pairing, organisation: organisation, reference: newID(), member: newID(), now: 10,
        expires: 200, maxUses: 1, then: $0)
    }
    #expect(try await answer { store.allowReturn(request, in: organisation, now: 20, expires: 90, then: $0) } == false)
    #expect(try await answer { store.returnRequests(in: organisation, now: 20, then: $0) }.map(\.request) == [request])
  }

  @Test func `who holds the token is told what became of the request, and a withdrawn one opens nothing`() async throws
  {
    let store = try await openStore()
    defer { store.close() }
    func state(at now: Int64) async throws -> ReturnState {
      try await answer { store.returnState(token: "t", now: now, then: $0) }
    }
    func allow(_ request: Identifier) async throws -> Bool {
      try await answer { store.allowReturn(request, in: organisation, now: 20, expires: 200, then: $0) }
    }
    #expect(try await state(at: 10) == .over)
    for isAllowed in [false, true] {
      let request = newID()
      _ = try await ask(store, request, "t")
      #expect(try await state(at: 99) == .waiting)
      #expect(try await state(at: 100) == .over)
      if isAllowed {
        #expect(try await allow(request))
        #expect(try await state(at: 199) == .allowed)
      }
      try await answer { store.withdrawReturn(token: "t", now: 30, then: $0) }
      #expect(try await state(at: 40) == .over)
      #expect(try await allow(request) == false)
      #expect(try await answer { store.redeemLink(token: "t", for: newID(), now: 40, then: $0) } == nil)
    }
  }

  @Test func `the same ask at two nodes at once is one request, and two asks at once are never too often`() async throws
  {
    let address = try await freshDatabase()
    let (here, there) = (try await openStore(address), try await openStore(address, node: "two"))
    defer { here.close() }
    defer { there.close() }
    for number in 0..<20 {
      let person = newID()
      async let one = ask(here, newID(), "same\(number)", for: person, network: "\(person)")
      async let two = ask(there, newID(), "same\(number)", for: person, network: "\(person)")
      let same = try await [one, two]
      guard case .waiting = same[0] else { return #expect(same[0] == same[1]) }
      #expect(same[0] == same[1])
      let another = newID()
      async let three = ask(here, newID(), "this\(number)", for: another, network: "\(another)")
      async let four = ask(there, newID(), "that\(number)", for: another, network: "\(another)")
      let others = try await [three, four]
      #expect(others.contains(.busy) && !others.contains(.often), "\(others)")
    }
  }

  @Test func `a request that is refused or has expired is gone`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let requests = [newID(), newID()]
    for (request, person) in zip(requests, [member, newID()]) {
      _ = try await ask(store, request, "t\(person)", for: person)
    }
    #expect(try await answer { store.refuseReturn(requests[0], in: newID(), then: $0) } == false)
    #expect(try await answer { store.refuseReturn(requests[0], in: organisation, then: $0) })
    #expect(try count(address, "return_request") == 1)
    try await answer { store.sweepPeople(now: 100, then: $0) }
    #expect(try count(address, "return_request") == 0)
    #expect(try count(address, "return_ask") == 2)
    try await answer { store.sweepPeople(now: 3_600_010, then: $0) }
    #expect(try count(address, "return_ask") == 0)
  }
}
