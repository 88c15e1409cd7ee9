import Postgres
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `What every node reads` {
  /// A store that is told.
  private final class Ear {
    var told: [Int] = []
    var sessions: [String] = []
  }

  private func open(_ address: DatabaseAddress, node: String = "one", layout: Int) async throws -> (Store, Ear) {
    let ear = Ear()
    let store = Store(
      loop: try await testLoop(), address: address, node: node, layout: layout,
      statements: try TemporaryCluster.catalogue())
    store.onLayout = { layout, session in
      ear.told.append(layout)
      ear.sessions.append(session)
    }
    await until { done in
      store.onAvailabilityChanged = { if $0 { done(()) } }
      store.open()
    }
    return (store, ear)
  }

  private func heard(_ store: Store, _ ear: Ear, _ count: Int) async throws {
    while ear.told.count < count {
      store.askLayout()
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  @Test func `a node alone knows before it is available that it may write all it reads`() async throws {
    let (store, ear) = try await open(freshDatabase(), layout: 7)
    defer { store.close() }
    #expect(ear.told == [7])
  }

  @Test func `the oldest node counts, and is named`() async throws {
    let address = try await freshDatabase()
    let older = try await openStore(address, node: "older", layout: 3)
    defer { older.close() }
    let (store, ear) = try await open(address, layout: 7)
    defer { store.close() }
    #expect(ear.told == [3])
    #expect(ear.sessions[0].hasPrefix("aftershow/3 older "))
  }

  @Test(arguments: ["aftershow one desk", "aftershow \(String(repeating: "n", count: 80))", "aftershow a/9 b desk"])
  func `a node that tells no layout reads the first, whatever it is called`(name: String) async throws {
    let address = try await freshDatabase()
    let (store, ear) = try await open(address, layout: 7)
    defer { store.close() }
    let older = try BlockingConnection(address, name: name)
    try await heard(store, ear, 2)
    #expect(ear.told == [7, 1])
    #expect(name.hasPrefix(ear.sessions[1]))
    _ = try older.query("select 1")
  }

  @Test func `nobody else's session counts, nor one of another database, nor one that reads no facts`() async throws {
    let address = try await freshDatabase()
    var others: [BlockingConnection] = []
    for name in ["aftershowing/1 desk", "my aftershow/1 desk", "psql", "aftershow migrate", "aftershow start"] {
      others.append(try BlockingConnection(address, name: name))
    }
    others.append(try BlockingConnection(await freshDatabase(), name: "aftershow/1 one desk"))
    let (store, ear) = try await open(address, layout: 7)
    defer { store.close() }
    #expect(ear.told == [7])
    for other in others { _ = try other.query("select 1") }
  }

  @Test func `a role that may see no other's sessions sees their names`() async throws {
    let address = try await freshDatabase()
    let older = try await openStore(address, node: "older", layout: 3)
    defer { older.close() }
    let text = try TemporaryCluster.catalogue()[.layouts].text
    let told = try await Task.detached {
      let connection = try BlockingConnection(address, name: "looker")
      let role = "looker_\(UInt32.random(in: 0 ... .max))"
      try connection.run("create role \(role); set role \(role)")
      return try connection.query(text)[0].integer(0)
    }.value
    #expect(told == 3)
  }

  @Test func `an address gives its sessions no name of its own`() async throws {
    let plain = try await freshDatabase()
    let parts = try look(
      plain,
      "select format('host=%s dbname=%s user=%s', setting, current_database(), user) from pg_settings "
        + "where name = 'unix_socket_directories'")
    let older = try await openStore(DatabaseAddress("\(parts[0].text(0)) application_name=mine"), layout: 3)
    defer { older.close() }
    let (store, ear) = try await open(plain, layout: 7)
    defer { store.close() }
    #expect(ear.told == [3])
  }
}

@Suite struct `The common layout` {
  /// After each of the answers, a second and a layout.
  private func common(_ answers: [(Int64, Int)]) -> [Int?] {
    var common = CommonLayout()
    return answers.map { second, told in
      let before = common.layout
      let hasChanged = common.hear(told, at: second * 1_000)
      #expect(hasChanged == (common.layout != before))
      return common.layout
    }
  }

  @Test func `is what is told first, and falls at once`() {
    #expect(common([(0, 3), (5, 3), (10, 1)]) == [3, 3, 1])
  }

  @Test func `rises when no older node has been seen for half a minute`() {
    #expect(common([(0, 1), (5, 2), (10, 2), (34, 2), (35, 2)]) == [1, 1, 1, 1, 2])
  }

  @Test func `a node that was away for a moment begins the wait anew`() {
    #expect(common([(0, 1), (5, 2), (30, 1), (35, 2), (64, 2), (65, 2)]) == [1, 1, 1, 1, 1, 2])
  }

  @Test func `rises to the oldest that was seen meanwhile`() {
    #expect(common([(0, 1), (5, 3), (10, 2), (35, 3), (40, 3), (70, 3)]) == [1, 1, 1, 2, 2, 3])
  }
}
