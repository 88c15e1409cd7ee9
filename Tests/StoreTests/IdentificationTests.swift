import Postgres
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Which database it is` {
  @Test func `is asked at every new connection, and told only when it is another`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    var told: [(String, String)] = []
    store.onReplaced = { told.append(($0, $1)) }
    // The same after a lost connection.
    await until { done in
      store.onAvailabilityChanged = { if $0 { done(()) } }
      Task.detached {
        try look(
          address,
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name like '%desk' and datname = current_database()
          """)
      }
    }
    #expect(told.isEmpty)
    // A place where another can be put.
    _ = try look(address, "create table place as select '7' as system, '00000001' as timeline, 5::bigint as time")
    let identification = Identification(
      loop: store.loop, statement: Statement(name: "place", text: "select system, timeline, time from place"))
    identification.onReplaced = { told.append(($0, $1)) }
    let connection = try await openConnection(address)
    defer { connection.close() }
    @ServiceLoop func ask() async { await until { done in identification.ask(connection) { done(()) } } }
    await ask()
    await ask()
    #expect(told.isEmpty)
    _ = try look(address, "update place set timeline = '00000002'")
    await ask()
    _ = try look(address, "update place set system = '8', timeline = '00000001'")
    await ask()
    #expect(told.map(\.0) == ["7/00000001", "7/00000002"] && told.map(\.1) == ["7/00000002", "8/00000001"])
  }

  @Test func `its clock goes on between two answers`() {
    let clock = DatabaseClock(told: 1_000_000, heard: 50)
    #expect(clock.now(monotonic: 50) == 1_000_000)
    #expect(clock.now(monotonic: 61_050) == 1_061_000)
  }
}
