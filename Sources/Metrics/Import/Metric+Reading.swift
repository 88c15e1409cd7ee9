public import Tables

/// How a column's cells are read as a metric: what its header, the team or the column itself says.
public struct Manner: Sendable, Equatable {
  public var unit: ColumnHeader.Unit?
  public var ratio: RatioStyle
  public var duration: DurationStyle
  public var marks: NumberMarks
  /// Nothing says what a bare duration counts: each is a fault.
  public var isBareAmbiguous: Bool

  public init(
    unit: ColumnHeader.Unit? = nil, ratio: RatioStyle = .percent, duration: DurationStyle = .minutesSeconds,
    marks: NumberMarks = .point, isBareAmbiguous: Bool = false
  ) {
    self.unit = unit
    self.ratio = unit?.ratio ?? ratio
    self.duration = duration
    self.marks = marks
    self.isBareAmbiguous = isBareAmbiguous
  }
}

extension Metric {
  /// The cell as a value of this metric, in the metric's own unit. Nil for a cell that says nothing.
  public func reading(_ cell: Cell, _ manner: Manner = Manner()) throws(CellFault) -> Reading? {
    let quantity: Quantity?
    switch unit {
    case .ratio: quantity = try cell.ratio(manner.ratio)
    case .seconds, .minutes:
      if manner.isBareAmbiguous, case .bare? = cell.durationForm { throw .ambiguous }
      let bare = unit == .minutes ? manner.unit ?? .minute : manner.unit
      let seconds = try cell.duration(bare, style: manner.duration)
      quantity = seconds.map { unit == .minutes ? Quantity($0.value / 60) : $0 }
    default: quantity = try cell.number(manner.unit, marks: manner.marks)
    }
    return quantity.map { Reading($0.value, raw: cell.trimmed, isRounded: $0.isRounded, version: version) }
  }

  /// Whether a value can be at all. Money may be negative; what is counted or measured may not.
  public func isPossible(_ value: Double) -> Bool {
    guard value.isFinite, abs(value) < 1e13 else { return false }
    switch unit {
    case .yuan, .yuanPerHour, .factor: return true
    default: return value >= 0
    }
  }

  /// Whole by its nature; an average of people is not.
  var isCount: Bool {
    switch unit {
    case .people: key != "avg_online"
    case .times, .items, .orders: true
    default: false
    }
  }

  /// Whether this metric is ever counted in that unit.
  public func accepts(_ unit: ColumnHeader.Unit) -> Bool {
    switch self.unit {
    case .yuan, .yuanPerHour: unit.isMoney || unit.isMultiple
    case .seconds, .minutes, .minutesPerProduct: unit.seconds != nil
    case .ratio: unit.ratio != nil
    case .factor: false
    case .people, .times, .items, .orders, .ordersPerHour: !unit.isMoney && unit.seconds == nil && unit.ratio == nil
    }
  }
}
