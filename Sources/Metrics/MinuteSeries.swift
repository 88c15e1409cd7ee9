/// A show minute by minute: one value per column and minute.
public struct MinuteSeries: Sendable, Hashable {
  /// The first row's instant, milliseconds since the epoch.
  public let from: Int64
  /// Seconds from `from`, strictly rising; usually a minute apart, with holes where the source has them.
  public let offsets: [Int]
  public let columns: [Column]
  /// `values[column][row]`; nil where the source says nothing.
  public let values: [[Double?]]

  public struct Column: Sendable, Hashable {
    /// Nil for a column of the source that the catalogue does not know.
    public let metric: String?
    /// The source's name for it.
    public let label: String
    public let kind: Kind

    public init(metric: String?, label: String, kind: Kind) {
      self.metric = metric
      self.label = label
      self.kind = kind
    }
  }

  public enum Kind: String, Sendable, CaseIterable {
    /// How many there are at that minute: people online.
    case level
    /// How many came within that minute.
    case perBucket
    /// How many came until that minute.
    case cumulative
  }

  /// Every column has a value, or nil, per offset; programmer's error otherwise.
  public init(from: Int64, offsets: [Int], columns: [Column], values: [[Double?]]) {
    precondition(columns.count == values.count && values.allSatisfy { $0.count == offsets.count })
    self.from = from
    self.offsets = offsets
    self.columns = columns
    self.values = values
  }

  /// Seconds from the show's start, which may come after the first row: then the first is negative.
  public func offsets(sinceStart start: Int64) -> [Int] {
    let shift = Int(((Double(from) - Double(start)) / 1000).rounded())
    return offsets.map { $0 + shift }
  }

  public func values(of metric: String) -> [Double?]? {
    columns.firstIndex { $0.metric == metric }.map { values[$0] }
  }

  /// The turning points of people online.
  public func turns(most: Int = 5) -> Turns {
    values(of: "online").map { Turns(offsets: offsets, values: $0, most: most) } ?? Turns(peaks: [], troughs: [])
  }

  /// People online on average: each value counts for as long as it stands, at most five minutes.
  public var averageOnline: Double? {
    guard let values = values(of: "online") else { return nil }
    var weighted = 0.0
    var seconds = 0.0
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let next = index + 1 < offsets.count ? offsets[index + 1] - offsets[index] : 60
      weighted += value * Double(min(next, 300))
      seconds += Double(min(next, 300))
    }
    return seconds > 0 ? weighted / seconds : nil
  }
}
