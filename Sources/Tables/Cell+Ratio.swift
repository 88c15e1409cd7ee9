/// How a column writes ratios. Decided by the whole column or by the team's mapping, never by one value.
public enum RatioStyle: String, Sendable, CaseIterable {
  /// `18.42%`, or a bare `18.42` that means the same.
  case percent
  /// `0.1842`.
  case plain
  /// `1842`: ten-thousandths, as the platform's interfaces have them.
  case perTenThousand
  /// `184.2`: thousandths.
  case perThousand

  /// The power of ten that a bare number stands for.
  var exponent: Int {
    switch self {
    case .percent: -2
    case .plain: 0
    case .perTenThousand: -4
    case .perThousand: -3
    }
  }
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
    default: exponent = style.exponent
    }
    let isNegative = text.takePrefix(["-", "+"]) == "-"
    guard let value = try Self.decimal(text, exponent: exponent) else { throw .notARatio }
    if holdsTwoNumbers { throw .twoNumbers }
    return Quantity(isNegative ? -value : value)
  }

  /// The cell says by itself that it is a percentage or so.
  public var saysRatio: Bool { folded.hasSuffix("%") || folded.hasSuffix("‰") }
}
