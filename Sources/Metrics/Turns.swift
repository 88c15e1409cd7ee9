/// Where a curve turns: what a review goes back to.
///
/// A turn counts by its prominence, as `scipy.signal.peak_prominences` has it: a peak's height over the higher of the two
/// lowest points that lie between it and, on each side, a strictly higher one or the end. Equal heights do not end the
/// search, a plateau is one peak at its middle, and the curve's own ends are none: nobody did anything there. A trough is
/// a peak of the curve upside down.
public struct Turns: Sendable, Hashable {
  /// By time.
  public let peaks: [Point]
  public let troughs: [Point]

  public struct Point: Sendable, Hashable {
    /// As in the series.
    public let offset: Int
    public let value: Double

    public init(offset: Int, value: Double) {
      self.offset = offset
      self.value = value
    }
  }

  public init(peaks: [Point], troughs: [Point]) {
    self.peaks = peaks
    self.troughs = troughs
  }

  /// Up to three missing minutes are stepped over; a longer hole cuts the curve.
  static let hole = 240
  /// Two of a kind are at least five minutes apart.
  static let apart = 300

  /// - Parameter offsets: seconds, rising.
  /// - Parameter most: of each kind, the most prominent are kept.
  public init(offsets: [Int], values: [Double?], most: Int = 5) {
    let points = zip(offsets, values).compactMap { offset, value in value.map { Point(offset: offset, value: $0) } }
    let stretches = Self.stretches(points)
    let least = Self.leastProminence(points, stretches)
    peaks = Self.prominent(stretches, least: least, most: most)
    let upsideDown = stretches.map { $0.map { Point(offset: $0.offset, value: -$0.value) } }
    troughs = Self.prominent(upsideDown, least: least, most: most).map { Point(offset: $0.offset, value: -$0.value) }
  }

  private static func stretches(_ points: [Point]) -> [[Point]] {
    var stretches: [[Point]] = []
    for point in points {
      if let last = stretches.last?.last, point.offset - last.offset <= hole {
        stretches[stretches.count - 1].append(point)
      } else {
        stretches.append([point])
      }
    }
    return stretches
  }

  /// A tenth of the whole range, and three times what the curve jitters from one point to the next.
  private static func leastProminence(_ points: [Point], _ stretches: [[Point]]) -> Double {
    let values = points.map(\.value)
    guard let top = values.max(), let bottom = values.min() else { return 0 }
    let steps = stretches.flatMap { zip($0, $0.dropFirst()).map { $1.value - $0.value } }
    let middle = median(steps) ?? 0
    let jitter = 1.4826 * (median(steps.map { abs($0 - middle) }) ?? 0)
    return max((top - bottom) / 10, 3 * jitter)
  }

  private static func median(_ values: [Double]) -> Double? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private struct Peak {
    let point: Point
    let prominence: Double
  }

  private static func prominent(_ stretches: [[Point]], least: Double, most: Int) -> [Point] {
    let found = stretches.flatMap(peaks).filter { $0.prominence >= least }
    var kept: [Point] = []
    for peak in found.sorted(by: { ($1.prominence, $0.point.offset) < ($0.prominence, $1.point.offset) }) {
      guard kept.count < most else { break }
      if kept.allSatisfy({ abs($0.offset - peak.point.offset) >= apart }) { kept.append(peak.point) }
    }
    return kept.sorted { $0.offset < $1.offset }
  }

  private static func peaks(of points: [Point]) -> [Peak] {
    let values = points.map(\.value)
    let left = lowestSinceHigher(values)
    let right: [Double] = lowestSinceHigher(values.reversed()).reversed()
    var peaks: [Peak] = []
    var first = 1
    while first < values.count - 1 {
      var last = first
      while last + 1 < values.count, values[last + 1] == values[first] { last += 1 }
      if values[first - 1] < values[first], last + 1 < values.count, values[last + 1] < values[first] {
        let middle = (first + last) / 2
        peaks.append(Peak(point: points[middle], prominence: values[middle] - max(left[middle], right[middle])))
      }
      first = last + 1
    }
    return peaks
  }

  /// For each value the lowest one back to the nearest that is strictly higher, or to the beginning: one walk, with a
  /// stack of those that are still the highest of what followed them.
  private static func lowestSinceHigher(_ values: [Double]) -> [Double] {
    var standing: [(value: Double, lowest: Double)] = []
    return values.map { value in
      var lowest = value
      while let last = standing.last, last.value <= value {
        lowest = min(lowest, last.lowest)
        standing.removeLast()
      }
      standing.append((value, lowest))
      return lowest
    }
  }
}
