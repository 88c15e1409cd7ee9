import Postgres
import Store

/// The database a node works on: the operator's own, or a private cluster that comes and goes with the server.
struct Database {
  let address: DatabaseAddress
  private let migrations: String
  private let cluster: PrivateCluster?

  static func open(_ options: ServerOptions) throws -> Database {
    do {
      if let url = options.database {
        return Database(
          address: try DatabaseAddress(url), migrations: options.house.migrations, cluster: nil)
      }
      let cluster = try PrivateCluster.start(in: options.data)
      return Database(address: cluster.address, migrations: options.house.migrations, cluster: cluster)
    } catch {
      throw ServiceFault(.noDatabase, "\(error)")
    }
  }

  @discardableResult
  func migrate() throws -> [String] {
    do {
      return try Migrator(directory: migrations).migrate(address)
    } catch {
      throw ServiceFault(.migration, "\(error)")
    }
  }

  /// Stops the private cluster; another's database is left alone.
  func close() { cluster?.stop() }
}
