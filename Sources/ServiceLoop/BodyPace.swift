/// How long a body may take: a moment for its first bytes, and for each byte the time it takes at the least pace. A
/// client that sends a byte now and then to keep its place is late before the second.
struct BodyPace {
  /// Milliseconds.
  let moment: Int64
  let bytesPerSecond: Int

  init(_ limits: ServiceConfiguration.Limits) {
    moment = Int64(min(limits.requestSeconds, 10)) * 1000
    bytesPerSecond = limits.bodyPace
  }

  /// The deadline of a body that began at that time and of which so many bytes have come.
  func deadline(begun: Int64, received: Int) -> Int64 {
    begun + moment + Int64(received) * 1000 / Int64(bytesPerSecond)
  }
}
