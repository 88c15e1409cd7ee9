import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

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
