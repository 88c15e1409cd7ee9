public import Postgres

/// Brings a database to the schema this program was built for. Blocks; run before serving, never on the loop.
///
/// All that is missing is done in one transaction under a lock on the list of what was done: nodes that start at the
/// same time wait for the first, and find nothing left to do. Where nothing is missing the list is only read: the role
/// that serves needs no right to create.
public struct Migrator: Sendable {
  private let migrations: [Migration]

  /// - Parameter directory: the path of `sql/migrations`.
  public init(directory: String) throws(MigrationFault) {
    migrations = try Migration.all(in: directory)
  }

  /// Returns the names of the migrations that were run, none when the database was up to date.
  public func migrate(_ address: DatabaseAddress) throws(MigrationFault) -> [String] {
    try migrate(address) { names, _ in names }
  }

  /// Migrates, and then asks what `ask` asks by the same connection: PostgreSQL takes five milliseconds to make one.
  public func migrate<Value>(
    _ address: DatabaseAddress, asking ask: ([String], BlockingConnection) throws(PostgresFault) -> Value
  ) throws(MigrationFault) -> Value {
    do {
      let connection = try BlockingConnection(address, name: "aftershow migrate")
      return try ask(try bringUpToDate(connection), connection)
    } catch let fault as MigrationFault {
      throw fault
    } catch let fault as PostgresFault {
      throw .database(fault)
    } catch {
      preconditionFailure("nothing else is thrown above")
    }
  }

  private func bringUpToDate(_ connection: BlockingConnection) throws -> [String] {
    if try hasList(connection), try missing(connection).isEmpty { return [] }
    try createList(connection)
    return try connection.transaction {
      try connection.run("lock table migration in access exclusive mode")
      return try migrate(connection)
    }
  }

  private func migrate(_ connection: BlockingConnection) throws -> [String] {
    let missing = try missing(connection)
    for migration in missing {
      do { try connection.run(migration.text) } catch { throw MigrationFault.failed(migration.name, error) }
      try connection.query(
        "insert into migration (number, name, checksum) values ($1, $2, sha256(convert_to($3, 'UTF8')))",
        [.bigint(migration.number), .text(migration.name), .text(migration.text)])
    }
    return missing.map(\.name)
  }

  /// Those the list does not hold. Throws when what it holds is not what the files say.
  private func missing(_ connection: BlockingConnection) throws -> ArraySlice<Migration> {
    let done = try connection.query(
      "select number, name, checksum = sha256(convert_to(texts.text, 'UTF8')) as same from migration "
        + "left join unnest($1::bigint[], $2::text[]) as texts (number, text) using (number) order by number",
      [.bigints(migrations.map(\.number)), .texts(migrations.map(\.text))])
    for row in done {
      if row.integer(0) > migrations.count { throw MigrationFault.newer(row.text(1)) }
      if !row.boolean(2) { throw MigrationFault.changed(row.text(1)) }
    }
    return migrations.dropFirst(done.count)
  }

  private func hasList(_ connection: BlockingConnection) throws(PostgresFault) -> Bool {
    try connection.query("select to_regclass('migration') is not null")[0].boolean(0)
  }

  /// `if not exists` is not enough for two who do it at the same time: one of them may be told so by a unique index of
  /// the system's catalogue. Then it exists.
  private func createList(_ connection: BlockingConnection) throws(PostgresFault) {
    do {
      try connection.run(
        "create table if not exists migration (number bigint primary key, name text not null, "
          + "checksum bytea not null, done_at timestamptz not null default now())")
    } catch  where error.code == .uniqueViolation || error.code == .duplicateTable {
    }
  }
}

/// Why a database could not be brought up to date. Nothing was changed.
public enum MigrationFault: Error, Sendable, Equatable, CustomStringConvertible {
  case noMigrations(String)
  case misnumbered(String)
  /// A newer program has been here.
  case newer(String)
  /// What was run then is not what the file says now.
  case changed(String)
  case failed(String, PostgresFault)
  case database(PostgresFault)

  /// The database was not reached, or lost on the way: nothing is wrong with what it holds.
  public var isOfTheWay: Bool {
    guard case .database(let fault) = self else { return false }
    return fault.code == .unreachable || fault.code == .outcomeUnknown
  }

  public var description: String {
    switch self {
    case .noMigrations(let directory): "no migrations in \(directory)"
    case .misnumbered(let name): "the migration \(name) is not the next number, or cannot be read"
    case .newer(let name): "the database was migrated by a newer version (\(name)): use that one"
    case .changed(let name): "the migration \(name) has been changed since it was run"
    case .failed(let name, let fault): "the migration \(name) failed: \(fault)"
    case .database(let fault): "the database cannot be migrated: \(fault)"
    }
  }
}
