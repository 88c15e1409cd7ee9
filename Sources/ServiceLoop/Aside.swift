internal import CScheduler
internal import Glibc

/// Work too long for the loop: pure, and on Swift's pool meanwhile.
public enum Aside {
  /// In microseconds: more than most rounds take, and nothing beside what is put aside.
  private static let rest: UInt32 = 1000

  /// Lets the loop go first, also where both share a core: longer turns, so that the loop, whose turns are shorter, need
  /// not wait for the end of one when it is woken, nor loses its own when a thread of the pool is; and fewer. Refused,
  /// nothing is lost. A thread that is woken has the loop wait all the same, until the kernel's next tick: it rests first,
  /// until the loop's round is over and it wakes when the loop sleeps.
  @concurrent public static func run<Value: Sendable, Fault: Error>(
    _ work: @Sendable () throws(Fault) -> Value
  ) async throws(Fault) -> Value {
    // Not where the task would rather be.
    try await withTaskExecutorPreference(globalConcurrentExecutor) { () async throws(Fault) in
      _ = aftershow_take_turns(10, 10_000_000)
      usleep(rest)
      return try work()
    }
  }
}
