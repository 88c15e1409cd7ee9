internal import Glibc

/// A thread of Swift's pool, on which long work is done that nobody's click waits for.
public enum PoolThread {
  /// To be called where such work begins: where loop and pool share a core, the loop goes first from now on. The thread
  /// keeps the lower priority; whatever waits for an answer runs on the loop's thread, which must not call this.
  public static func giveWay() {
    // 0 is the calling thread: Linux knows priorities of threads only (setpriority(2), "C library/kernel differences").
    // Failing to step back is no failure of the work.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
  }
}
