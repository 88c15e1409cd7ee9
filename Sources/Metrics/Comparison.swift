/// A show's number beside those of earlier shows of the same channel.
public struct Comparison: Sendable, Hashable {
  public let actual: Double
  public let last: Double?
  /// (actual − last) ÷ |last|; nil without a last or when it is zero.
  public let changeFromLast: Double?
  /// The median of the earlier shows that have the number.
  public let median: Double?
  public let changeFromMedian: Double?
  /// How many shows the median is of.
  public let count: Int

  /// - Parameter earlier: newest first. Readings of another version of the definition are passed over.
  /// - Parameter window: how many earlier shows count.
  /// Nil when this show does not have the metric.
  public init?(_ key: String, now: Readings, earlier: [Readings], window: Int = 7) {
    guard let reading = now.byMetric[key] else { return nil }
    let comparable = earlier.prefix(window).map { snapshot in
      snapshot.byMetric[key].flatMap { $0.version == reading.version ? $0.value : nil }
    }
    let values = comparable.compactMap(\.self)
    actual = reading.value
    last = comparable.first ?? nil
    median = Self.median(values)
    count = values.count
    changeFromLast = last.flatMap { Self.change(from: $0, to: reading.value) }
    changeFromMedian = median.flatMap { Self.change(from: $0, to: reading.value) }
  }

  public static func median(_ values: [Double]) -> Double? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func change(from base: Double, to value: Double) -> Double? {
    base == 0 ? nil : (value - base) / abs(base)
  }
}

extension Metric {
  /// Whether a change by that much is for the better; nil for no change, or where neither way is better.
  public func isBetter(change: Double) -> Bool? {
    switch better {
    case _ where change == 0: nil
    case .neutral: nil
    case .up: change > 0
    case .down: change < 0
    }
  }
}
