internal import FoundationEssentials
internal import Glibc

/// Programs started by us, without a shell.
enum ChildProcess {
  /// `POSIX_SPAWN_SETSID` of glibc's spawn.h, which shows it to GNU sources only.
  private static let newSession: Int16 = 0x80

  /// Starts a program in a session of its own: what the terminal sends to our group (Ctrl-C) does not reach it, and it
  /// outlives us. Its output goes to a new file `output`, if any.
  static func spawn(_ arguments: [String], output: String?) throws(ClusterFault) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    // Both are initialised here and destroyed below; glibc copies the paths.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    if let output {
      // Made anew: root must not follow what another user may have put in its place.
      unsafe unlink(output)
      unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    keepDescriptors()
    var pid: pid_t = 0
    let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"]
    // The copies live until the call has returned; the new program has its own by then.
    let words = unsafe arguments.map { unsafe strdup($0) }
    let settings = unsafe environment.map { unsafe strdup($0) }
    let status = unsafe posix_spawn(&pid, arguments[0], &actions, &attributes, words + [nil], settings + [nil])
    unsafe (words + settings).forEach { unsafe free($0) }
    guard status == 0 else { throw .system(path: arguments[0], reason: reason(status)) }
    return pid
  }

  /// What is open here stays here: above all the port we listen on, which would otherwise be taken as long as
  /// PostgreSQL lives.
  private static func keepDescriptors() {
    guard let directory = unsafe opendir("/proc/self/fd") else { return }
    defer { unsafe closedir(directory) }
    while let entry = unsafe readdir(directory) {
      // A null-terminated name inside the entry, which is valid until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      guard let descriptor = Int32(name), descriptor > 2 else { continue }
      let flags = fcntl(descriptor, F_GETFD)
      if flags >= 0 { _ = fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) }
    }
  }

  /// Runs a program to its end; its exit status.
  static func run(_ arguments: [String], output: String? = nil) throws(ClusterFault) -> Int32 {
    let pid = try spawn(arguments, output: output)
    var status: Int32 = 0
    // Only an interruption by a signal makes it return early.
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
  }

  /// Whether a process lives: a child that has ended is laid to rest first. Somebody else's may lie unburied for ever,
  /// where the first process of a container does not care for orphans.
  static func isAlive(_ pid: pid_t) -> Bool {
    // 0: a child that has not ended, which is nearly always all there is to know.
    if waitpid(pid, nil, WNOHANG) == 0 { return true }
    guard kill(pid, 0) == 0 || errno == EPERM else { return false }
    // `pid (name) state …`; the name may hold anything, even brackets.
    let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return status?.split(separator: ")").last?.hasPrefix(" Z") != true
  }

  static func reason(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
}
