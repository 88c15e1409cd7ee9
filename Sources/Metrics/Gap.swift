/// A goal against what came of it.
public struct Gap: Sendable, Hashable {
  public let actual: Double
  public let goal: Double
  /// Actual less goal.
  public var difference: Double { actual - goal }
  /// Actual ÷ goal; nil for a goal of zero.
  public let attainment: Double?
  /// How far the actual stays behind the goal, as a fraction of the goal: positive is missed, negative is better than
  /// planned, whichever way is better. Nil where neither way is better, or the goal is zero.
  public let shortfall: Double?
  /// Nil where neither way is better: nothing is coloured.
  public let band: Band?

  /// Raw values are stable, for the wire.
  public enum Band: String, Sendable, CaseIterable { case green, amber, red }

  /// From which shortfall on a gap is amber, and above which it is red.
  public struct Thresholds: Sendable, Hashable {
    public let amber: Double
    public let red: Double

    public init(amber: Double = 0.10, red: Double = 0.30) {
      self.amber = amber
      self.red = red
    }
  }

  public init(_ metric: Metric, actual: Double, goal: Double, thresholds: Thresholds = Thresholds()) {
    self.actual = actual
    self.goal = goal
    attainment = goal == 0 ? nil : actual / goal
    let behind: Double
    switch metric.better {
    case .neutral:
      shortfall = nil
      band = nil
      return
    case .up: behind = goal - actual
    case .down: behind = actual - goal
    }
    shortfall = goal == 0 ? nil : behind / abs(goal)
    band = shortfall.map { Self.band($0, thresholds) } ?? (behind > 0 ? .red : .green)
  }

  private static func band(_ shortfall: Double, _ thresholds: Thresholds) -> Band {
    // Half a millionth of slack: 90 of 100 is a gap of 10 %, whatever binary fractions make of it.
    if shortfall > thresholds.red + 5e-7 { return .red }
    return shortfall >= thresholds.amber - 5e-7 ? .amber : .green
  }
}
