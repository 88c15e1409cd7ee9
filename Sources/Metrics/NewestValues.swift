/// What is known of a show's numbers: of each metric the newest value, whichever snapshot holds it. Numbers change for
/// days, and a later snapshot may hold two of forty.
///
/// A rate follows what it is made of: where its parts are newer than the rate a source gave, or no source gave one, the
/// formula's result stands.
public struct NewestValues: Sendable, Equatable {
  public struct Value: Sendable, Equatable {
    public let value: Double
    /// Which snapshot it is of, counted from 0; of a formula's result, the newest of its parts'.
    public let snapshot: Int

    public init(value: Double, snapshot: Int) {
      self.value = value
      self.snapshot = snapshot
    }
  }

  public private(set) var byMetric: [String: Value] = [:]

  /// - Parameter snapshots: values by metric, the oldest first.
  public init(_ snapshots: [[String: Double]]) {
    var given: [String: Value] = [:]
    for (place, values) in snapshots.enumerated() {
      for (metric, value) in values { given[metric] = Value(value: value, snapshot: place) }
    }
    byMetric = given
    for metric in Metric.catalogue { byMetric[metric.key] = Self.newest(metric, given) }
  }

  /// Parts may be results themselves; no formula leads back to its own metric.
  private static func newest(_ metric: Metric, _ given: [String: Value]) -> Value? {
    let own = given[metric.key]
    guard let derivation = metric.derivation else { return own }
    let parts = derivation.parts.compactMap { key in Metric[key].flatMap { newest($0, given) } }
    guard parts.count == derivation.parts.count, let newest = parts.map(\.snapshot).max(), newest > own?.snapshot ?? -1,
      let value = derivation.value(parts.map(\.value))
    else { return own }
    return Value(value: value, snapshot: newest)
  }
}
