/// The isolation of everything that touches a connection, a log or a database session: one thread, libuv's and
/// libwebsockets' own. What is isolated to it is synchronous; there is no lock and no queue on the message path.
///
/// The thread starts with the first use and lives as long as the process.
@globalActor public actor ServiceLoop {
  public static let shared = ServiceLoop()

  public nonisolated var unownedExecutor: UnownedSerialExecutor { LoopThread.shared.asUnownedSerialExecutor() }

  /// Whether the caller runs on the loop's thread.
  public nonisolated static var isCurrent: Bool { LoopThread.shared.isCurrent }

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
