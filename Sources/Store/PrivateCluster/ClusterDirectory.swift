internal import FoundationEssentials
internal import Glibc

/// Where everything of a private cluster lies: `postgres/` in the server's data directory, which belongs to the
/// account that runs PostgreSQL.
struct ClusterDirectory: Sendable {
  /// The whole, socket's name included, must fit into `sun_path`.
  static let longestSocketPath = 107

  let path: String
  let account: ClusterAccount
  var data: String { "\(path)/data" }
  var log: String { "\(path)/log" }
  /// What the server says before it has opened its log, and why it did not start.
  var startLog: String { "\(path)/start.log" }
  /// A short one outside when the data directory's own path is too long.
  var socket: String {
    let inside = "\(path)/socket"
    if inside.utf8.count + "/.s.PGSQL.5432".utf8.count <= Self.longestSocketPath { return inside }
    return "/tmp/aftershow-" + String(Self.digest(path), radix: 16)
  }

  init(in directory: String) throws(ClusterFault) {
    // libpq takes a host for a directory only when it begins with a slash, and PostgreSQL runs in another directory.
    let absolute = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL.path
    do {
      try FileManager.default.createDirectory(atPath: absolute, withIntermediateDirectories: true)
    } catch {
      throw .system(path: absolute, reason: ChildProcess.reason(errno))
    }
    path = (absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute) + "/postgres"
    account = try ClusterAccount(owning: path)
  }

  func prepare() throws(ClusterFault) {
    try account.makePrivateDirectory(path)
    guard try account.canReach(path) else { throw .unreachable(directory: path, user: account.name) }
    try account.makePrivateDirectory(log)
    try account.makePrivateDirectory(socket)
  }

  /// The major version that wrote the data; nil when there is none yet.
  var version: String? {
    let text = try? String(contentsOfFile: "\(data)/PG_VERSION", encoding: .utf8)
    return text?.split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  /// What went wrong, in the server's own words. It has seen no user's text by then.
  var lastWords: String {
    let lines = (try? String(contentsOfFile: startLog, encoding: .utf8))?.split(whereSeparator: \.isNewline) ?? []
    return String(lines.last { $0.contains("FATAL") || $0.contains("error") } ?? lines.last ?? "without a word")
  }

  /// Held as long as this process lives or until it is closed: one server a directory. PostgreSQL does not inherit it.
  func lock() throws(ClusterFault) -> Int32 {
    let file = unsafe open("\(path)/lock", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .system(path: "\(path)/lock", reason: ChildProcess.reason(errno)) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw .inUse(directory: path)
    }
    return file
  }

  /// FNV-1a: spread, not secrecy; who makes the directory first must own it anyway.
  private static func digest(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
