import Foundation
import Identity
import Postgres
import ServiceLoop
import Store

/// The database a node works on: the operator's own, or a private cluster that comes and goes with the server.
struct Database {
  let address: DatabaseAddress
  private let migrations: String
  private let cluster: PrivateCluster?

  /// - Parameter visiting: use the cluster of a server that runs on the same directory, and leave it running.
  static func open(_ options: ServerOptions, visiting: Bool = false) throws -> Database {
    let migrations = options.house.migrations
    do {
      if let text = options.database {
        return Database(address: try DatabaseAddress(text), migrations: migrations, cluster: nil)
      }
      let cluster = try PrivateCluster.start(in: options.data, visiting: visiting) { event in
        Journal.write(.info, "cluster.event", ["kind": "\(event)"])
      }
      return Database(address: cluster.address, migrations: migrations, cluster: cluster)
    } catch {
      throw ServiceFault(.noDatabase, "\(error)")
    }
  }

  /// Brings the schema up to date. Returns the names of the migrations that were run.
  func migrate() throws -> [String] {
    do {
      return try Migrator(directory: migrations).migrate(address)
    } catch {
      throw ServiceFault(.migration, "\(error)")
    }
  }

  /// Brings the schema up to date. Returns what tells this database from another's.
  ///
  /// - Parameters:
  ///   - waiting: a database that cannot be reached is tried again every second,
  ///   - stop: until this.
  func prepare(_ statements: StatementCatalogue, waiting: Bool = false, until stop: StopRequest? = nil) throws
    -> Identifier
  {
    var told: MigrationFault?
    while true {
      do throws(MigrationFault) {
        return try Migrator(directory: migrations).migrate(address) { _, connection throws(PostgresFault) in
          try Store.installation(by: connection, statements)
        }
      } catch  where waiting && error.isOfTheWay && stop?.isMade != true {
        if error != told { Journal.write(.warning, "database.awaited", ["fault": "\(error)"]) }
        told = error
        Thread.sleep(forTimeInterval: 1)
      } catch {
        throw ServiceFault(.migration, "\(error)")
      }
    }
  }

  /// Stops the private cluster; another's database is left alone.
  func close() { cluster?.stop() }
}
