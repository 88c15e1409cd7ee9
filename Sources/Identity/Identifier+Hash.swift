extension Identifier {
  public func hash(into hasher: inout Hasher) { hasher.combine(fold(seed: 0)) }

  /// What the standard library's tables ask for instead of the above, of a type that offers it. A command looks up some
  /// twenty ids, and SipHash took a tenth of what it costs.
  public func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: fold(seed: UInt64(truncatingIfNeeded: seed)))
  }

  /// A folded product under a key of this process: clients choose the ids of their commands, and shall not choose where
  /// these stand.
  private func fold(seed: UInt64) -> UInt64 {
    let product = (high ^ key.high ^ seed).multipliedFullWidth(by: low ^ key.low)
    return product.high ^ product.low
  }
}

private let key = (high: UInt64.random(in: .min ... .max), low: UInt64.random(in: .min ... .max))
