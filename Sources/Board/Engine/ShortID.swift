import Identity

/// A record's id: 13 lower-case base-32 characters mixed from a random id, telling neither time nor order.
enum ShortID {
  static func make(from source: Identifier, _ index: Int = 0) -> String {
    var bits = mixed(source.high ^ mixed(source.low ^ mixed(UInt64(truncatingIfNeeded: index))))
    var text: [UInt8] = []
    text.reserveCapacity(13)
    for _ in 0..<13 {
      text.append(alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// SplitMix64's finaliser: a bijection, so that no two indexes of one source meet.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
