public import Postgres

/// Why the private database cannot be run. The description is a sentence for the operator.
public enum ClusterFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// No PostgreSQL is installed, or not the major version the data was written by.
  case noServer(version: String?)
  /// Root must not run PostgreSQL, and there is no such user to do it.
  case noAccount(String)
  /// The user that runs PostgreSQL cannot get there.
  case unreachable(directory: String, user: String)
  /// It belongs to somebody else.
  case foreign(directory: String)
  /// Another server uses it.
  case inUse(directory: String)
  /// A file or directory could not be made or written; with the system's reason.
  case system(path: String, reason: String)
  /// `initdb` or `postgres` ended; with its last words.
  case ended(program: String, words: String)
  /// It runs, but does not accept sessions.
  case silent
  case database(PostgresFault)

  public var description: String {
    switch self {
    case .noServer(nil):
      "PostgreSQL is not installed: install the package postgresql, or name a database with --database"
    case .noServer(let version?):
      "the data was written by PostgreSQL \(version), which is not installed: install the package postgresql-\(version)"
    case .noAccount(let name):
      "root must not run PostgreSQL, and there is no user \(name) to run it: install the package postgresql"
    case .unreachable(let directory, let user):
      "the user \(user), as whom PostgreSQL runs, cannot reach \(directory): choose a data directory it can enter, "
        + "such as one below /var/lib"
    case .foreign(let directory): "\(directory) belongs to another user, or others can write to it"
    case .inUse(let directory): "another server is running on \(directory)"
    case .system(let path, let reason): "\(path): \(reason)"
    case .ended(let program, let words): "\(program) ended: \(words)"
    case .silent: "the private PostgreSQL does not accept sessions"
    case .database(let fault): "the private PostgreSQL refuses: \(fault)"
    }
  }
}
