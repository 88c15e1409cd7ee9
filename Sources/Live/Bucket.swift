/// A token bucket: `rate` tokens a second, at most `burst` of them saved.
struct Bucket {
  private let rate: Int
  private let burst: Int
  /// In thousandths, so that a millisecond is worth `rate` of them.
  private var tokens: Int
  private var filled: Int64

  init(rate: Int, burst: Int, now: Int64) {
    self.rate = rate
    self.burst = burst
    tokens = burst * 1000
    filled = now
  }

  /// Whether there was a token to take.
  mutating func take(now: Int64) -> Bool {
    fill(now)
    guard tokens >= 1000 else { return false }
    tokens -= 1000
    return true
  }

  /// Milliseconds until there is one.
  mutating func wait(now: Int64) -> Int {
    fill(now)
    return tokens >= 1000 ? 0 : (1000 - tokens + rate - 1) / rate
  }

  private mutating func fill(_ now: Int64) {
    guard now > filled else { return }
    // Beyond a minute any bucket of ours is full; the bound keeps the product small.
    tokens = min(burst * 1000, tokens + Int(min(now - filled, 60_000)) * rate)
    filled = now
  }
}
