import JSON

extension JSONWriter {
  /// A metric's value: whole numbers without a fraction.
  mutating func number(_ value: Double) {
    if let whole = Int64(exactly: value) { int(whole) } else { double(value) }
  }

  mutating func member(_ key: StaticString, number value: Double?) {
    guard let value else { return }
    self.key(key)
    number(value)
  }

  /// By metric, in a stable order: equal values are equal bytes.
  mutating func member(_ key: StaticString, numbers values: [String: Double]) {
    object(key) { json in
      for (metric, value) in values.sorted(by: { $0.key < $1.key }) {
        json.key(named: metric)
        json.number(value)
      }
    }
  }
}
