/// The isolation of everything that touches a connection, a log or a database session: one thread, libuv's and
/// libwebsockets' own. What is isolated to it is synchronous; there is no lock and no queue on the message path.
///
/// The thread starts with the first use and lives as long as the process.
@globalActor public actor ServiceLoop {
  public static let shared = ServiceLoop()

  public nonisolated var unownedExecutor: UnownedSerialExecutor { LoopThread.shared.asUnownedSerialExecutor() }

  /// Whether the caller runs on the loop's thread.
  public nonisolated static var isCurrent: Bool { LoopThread.shared.isCurrent }

  /// Begins work that waits, and goes on when it has its answer, all on the loop's thread. A plain task, whatever it is
  /// isolated to, goes on in a thread of Swift's pool and comes to the loop from there (a continuation knows no
  /// executor but the one its task prefers): two changes of thread an answer, and where both share a core, the thread
  /// woken pushes the loop aside.
  public nonisolated static func begin(_ work: sending @escaping @ServiceLoop () async -> Void) {
    Task(executorPreference: LoopThread.shared, operation: work)
  }

  /// Enters the loop's isolation from a C callback (the standard library offers this for the main actor only).
  /// Traps when called on any other thread. Costs 29 ns.
  public nonisolated static func assumeIsolated<T>(_ body: @ServiceLoop () throws -> T) rethrows -> T {
    precondition(isCurrent, "not on the service loop's thread")
    return try withoutActuallyEscaping(body) {
      // The isolation of a function is not part of its representation, and the thread has just been checked.
      try unsafeBitCast($0, to: (() throws -> T).self)()
    }
  }
}
