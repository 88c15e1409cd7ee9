extension Metric {
  /// Every metric the product knows, in the order in which it is shown.
  public static let catalogue: [Metric] = traffic + interaction + conversion + privateDomain

  private static let byKey = Dictionary(uniqueKeysWithValues: catalogue.map { ($0.key, $0) })

  /// The metric of that key.
  public static subscript(key: String) -> Metric? { byKey[key] }

  /// The formula in words of a metric whose name says it all.
  public static let counted = "平台统计值"

  /// One line of the catalogue. A formula in words may be left out where the name says it all.
  static func define(
    _ key: String, _ zh: String, _ en: String, _ unit: Unit, _ owners: String, _ better: Direction,
    _ aggregation: Aggregation, _ formula: String = counted, from derivation: Derivation? = nil, version: Int = 1
  ) -> Metric {
    Metric(
      key: key, zh: zh, en: en, unit: unit, owners: owners.split(separator: " ").map(String.init), better: better,
      aggregation: aggregation, formula: formula, derivation: derivation, version: version)
  }

  static func quotient(_ part: String, _ whole: String, times: Double = 1) -> Derivation {
    .quotient(of: part, by: whole, times: times)
  }
}
