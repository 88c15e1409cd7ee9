public import Tables

extension Metric {
  /// The cell as a value of this metric, in the metric's own unit. Nil for a cell that says nothing.
  ///
  /// - Parameter style: how the column writes ratios; part of its mapping, never guessed.
  public func reading(_ cell: Cell, _ header: ColumnHeader? = nil, style: RatioStyle = .percent)
    throws(CellFault) -> Reading?
  {
    let quantity =
      switch unit {
      case .ratio: try cell.ratio(style)
      case .seconds: try cell.duration(header?.unit)
      case .minutes: try cell.duration(header?.unit ?? .minute).map { Quantity($0.value / 60) }
      default: try cell.number(header?.unit)
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
}
