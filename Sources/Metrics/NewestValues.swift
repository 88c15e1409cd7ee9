/// What is known of a show's numbers: of each metric the newest value, whichever snapshot holds it. Numbers change for
/// days, and a later snapshot may hold two of forty.
///
/// A rate follows what it is made of: where its parts are newer than the rate a source gave, or no source gave one, the
/// formula's result stands.
///
/// Two versions of a definition are two things. A value of the newer one stands, whatever came later of the older; and
/// a formula takes parts of the versions of now alone.
public struct NewestValues: Sendable, Equatable {
  /// What one snapshot holds.
  public struct Snapshot: Sendable, Equatable {
    public let values: [String: Double]
    /// The versions of the definitions they hold for, where it is not the first.
    public let versions: [String: Int]

    public init(_ values: [String: Double], versions: [String: Int] = [:]) {
      self.values = values
      self.versions = versions
    }
  }

  public struct Value: Sendable, Equatable {
    public let value: Double
    /// Which snapshot it is of, counted from 0; of a formula's result, the newest of its parts'.
    public let snapshot: Int
    /// The version of the metric's definition it holds for.
    public let version: Int
    /// A formula gave it, and no snapshot holds it.
    public let isDerived: Bool

    public init(value: Double, snapshot: Int, version: Int = 1, isDerived: Bool = false) {
      self.value = value
      self.snapshot = snapshot
      self.version = version
      self.isDerived = isDerived
    }
  }

  public private(set) var byMetric: [String: Value] = [:]

  /// - Parameters:
  ///   - snapshots: the oldest first.
  ///   - catalogue: the metrics as they are defined now.
  public init(_ snapshots: [Snapshot], catalogue: [Metric] = Metric.catalogue) {
    var given: [String: Value] = [:]
    for (place, snapshot) in snapshots.enumerated() {
      for (metric, value) in snapshot.values {
        let version = snapshot.versions[metric] ?? 1
        guard version >= given[metric]?.version ?? 1 else { continue }
        given[metric] = Value(value: value, snapshot: place, version: version)
      }
    }
    let rule = Rule(metrics: Dictionary(uniqueKeysWithValues: catalogue.map { ($0.key, $0) }), given: given)
    byMetric = given
    for metric in catalogue { byMetric[metric.key] = rule.newest(metric) }
  }

  private struct Rule {
    let metrics: [String: Metric]
    let given: [String: Value]

    /// Parts may be results themselves; no formula leads back to its own metric.
    func newest(_ metric: Metric) -> Value? {
      let own = given[metric.key]
      guard let result = result(metric) else { return own }
      guard let own, (own.version, own.snapshot) >= (result.version, result.snapshot) else { return result }
      return own
    }

    private func result(_ metric: Metric) -> Value? {
      guard let derivation = metric.derivation else { return nil }
      let parts = derivation.parts.compactMap { key in metrics[key].flatMap(ofNow) }
      guard parts.count == derivation.parts.count, let newest = parts.map(\.snapshot).max(),
        let value = derivation.value(parts.map(\.value))
      else { return nil }
      return Value(value: value, snapshot: newest, version: metric.version, isDerived: true)
    }

    private func ofNow(_ metric: Metric) -> Value? {
      newest(metric).flatMap { $0.version == metric.version ? $0 : nil }
    }
  }
}
