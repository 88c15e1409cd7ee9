internal import FoundationEssentials
internal import Glibc

/// `postmaster.pid`, by which a PostgreSQL server says that it runs, where, and whether it accepts sessions.
struct PostmasterFile: Sendable, Equatable {
  let pid: pid_t
  let socketDirectory: String
  let isReady: Bool

  /// Nil when there is none, when it is still being written, or when it was left behind by a server that is gone.
  init?(ofLiving directory: ClusterDirectory) {
    guard let text = try? String(contentsOfFile: "\(directory.data)/postmaster.pid", encoding: .utf8) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 5, let pid = pid_t(lines[0]), pid > 0 else { return nil }
    self.pid = pid
    socketDirectory = String(lines[4])
    isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    // The number may have gone to another process: it must be a postgres, and one that works in this directory.
    guard ChildProcess.isAlive(pid), Self.isPostgres(pid, in: directory.data) else { return nil }
  }

  private static func isPostgres(_ pid: pid_t, in data: String) -> Bool {
    guard let words = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8) else { return false }
    let arguments = words.split(separator: "\0")
    return arguments.first?.hasSuffix("postgres") == true && arguments.contains { $0 == data }
  }
}
