import Identity

/// Ids for commands the server itself gives (UUIDv7, as clients make them).
enum CommandID {
  static func fresh(at milliseconds: Int64) -> Identifier {
    var generator = SystemRandomNumberGenerator()
    let random = Identifier.random(using: &generator)
    return Identifier(
      high: UInt64(bitPattern: milliseconds) << 16 | 0x7000 | random.high & 0x0fff, low: random.low)
  }
}
