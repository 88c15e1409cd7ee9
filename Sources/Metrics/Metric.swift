/// A number that a team answers for: one definition, in one version.
///
/// The same name has several formulas in the trade. A formula that changes is a new version, and readings of different
/// versions are never compared or drawn on one line.
public struct Metric: Sendable, Hashable, Identifiable {
  /// Stable, for storage and the wire: `view_pay_rate`.
  public let key: String
  public let zh: String
  public let en: String
  public let unit: Unit
  /// Keys of the roles that answer for it, the first above all: `operations`, `host`, `floor`, `backstage`, `private`.
  public let owners: [String]
  public let better: Direction
  public let aggregation: Aggregation
  /// The definition in words, as it shows on hover.
  public let formula: String
  public let derivation: Derivation?
  public let version: Int

  public var id: String { key }

  public enum Unit: String, Sendable, CaseIterable {
    case people, times, items, orders, yuan
    /// A fraction of one; shown as a percentage. It may exceed one.
    case ratio
    /// A plain quotient, such as ROI.
    case factor
    case seconds, minutes
    case ordersPerHour, yuanPerHour, minutesPerProduct

    public var zh: String {
      switch self {
      case .people: "人"
      case .times: "次"
      case .items: "条"
      case .orders: "单"
      case .yuan: "元"
      case .ratio: "%"
      case .factor: ""
      case .seconds: "秒"
      case .minutes: "分"
      case .ordersPerHour: "单/时"
      case .yuanPerHour: "元/时"
      case .minutesPerProduct: "分/品"
      }
    }
  }

  /// Which way is better. `neutral` is a matter of the team's plan: nothing is coloured or praised.
  public enum Direction: String, Sendable, CaseIterable { case up, down, neutral }

  /// What several shows of a period have together.
  public enum Aggregation: Sendable, Hashable {
    case sum
    case maximum
    /// An average weighted by another metric.
    case weighted(by: String)
    /// The formula anew, over the aggregated parts.
    case derived
    /// People of one show may be those of another: no sum means anything.
    case notAdditive
  }

  /// How other metrics give this one.
  public enum Derivation: Sendable, Hashable {
    case quotient(of: String, by: String, times: Double)
    /// Per hour of the show (`duration_sec`).
    case perHour(of: String)
    case difference(of: String, less: String)

    /// The metrics it is made of.
    public var parts: [String] {
      switch self {
      case .quotient(let part, let whole, _): [part, whole]
      case .perHour(let part): [part, "duration_sec"]
      case .difference(let whole, let part): [whole, part]
      }
    }

    /// What its parts, in their order, give; nil where there is nothing to divide by.
    func value(_ parts: [Double]) -> Double? {
      switch self {
      case .quotient(_, _, let times): parts[1] > 0 ? parts[0] * times / parts[1] : nil
      case .perHour: parts[1] > 0 ? parts[0] * 3600 / parts[1] : nil
      case .difference: parts[0] - parts[1]
      }
    }
  }
}
