/// How a column writes ratios. Decided by the column's mapping, never guessed from the value.
public enum RatioStyle: String, Sendable, CaseIterable {
  /// `18.42%`, or a bare `18.42` that means the same.
  case percent
  /// `0.1842`.
  case plain
  /// `1842`: ten-thousandths, as the platform's interfaces have them.
  case perTenThousand
}

extension Cell {
  /// A ratio as a fraction of one: `18.42%` is 0.1842. A `%` or `‰` in the cell overrules the column's style.
  public func ratio(_ style: RatioStyle) throws(CellFault) -> Quantity? {
    if isNull { return nil }
    var text = Substring(folded)
    let exponent: Int
    switch text.takeSuffix(["%", "‰"]) {
    case "%": exponent = -2
    case "‰": exponent = -3
    default: exponent = style == .percent ? -2 : style == .plain ? 0 : -4
    }
    let isNegative = text.takePrefix(["-", "+"]) == "-"
    guard let value = try Self.decimal(text, exponent: exponent) else { throw .notARatio }
    return Quantity(isNegative ? -value : value)
  }
}
