internal import CScheduler

/// Work too long for the loop: pure, and on Swift's pool meanwhile.
public enum Aside {
  /// Lets the loop go first, also where both share a core: longer turns, so that the loop, whose turns are shorter, need
  /// not wait for the end of one when it is woken, nor loses its own when a thread of the pool is; and fewer. Refused,
  /// nothing is lost.
  @concurrent public static func run<Value: Sendable, Fault: Error>(
    _ work: @Sendable () throws(Fault) -> Value
  ) async throws(Fault) -> Value {
    _ = aftershow_take_turns(10, 10_000_000)
    return try work()
  }
}
