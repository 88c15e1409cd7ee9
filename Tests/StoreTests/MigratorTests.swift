import Foundation
import Postgres
import StoreTesting
import Testing

@testable import Store

@Suite struct `Migrating` {
  private func directory(_ files: [String: String]) throws -> String {
    let path = temporaryDataDirectory()
    for (name, text) in files { try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8) }
    return path
  }

  @Test func `the first time everything is done, the second nothing`() throws {
    let address = try TemporaryCluster.shared.database(migrated: false)
    let migrator = try Migrator(directory: TemporaryCluster.migrations)
    #expect(try migrator.migrate(address).first == "0001-logs.sql")
    #expect(try migrator.migrate(address) == [])
  }

  @Test func `each database is made an installation of its own`() throws {
    let statements = try TemporaryCluster.catalogue()
    let named = try (1...2).map { _ in
      let address = try TemporaryCluster.shared.database(migrated: false)
      let ids = try (1...2).map { _ in
        try Migrator(directory: TemporaryCluster.migrations).migrate(address) { _, connection throws(PostgresFault) in
          try Store.installation(by: connection, statements)
        }
      }
      #expect(ids[0] == ids[1])
      return ids[0]
    }
    #expect(named[0] != named[1])
  }

  @Test func `many at once do it once`() async throws {
    let address = try TemporaryCluster.shared.database(migrated: false)
    let migrator = try Migrator(directory: TemporaryCluster.migrations)
    let done = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 { group.addTask { try migrator.migrate(address) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(done.filter { !$0.isEmpty }.count == 1)
    #expect(try count(address, "migration") == Int64(Migration.all(in: TemporaryCluster.migrations).count))
  }

  @Test func `only what is missing is done`() throws {
    let address = try TemporaryCluster.shared.database(migrated: false)
    let one = ["0001-one.sql": "create table one ();"]
    let two = one.merging(["0002-two.sql": "create table two (); create view three as select 1;"]) { $1 }
    #expect(try Migrator(directory: directory(one)).migrate(address) == ["0001-one.sql"])
    #expect(try Migrator(directory: directory(two)).migrate(address) == ["0002-two.sql"])
    // The first program again: this database is of a newer one.
    #expect(throws: MigrationFault.newer("0002-two.sql")) { try Migrator(directory: directory(one)).migrate(address) }
  }

  @Test func `one that fails leaves nothing of any`() throws {
    let address = try TemporaryCluster.shared.database(migrated: false)
    let files = ["0001-one.sql": "create table one ();", "0002-two.sql": "create table two (); select nonsense;"]
    let error = #expect(throws: MigrationFault.self) { try Migrator(directory: directory(files)).migrate(address) }
    guard case .failed("0002-two.sql", let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.code.rawValue == "42703")
    #expect(try count(address, "pg_class where relname in ('one', 'two')") == 0)
    #expect(try count(address, "migration") == 0)
  }

  @Test func `one that was changed afterwards is noticed`() throws {
    let address = try TemporaryCluster.shared.database(migrated: false)
    _ = try Migrator(directory: directory(["0001-one.sql": "create table one ();"])).migrate(address)
    #expect(throws: MigrationFault.changed("0001-one.sql")) {
      try Migrator(directory: directory(["0001-one.sql": "create table one (a int);"])).migrate(address)
    }
  }

  @Test func `numbers have no gap`() throws {
    let gap = try directory(["0001-one.sql": "", "0003-three.sql": ""])
    #expect(throws: MigrationFault.misnumbered("0003-three.sql")) { try Migrator(directory: gap) }
    let empty = try directory([:])
    #expect(throws: MigrationFault.noMigrations(empty)) { try Migrator(directory: empty) }
  }

  @Test func `every file of statements is used, and every statement has one`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: TemporaryCluster.statements)
    #expect(Set(files) == Set(StatementName.allCases.map { $0.rawValue + ".sql" }))
    #expect(throws: StatementFault.self) { try StatementCatalogue(directory: "/nowhere") }
  }

  @Test func `every statement can be prepared, and says first why it is there`() throws {
    let connection = try BlockingConnection(TemporaryCluster.shared.database(), name: "test")
    for name in StatementName.allCases {
      let path = "\(TemporaryCluster.statements)/\(name.rawValue).sql"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("-- "), "\(name)")
      if name != .listen, name != .listenPresence { try connection.run("prepare \(name.rawValue) as \(text)") }
    }
  }
}
