internal import Glibc

/// As whom PostgreSQL runs: as ourselves, but never as root. Then it is the owner of the data or, at first, Debian's
/// user `postgres`.
struct ClusterAccount: Sendable, Equatable {
  let user: uid_t
  let group: gid_t
  let name: String

  init(owning directory: String) throws(ClusterFault) {
    var status = stat()
    let exists = unsafe lstat(directory, &status) == 0
    if geteuid() != 0 {
      if exists && status.st_uid != geteuid() { throw .foreign(directory: directory) }
      (user, group, name) = (geteuid(), getegid(), "")
    } else if exists && status.st_uid != 0 {
      (user, group, name) = (status.st_uid, status.st_gid, "with the id \(status.st_uid)")
    } else {
      // Points into glibc's own buffer; read at once.
      guard let entry = unsafe getpwnam("postgres") else { throw .noAccount("postgres") }
      (user, group, name) = unsafe (entry.pointee.pw_uid, entry.pointee.pw_gid, "postgres")
    }
  }

  var isOurs: Bool { user == geteuid() }

  /// What a command line begins with so that the program runs as this account.
  var prefix: [String] {
    guard !isOurs else { return [] }
    // From the root directory: PostgreSQL's programs must be able to come back to the one they were started in.
    return [
      "/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--", "/usr/bin/env", "-C", "/",
    ]
  }

  /// Makes a directory only this account can enter; one that exists must be such.
  func makePrivateDirectory(_ path: String) throws(ClusterFault) {
    if unsafe mkdir(path, 0o700) == 0 {
      let isHandedOver = unsafe lchown(path, user, group) == 0
      guard isHandedOver || isOurs else {
        throw .system(path: path, reason: ChildProcess.reason(errno))
      }
      return
    }
    guard errno == EEXIST else { throw .system(path: path, reason: ChildProcess.reason(errno)) }
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .system(path: path, reason: "not a directory")
    }
    // What root made for itself, in a start that was interrupted before the line above, is handed over now.
    if status.st_uid == 0, !isOurs, unsafe lchown(path, user, group) == 0 { status.st_uid = user }
    guard status.st_uid == user, status.st_mode & 0o022 == 0 else { throw .foreign(directory: path) }
  }

  func canReach(_ directory: String) throws(ClusterFault) -> Bool {
    if isOurs { return true }
    return try ChildProcess.run(prefix + ["/usr/bin/test", "-w", directory, "-a", "-x", directory]) == 0
  }
}
