internal import CScheduler
internal import Glibc

/// Work too long for the loop. It is pure, and runs on Swift's pool.
public enum Aside {
  /// In microseconds: longer than most rounds, and short beside the work itself.
  private static let rest: UInt32 = 1000

  /// Lets the loop go first where both share a core. The thread asks the kernel for longer and fewer turns than the
  /// loop's, so that the loop need not wait for the end of one when it is woken, nor loses its own when the thread is.
  /// A kernel that refuses does no harm. A thread that has just been woken would still hold the loop up until the next
  /// tick, so it rests first, until the loop's round is over.
  @concurrent public static func run<Value: Sendable, Fault: Error>(
    _ work: @Sendable () throws(Fault) -> Value
  ) async throws(Fault) -> Value {
    // Not on the executor the task prefers, which is the loop.
    try await withTaskExecutorPreference(globalConcurrentExecutor) { () async throws(Fault) in
      _ = aftershow_take_turns(10, 10_000_000)
      usleep(rest)
      return try work()
    }
  }
}
