/// How long a body may take: a moment for its first bytes, and for each byte what it takes at the least pace. Who brings one
/// now and then, to keep a place, is late before the second.
struct BodyPace {
  /// Milliseconds.
  let moment: Int64
  let bytesPerSecond: Int

  init(_ limits: ServiceConfiguration.Limits) {
    moment = Int64(min(limits.requestSeconds, 10)) * 1000
    bytesPerSecond = limits.bodyPace
  }

  /// When patience ends with a body that was begun at that time and of which so many bytes are here.
  func deadline(begun: Int64, received: Int) -> Int64 {
    begun + moment + Int64(received) * 1000 / Int64(bytesPerSecond)
  }
}
