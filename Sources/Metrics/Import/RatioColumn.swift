internal import Tables

/// A column of ratios, whose style all its bare numbers share.
struct RatioColumn {
  private let bare: [Double]
  /// Decimals written, at most, in a bare number.
  private let decimals: Int
  private let saysPercent: Bool
  /// Bare numbers beside what they must equal.
  private let pairs: [(bare: Double, expected: Double)]
  /// Of numbers with a sign, for which there is no style to prove, whether each is what it must equal.
  private let signed: [Bool]

  init(_ cells: [Cell], expected: [Double?]) {
    var bare: [Double] = []
    var decimals = 0
    var saysPercent = false
    var pairs: [(bare: Double, expected: Double)] = []
    var signed: [Bool] = []
    for (index, cell) in cells.enumerated() where !cell.isNull {
      if cell.saysRatio {
        saysPercent = true
        if index < expected.count, let expected = expected[index], let value = (try? cell.ratio(.plain))??.value {
          signed.append(Self.fits(value, expected))
        }
      } else if let value = (try? cell.ratio(.plain))??.value {
        bare.append(value)
        let text = cell.trimmed
        decimals = max(decimals, text.lastIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0)
        if index < expected.count, let expected = expected[index], expected > 0, value > 0 {
          pairs.append((value, expected))
        }
      }
    }
    (self.bare, self.decimals, self.saysPercent, self.pairs, self.signed) = (bare, decimals, saysPercent, pairs, signed)
  }

  /// Most numbers with a sign are what they must equal.
  var percentagesFit: Bool { signed.count { $0 } * 2 > signed.count }

  /// The style in which most numbers are what they must be, as far as they were rounded.
  var proved: RatioStyle? {
    if pairs.isEmpty { return nil }
    let fits = RatioStyle.allCases.map { style in
      (style: style, count: pairs.count { Self.fits($0.bare * Self.scale(style), $0.expected) })
    }
    guard let best = fits.max(by: { $0.count < $1.count }), best.count * 2 > pairs.count else { return nil }
    return best.style
  }

  private static func scale(_ style: RatioStyle) -> Double {
    switch style {
    case .percent: 0.01
    case .plain: 1
    case .perTenThousand: 0.0001
    case .perThousand: 0.001
    }
  }

  private static func fits(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= max(0.02 * expected, 0.0006)
  }

  /// - Parameter neighbour: a style that another column of the same table proves.
  func decision(neighbour: RatioStyle?) -> (style: RatioStyle, certainty: ColumnReading.Certainty) {
    guard let largest = bare.map(abs).max(), largest > 0 else { return (.percent, .known) }
    if let proved { return (proved, .decided) }
    if !pairs.isEmpty { return (guess(largest), .unsure) }
    if saysPercent { return (.percent, largest > 1 ? .known : .unsure) }
    if let neighbour { return (neighbour, .decided) }
    return (guess(largest), isPlain(largest) ? .decided : largest > 1 && decimals > 0 ? .decided : .unsure)
  }

  private func guess(_ largest: Double) -> RatioStyle {
    if saysPercent { return .percent }
    if largest <= 1 { return decimals > 0 ? .plain : .percent }
    return largest > 100 && decimals == 0 ? .perTenThousand : .percent
  }

  /// Percentages are written with two decimals at most: four behind a zero are a fraction of one.
  private func isPlain(_ largest: Double) -> Bool { largest <= 1 && decimals > 2 }
}
