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
