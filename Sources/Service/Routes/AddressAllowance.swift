/// How often one network may ask, for what needs no account: so many times a minute, counted on this node. It remembers
/// a bounded number of networks.
struct AddressAllowance {
  let perMinute: Int
  let networks: Int
  private var counts: [String: (minute: Int64, asked: Int)] = [:]

  init(perMinute: Int, networks: Int = 10_000) {
    self.perMinute = perMinute
    self.networks = networks
  }

  /// Counts the request in; false: too often, or too many networks at once. `now` in milliseconds.
  mutating func admits(_ network: String, now: Int64) -> Bool {
    let minute = now / 60_000
    if counts[network]?.minute != minute {
      if counts.count >= networks { counts = counts.filter { $0.value.minute == minute } }
      guard counts.count < networks else { return false }
      counts[network] = (minute, 0)
    }
    counts[network]?.asked += 1
    return (counts[network]?.asked ?? 0) <= perMinute
  }
}
