import ArgumentParser
import Foundation
import Service

/// Where things are, asked for in the same words by every command.
struct Location: ParsableArguments {
  @Option(help: "Directory of the private database (default: a place of the user's own).")
  var data: String?

  @Option(help: "A PostgreSQL URL, instead of the private database (default: $DATABASE_URL).")
  var database: String?

  @Option(help: "Directory that holds web/ and sql/ (default: found above the executable).")
  var home: String?

  @Option(help: "Name of this node among those of one database.")
  var node: String?

  func options() throws -> ServerOptions {
    let environment = ProcessInfo.processInfo.environment
    var options = ServerOptions(
      data: data.map(absolute) ?? defaultData(environment),
      house: try House(named: home.map(absolute)),
      node: node ?? "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)")
    options.database = database ?? environment["DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
    return options
  }

  private func absolute(_ path: String) -> String {
    URL(filePath: path, relativeTo: URL.currentDirectory()).standardizedFileURL.path
  }

  /// Root keeps it where the `postgres` user can reach it, everyone else among their own files.
  private func defaultData(_ environment: [String: String]) -> String {
    if NSUserName() == "root" { return "/var/lib/aftershow" }
    let base = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() + "/.local/share"
    return base + "/aftershow"
  }
}
