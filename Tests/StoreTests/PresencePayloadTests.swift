import Identity
import Rows
import Testing

@testable import Store

@Suite struct `A notification of presence` {
  @Test func `says who is where, below the limit, and is read as it was written`() throws {
    let logs = (0..<7).map { _ in newID() }
    let stances: [Stance?] = [
      nil, Stance(.away), Stance(.reading, issue: "abcdefghij234"), Stance(.writing, lane: "private"),
      Stance(.reading, isUnnamed: true),
    ]
    let sightings = (0..<500).map { index in
      Sighting(
        log: logs[index / 100], member: newID(), stance: stances[index % stances.count], age: Int64(index) * 1000)
    }
    let payloads = PresencePayload.encode(node: "节点", sightings)
    #expect(payloads.allSatisfy { $0.utf8.count < 8000 })
    let read = try payloads.map { try #require(PresencePayload($0)) }
    #expect(read.allSatisfy { $0.node == "节点" })
    #expect(read.flatMap(\.sightings) == sightings)
    #expect(PresencePayload.encode(node: "n", []).isEmpty)
  }

  @Test(arguments: [
    "", "x", "n|junk", "n|=", "n|00000000-0000-0000-0000-000000000000=x",
    "n|00000000-0000-0000-0000-000000000000=00000000-0000-0000-0000-000000000000:q:1",
    "n|00000000-0000-0000-0000-000000000000=00000000-0000-0000-0000-000000000000:r:-1",
  ])
  func `that is nonsense says nothing`(payload: String) { #expect(PresencePayload(payload) == nil) }
}
