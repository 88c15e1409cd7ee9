/// When followers are told that somebody writes without their name, and when no more. It is told at fixed times, of what
/// was so a period earlier: what a member does at the same moment tells of nobody.
struct UnnamedWriters {
  private static let period: Int64 = 10_000

  private var current: Int64?
  /// Whether somebody wrote so at a moment of the period, of the one before, and of the one before that.
  private var seen = (now: false, before: false, earlier: false)

  /// Whether nothing is to be told any more.
  var isQuiet: Bool { !seen.now && !seen.before && !seen.earlier }

  /// Whether followers are to have been told by now that somebody does.
  private(set) var isTold = false

  /// Time passes. `isCrowd`: of two people each knows what the other does.
  mutating func pass(_ wall: Int64, isUnnamed: Bool, isCrowd: Bool) {
    let period = wall / Self.period
    if current != period {
      if current != nil {
        seen = (false, seen.now, seen.before)
        isTold = seen.earlier && isCrowd
      }
      current = period
    }
    seen.now = seen.now || isUnnamed && isCrowd
  }
}
