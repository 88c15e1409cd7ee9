internal import FoundationEssentials

/// Debian's PostgreSQL programs of one major version.
struct ServerPrograms: Sendable {
  static let root = "/usr/lib/postgresql"

  let initdb: String
  let postgres: String

  /// Those of `version`, or of the newest installed.
  init(version: String?) throws(ClusterFault) {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: Self.root)) ?? []
    let usable = versions.filter {
      ($0 == version || version == nil)
        && FileManager.default.isExecutableFile(atPath: "\(Self.root)/\($0)/bin/postgres")
    }
    guard let chosen = usable.max(by: { (Int($0) ?? 0) < (Int($1) ?? 0) }) else {
      throw .noServer(version: version)
    }
    initdb = "\(Self.root)/\(chosen)/bin/initdb"
    postgres = "\(Self.root)/\(chosen)/bin/postgres"
  }
}
