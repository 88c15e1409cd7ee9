/// Where a curve turns: what a review goes back to.
///
/// A peak is the highest point between two falls, or a rise and a fall, of at least a tenth of the curve's whole range;
/// a trough is its mirror. Smaller moves are noise. The curve's own beginning and end are no turns: nobody did anything
/// there.
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

  /// - Parameter most: of each kind, the most pronounced are kept.
  /// - Parameter share: the part of the range that a move must have to count.
  public init(offsets: [Int], values: [Double?], most: Int = 5, share: Double = 0.1) {
    let points = zip(offsets, values).compactMap { offset, value in value.map { Point(offset: offset, value: $0) } }
    let turns = Self.zigzag(points, share: share)
    peaks = Self.pronounced(turns, peaks: true, most: most)
    troughs = Self.pronounced(turns, peaks: false, most: most)
  }

  private struct Turn {
    let point: Point
    let isPeak: Bool
    /// The smaller of the moves that lead to it and away from it.
    var height: Double
  }

  private static func zigzag(_ points: [Point], share: Double) -> [Turn] {
    guard var low = points.first, let top = points.map(\.value).max(), let bottom = points.map(\.value).min(),
      top > bottom
    else { return [] }
    let threshold = (top - bottom) * share
    var high = low
    var isRising: Bool?
    var turns: [Turn] = []
    // The extreme that the current move started from, for the height of the next turn.
    var origin = low
    for point in points.dropFirst() {
      if point.value > high.value { high = point }
      if point.value < low.value { low = point }
      if isRising != false, high.value - point.value >= threshold {
        if high != points[0] { turns.append(Turn(point: high, isPeak: true, height: high.value - origin.value)) }
        (origin, low, isRising) = (high, point, false)
      } else if isRising != true, point.value - low.value >= threshold {
        if low != points[0] { turns.append(Turn(point: low, isPeak: false, height: origin.value - low.value)) }
        (origin, high, isRising) = (low, point, true)
      }
    }
    let last = isRising == true ? high : low
    for index in turns.indices {
      let next = index + 1 < turns.count ? turns[index + 1].point : last
      turns[index].height = min(turns[index].height, abs(turns[index].point.value - next.value))
    }
    return turns
  }

  private static func pronounced(_ turns: [Turn], peaks: Bool, most: Int) -> [Point] {
    turns.filter { $0.isPeak == peaks }.sorted { $0.height > $1.height }.prefix(most).map(\.point)
      .sorted { $0.offset < $1.offset }
  }
}
