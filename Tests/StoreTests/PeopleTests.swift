import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Sessions` {
  @Test func `a token opens its session until it expires, and is not stored`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let session = newID()
    try await answer {
      store.createSession(
        session, token: "s3cret", organisation: organisation, member: member, device: "手机", now: 10, expires: 100,
        then: $0)
    }
    let row = SessionRow(
      session: Session(id: session, organisation: organisation, member: member), seen: 10, expires: 100)
    #expect(try await answer { store.session(token: "s3cret", now: 99, then: $0) } == row)
    #expect(try await answer { store.session(token: "s3cret", now: 100, then: $0) } == nil)
    #expect(try await answer { store.session(token: "other", now: 10, then: $0) } == nil)
    #expect(try count(address, "session where position('s3cret'::bytea in token_hash) > 0") == 0)
    try await answer { store.sweepPeople(now: 200, then: $0) }
    #expect(try count(address, "session") == 0)
  }

  @Test func `members are told apart by when they joined, and by their devices`() async throws {
    let store = try await openStore()
    defer { store.close() }
    var joining = append(organisation, count: 3)
    let one = newID()
    joining.events = joining.events.enumerated().map { index, row in
      EventRow(
        seq: row.seq, tag: row.tag, command: row.command, actor: index == 2 ? one : row.actor, at: row.at,
        op: index == 0 ? row.op : "member.join", body: row.body)
    }
    #expect(await store.append([joining]) == [.committed])
    for token in ["p", "q", "r"] {
      try await answer {
        store.createSession(
          newID(), token: token, organisation: organisation, member: one, device: "", now: 0,
          expires: token == "r" ? 50 : 100, then: $0)
      }
    }
    #expect(
      try await answer { store.joinedMembers(of: organisation, now: 60, then: $0) } == [
        JoinedRow(member: member, joined: 1002, devices: 0), JoinedRow(member: one, joined: 1003, devices: 2),
      ])
  }

  @Test func `an ended session is gone, and the other nodes are told`() async throws {
    let address = try await freshDatabase()
    let here = try await openStore(address)
    let there = try await openStore(address, node: "two")
    defer {
      here.close()
      there.close()
    }
    let sessions = (0..<4).map { _ in newID() }
    for (index, session) in sessions.enumerated() {
      try await answer {
        here.createSession(
          session, token: "t\(index)", organisation: organisation, member: index == 3 ? newID() : member, device: "",
          now: 0, expires: 100, then: $0)
      }
    }
    await listening(here, there)
    let told: [Identifier] = await until { done in
      var told: [Identifier] = []
      there.onHint = { _, ended in
        told += ended
        if told.count == 3 { done(told) }
      }
      here.endSession(sessions[0]) { result in
        #expect(try! result.get())
        for session in sessions[1...2] { here.endSession(session) { #expect((try? $0.get()) == true) } }
      }
    }
    #expect(Set(told) == Set(sessions.prefix(3)))
    #expect(try await answer { here.liveSessions(among: sessions, now: 1, then: $0) } == [sessions[3]])
    #expect(try await answer { here.liveSessions(among: sessions, now: 100, then: $0) }.isEmpty)
    #expect(try await answer { here.endSession(sessions[0], then: $0) } == false)
  }
}

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

@ServiceLoop @Suite struct `Organisations` {
  @Test func `an organisation is made once`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let (directory, playbook) = (newID(), newID())
    for isFirst in [true, false] {
      let isMade = try await answer {
        store.createOrganisation(
          organisation, name: "我的团队", directory: directory, playbook: playbook, now: 7, then: $0)
      }
      #expect(isMade == isFirst)
    }
    let row = OrganisationRow(
      organisation: organisation, name: "我的团队", directory: directory, playbook: playbook, created: 7)
    #expect(try await answer { store.organisations(then: $0) } == [row])
  }

  @Test func `the audit keeps what was done`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    for at in [1, 2, 2] as [Int64] {
      try await answer {
        store.audit(
          organisation, member: at == 1 ? nil : member, act: "export", detail: Array("{}".utf8), now: at, then: $0)
      }
    }
    let rows = try look(address, "select at, member, organisation, act from audit order by at desc")
    #expect(rows.map { $0.integer(0) } == [2, 2, 1])
    #expect(rows.map { $0.optionalID(1) } == [member, member, nil])
    #expect(rows.allSatisfy { $0.id(2) == organisation && $0.text(3) == "export" })
  }
}
