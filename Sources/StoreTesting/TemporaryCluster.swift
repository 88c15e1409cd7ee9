internal import FoundationEssentials
internal import Glibc
public import Postgres
public import Store
internal import Synchronization

/// Databases for tests, on one throw-away PostgreSQL a process: made at the first use, gone at its end. What a process
/// that crashed has left is cleared away by the next.
///
///     let address = try TemporaryCluster.shared.database()      // migrated, empty, about 50 ms
public final class TemporaryCluster: Sendable {
  /// Traps when there is no PostgreSQL to run: then there is nothing to test.
  public static let shared = TemporaryCluster()

  /// The checkout this file belongs to.
  public static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  public static var migrations: String { clean(checkout) + "/sql/migrations" }
  public static var statements: String { clean(checkout) + "/sql/statements" }

  private static let template = "migrated"
  private let cluster: PrivateCluster
  private let directory: String

  private init() {
    let mark = Self.checkout.utf8.reduce(5381) { ($0 &* 33) ^ UInt64($1) }
    directory = "/tmp/aftershow-test-\(geteuid())-\(String(mark, radix: 16))"
    do {
      // What a crashed run left behind is ended, not used: its settings may be of yesterday.
      if FileManager.default.fileExists(atPath: directory) {
        (try? PrivateCluster.startVolatile(in: directory))?.stop()
        try FileManager.default.removeItem(atPath: directory)
      }
      unsafe mkdir(directory, 0o711)
      cluster = try PrivateCluster.startVolatile(in: directory)
      let template = cluster.address.database("postgres")
      let connection = try BlockingConnection(template, name: "test")
      try connection.run("drop database if exists \(Self.template)")
      try connection.run("create database \(Self.template)")
      _ = try Migrator(directory: Self.migrations).migrate(cluster.address.database(Self.template))
    } catch {
      preconditionFailure("no PostgreSQL for tests: \(error)")
    }
    atexit { TemporaryCluster.shared.remove() }
  }

  /// A fresh database, brought up to date unless told otherwise.
  public func database(migrated: Bool = true) throws -> DatabaseAddress {
    // Each name is made by us, of letters and digits.
    let name = "test_\(UInt64.random(in: 0 ... .max))"
    let connection = try BlockingConnection(cluster.address.database("postgres"), name: "test")
    try connection.run("create database \(name) template \(migrated ? Self.template : "template0")")
    return cluster.address.database(name)
  }

  public static func catalogue() throws -> StatementCatalogue {
    try StatementCatalogue(directory: statements)
  }

  private func remove() {
    cluster.stop()
    try? FileManager.default.removeItem(atPath: directory)
  }

  private static func clean(_ path: String) -> String { path.hasSuffix("/") ? String(path.dropLast()) : path }
}

private let directories = Mutex<[String]>([])

/// A directory for a test that makes and breaks a cluster of its own, short enough for a socket; gone when the process
/// ends.
public func temporaryDataDirectory() -> String {
  directories.withLock { paths in
    if paths.isEmpty {
      atexit { directories.withLock { $0.forEach { try? FileManager.default.removeItem(atPath: $0) } } }
    }
  }
  let path = "/tmp/aftershow-data-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  unsafe mkdir(path, 0o711)
  directories.withLock { $0.append(path) }
  return path
}
