internal import FoundationEssentials
internal import Glibc
public import Postgres
internal import Synchronization

/// A PostgreSQL of our own in the data directory, so that there is nothing to install, configure or secure: reached
/// through a socket in a directory nobody else can enter, fully durable.
///
/// It is started with the server and stopped with it. If the server is killed it goes on, and the next server adopts
/// it; if it is killed itself it is started again. Its calls block; they belong before and behind the loop.
public final class PrivateCluster: Sendable {
  static let user = "aftershow"
  static let database = "aftershow"

  public enum Event: Sendable, Equatable {
    case started(pid: Int32)
    /// It was left behind by a server that had been killed.
    case adopted(pid: Int32)
    /// It ended without being asked to, and is started again.
    case died(pid: Int32)
    case restartFailed(ClusterFault)
    /// It did not stop in order in time, and was told to end at once: nothing committed is lost.
    case hurried(pid: Int32)
    /// It did not do that either, as when it stands still: the next server adopts it.
    case left(pid: Int32)
  }

  public let address: DatabaseAddress
  private let directory: ClusterDirectory
  private let settings: ClusterSettings
  private let programs: ServerPrograms
  private let onEvent: @Sendable (Event) -> Void
  private let state: Mutex<State>

  private struct State: Sendable {
    /// The lock on the directory; nil for a visitor, who neither watches nor stops.
    var lock: Int32?
    var pid: pid_t = 0
    var isStopping = false
    var watch: Task<Void, Never>?
  }

