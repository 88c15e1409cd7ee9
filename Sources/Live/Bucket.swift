/// A token bucket: `rate` tokens a second, at most `burst` of them saved.
struct Bucket {
  private let rate: Int
  private let burst: Int
  /// In thousandths, so that a millisecond is worth `rate` of them.
  private var tokens: Int
  private var filled: Int64
  /// The last token, counted from the beginning, whose arrival someone has been told.
  private var promised = 0

  init(rate: Int, burst: Int, now: Int64) {
    self.rate = rate
    self.burst = burst
    tokens = burst * 1000
    filled = now
  }

  /// Whether there is a token to take.
  mutating func has(now: Int64) -> Bool {
    fill(now)
    return tokens >= 1000
  }

  /// Whether there was a token to take.
  mutating func take(now: Int64) -> Bool {
    guard has(now: now) else { return false }
    tokens -= 1000
    return true
  }

  /// Milliseconds until there is a token for whoever asks now. Those who asked before are counted in: when all of them
  /// come back at the last one's time, there is a token for each.
  mutating func wait(now: Int64) -> Int {
    fill(now)
    let flown = Int(now) * rate
    promised = min(max(promised, flown - tokens) + 1000, flown + 60_000 * rate)
    return max(0, promised - flown + rate - 1) / rate
  }

  mutating func restore() { tokens = burst * 1000 }

  private mutating func fill(_ now: Int64) {
    guard now > filled else { return }
    // Beyond a minute any bucket of ours is full; the bound keeps the product small.
    tokens = min(burst * 1000, tokens + Int(min(now - filled, 60_000)) * rate)
    filled = now
  }
}
