import ServiceLoop
import Store

// The time. PostgreSQL's clock counts for all nodes: a node whose own clock is far from it must neither date events by
// its own nor let words expire.
extension Stage {
  private static let tolerance: Int64 = 60_000
  static let clockCheck = Duration.seconds(20)

  /// Milliseconds since 1970: by this machine's clock, or by PostgreSQL's where the two are more than a minute apart.
  var now: Int64 {
    let own = loop.wallClock
    guard let shared = databaseTime, abs(shared - own) > Self.tolerance else { return own }
    return shared
  }

  /// By PostgreSQL's clock; nil until it has been asked.
  var databaseTime: Int64? { store.clock?.now(monotonic: loop.monotonic) }

  /// How far this machine's clock is ahead of PostgreSQL's, in milliseconds; nil until that has been asked.
  var clockDifference: Int64? { databaseTime.map { loop.wallClock - $0 } }

  /// Whether the clocks are close enough to delete words.
  var clocksAgree: Bool { clockDifference.map { abs($0) <= Self.tolerance } ?? false }

  /// Tells the operator at start, and when the clocks have drifted apart or come together again.
  func compareClocks() {
    guard let difference = clockDifference, clocksAgree != clocksAgreed else { return }
    let isFirst = clocksAgreed == nil
    clocksAgreed = clocksAgree
    if clocksAgree {
      Journal.write(.info, isFirst ? "clock.compared" : "clock.agrees", ["ahead.ms": "\(difference)"])
    } else {
      Journal.write(.error, "clock.differs", ["ahead.ms": "\(difference)"])
    }
  }

  func checkClock() {
    store.identify { [weak self] in self?.compareClocks() }
  }
}