  /// Makes the cluster in `directory` at first, starts or adopts it, and watches over it from then on.
  /// - Parameters:
  ///   - visiting: when another server runs on the directory, be content to use its cluster instead of failing.
  ///   - onEvent: called from any thread.
  public static func start(
    in directory: String, visiting: Bool = false, onEvent: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(ClusterFault) -> PrivateCluster {
    try start(in: directory, visiting: visiting, settings: ClusterSettings(), onEvent: onEvent)
  }

  /// For tests that make many: without `fsync`, hence faster; what it holds survives `kill -9`, not the machine.
  public static func startVolatile(in directory: String) throws(ClusterFault) -> PrivateCluster {
    try start(in: directory, visiting: false, settings: ClusterSettings(isDurable: false), onEvent: { _ in })
  }

  private static func start(
    in path: String, visiting: Bool, settings: ClusterSettings, onEvent: @escaping @Sendable (Event) -> Void
  ) throws(ClusterFault) -> PrivateCluster {
    let directory = try ClusterDirectory(in: path)
    try directory.prepare()
    let lock: Int32
    do throws(ClusterFault) {
      lock = try directory.lock()
    } catch {
      guard visiting, case .inUse = error else { throw error }
      return try PrivateCluster(visiting: directory, settings: settings)
    }
    do throws(ClusterFault) {
      let cluster = try PrivateCluster(directory, settings: settings, lock: lock, onEvent: onEvent)
      try cluster.begin()
      return cluster
    } catch {
      close(lock)
      throw error
    }
  }

  private init(
    _ directory: ClusterDirectory, settings: ClusterSettings, lock: Int32?,
    onEvent: @escaping @Sendable (Event) -> Void
  ) throws(ClusterFault) {
    self.directory = directory
    self.settings = settings
    self.onEvent = onEvent
    programs = try ServerPrograms(version: directory.version)
    address = DatabaseAddress(socketDirectory: directory.socket, user: Self.user, database: Self.database)
    state = Mutex(State(lock: lock))
  }

  /// The other server may still be starting it.
  private convenience init(visiting directory: ClusterDirectory, settings: ClusterSettings) throws(ClusterFault) {
    try self.init(directory, settings: settings, lock: nil, onEvent: { _ in })
    for _ in 0..<1000 where PostmasterFile(ofLiving: directory) == nil { usleep(5000) }
    guard let running = PostmasterFile(ofLiving: directory), try isReady(running.pid) else { throw .silent }
    state.withLock { $0.pid = running.pid }
  }

  /// The server's process.
  public var pid: Int32 { state.withLock { $0.pid } }

  // MARK: Starting

  private func begin() throws(ClusterFault) {
    if directory.version == nil { try initialise() }
    // One that is on its way down is waited for, and then one of our own is started.
    if let running = PostmasterFile(ofLiving: directory), try isReady(running.pid) {
      state.withLock { $0.pid = running.pid }
      onEvent(.adopted(pid: running.pid))
    } else {
      try startOwn()
    }
    try createDatabase()
    watch()
  }

  /// Where a server was killed, its orphans leave within a moment, and so does its own entry in the process table,
  /// which to PostgreSQL is a server that lives; until then a new one ends at once.
  private func startOwn() throws(ClusterFault) {
    for _ in 0..<40 {
      let pid = try spawn()
      state.withLock { $0.pid = pid }
      if try isReady(pid) { return }
      guard ["shared memory", "lock file"].contains(where: directory.lastWords.contains) else { break }
      usleep(250_000)
    }
    throw .ended(program: "postgres", words: directory.lastWords)
  }

  /// Beside its place first: an interrupted `initdb` leaves nothing that looks like a cluster.
  private func initialise() throws(ClusterFault) {
    let draft = "\(directory.path)/data.new"
    try? FileManager.default.removeItem(atPath: draft)
    let status = try ChildProcess.run(
      directory.account.prefix + [programs.initdb] + settings.initialisation(data: draft), output: directory.startLog)
    guard status == 0 else { throw .ended(program: "initdb", words: directory.lastWords) }
    guard unsafe rename(draft, directory.data) == 0 else {
      throw .system(path: directory.data, reason: ChildProcess.reason(errno))
    }
  }

  private func spawn() throws(ClusterFault) -> pid_t {
    let arguments = directory.account.prefix + [programs.postgres] + settings.run(directory)
    let pid = try ChildProcess.spawn(arguments, output: directory.startLog)
    onEvent(.started(pid: pid))
    return pid
  }

  /// Waits until the server accepts sessions, as long as it lives: recovery after a crash may take minutes. False when
  /// it has ended.
  private func isReady(_ pid: pid_t) throws(ClusterFault) -> Bool {
    for _ in 0..<60_000 {
      guard ChildProcess.isAlive(pid) else { return false }
      if PostmasterFile(ofLiving: directory)?.isReady == true, address.ping() == .accepting { return true }
      usleep(5000)
    }
    throw .silent
  }

  private func createDatabase() throws(ClusterFault) {
    do {
      let connection = try BlockingConnection(address.database("postgres"), name: "aftershow cluster")
      let databases = try connection.query("select 1 from pg_database where datname = 'aftershow'")
      if databases.isEmpty { try connection.run("create database aftershow") }
    } catch {
      throw .database(error)
    }
  }

  // MARK: Watching

  private func watch() {
    let task = Task.detached { [self] in
      var failures = 0
      while !Task.isCancelled {
        // Each look wakes three threads: more of them would be most of what an idle server does.
        try? await Task.sleep(for: .milliseconds(min(500 << failures, 5000)))
        failures = restartIfDead() ? min(failures + 1, 6) : 0
      }
    }
    state.withLock { $0.watch = task }
  }

  /// A new server may find the memory of the one before still in use by its orphans, and end; it is tried again, later
  /// each time. Returns whether it had to be started.
  private func restartIfDead() -> Bool {
    state.withLock { state in
      guard !state.isStopping, !ChildProcess.isAlive(state.pid) else { return false }
      onEvent(.died(pid: state.pid))
      do throws(ClusterFault) {
        state.pid = try spawn()
      } catch {
        onEvent(.restartFailed(error))
      }
      return true
    }
  }

  // MARK: Stopping

  /// Stops it in order, which takes as long as a checkpoint; at once when that takes too long; and leaves it when it
  /// does not end at all. Harmless when repeated. A visitor only leaves.
  public func stop() {
    let (pid, lock) = state.withLock { state in
      state.isStopping = true
      state.watch?.cancel()
      defer { state.lock = nil }
      return (state.pid, state.lock)
    }
    guard let lock else { return }
    defer { close(lock) }
    // "Fast": sessions are ended, everything is written.
    if end(pid, by: SIGINT, within: 5) { return }
    onEvent(.hurried(pid: pid))
    // "Immediate": after 5 s PostgreSQL kills those of its own that do not obey.
    if end(pid, by: SIGQUIT, within: 7) { return }
    onEvent(.left(pid: pid))
  }

  private func end(_ pid: pid_t, by signal: Int32, within seconds: Int) -> Bool {
    kill(pid, signal)
    for _ in 0..<seconds * 200 {
      if !ChildProcess.isAlive(pid) { return true }
      usleep(5000)
    }
    return false
  }

  /// As if this process had been killed: the lock is gone, and the server goes on.
  func abandon() {
    state.withLock { state in
      state.isStopping = true
      state.watch?.cancel()
      if let lock = state.lock { close(lock) }
      state.lock = nil
    }
  }
}
