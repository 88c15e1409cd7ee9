/// The value of one metric, with what the source said about it.
public struct Reading: Sendable, Hashable {
  public let value: Double
  /// The cell or the typed text it was read from; nil for what a formula gave.
  public let raw: String?
  /// The source rounded it, or a part of the formula was rounded: `8.0万`.
  public let isRounded: Bool
  public let isDerived: Bool
  /// The version of the metric's definition it holds for.
  public let version: Int

  public init(_ value: Double, raw: String? = nil, isRounded: Bool = false, isDerived: Bool = false, version: Int = 1) {
    self.value = value
    self.raw = raw
    self.isRounded = isRounded
    self.isDerived = isDerived
    self.version = version
  }
}

/// The metrics of a show as they stood at one moment. Numbers change for days: a later import is another snapshot.
public struct Readings: Sendable, Hashable {
  /// By metric key.
  public var byMetric: [String: Reading]

  public init(_ readings: [String: Reading] = [:]) { self.byMetric = readings }

  public init(values: [String: Double]) {
    byMetric = values.reduce(into: [:]) { $0[$1.key] = Reading($1.value, version: Metric[$1.key]?.version ?? 1) }
  }

  public subscript(key: String) -> Double? { byMetric[key]?.value }

  public var values: [String: Double] { byMetric.mapValues(\.value) }

  /// With what the formulas give, wherever the source gave nothing. What the source said stays.
  public func completed() -> Readings {
    var result = self
    for metric in Metric.catalogue where result.byMetric[metric.key] == nil {
      if let reading = result.derived(metric) { result.byMetric[metric.key] = reading }
    }
    return result
  }

  /// Nil where a part is missing, is of another version than its definition, or the divisor is zero.
  private func derived(_ metric: Metric) -> Reading? {
    guard let derivation = metric.derivation else { return nil }
    let parts = derivation.parts.compactMap { byMetric[$0] }
    guard parts.count == derivation.parts.count,
      zip(derivation.parts, parts).allSatisfy({ Metric[$0]?.version == $1.version }),
      let value = derivation.value(parts.map(\.value))
    else { return nil }
    return Reading(
      value, isRounded: parts.contains { $0.isRounded }, isDerived: true,
      version: metric.version)
  }
}
