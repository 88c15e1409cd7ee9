internal import Glibc

enum Decimal {
  /// The number in digits without exponent, to the 15 that spreadsheets keep: what is stored as `0.35099999999999998` or
  /// `2.311820000001E5` is shown so by nobody.
  static func text(_ value: Double) -> String {
    let rounded = toDigits(value)
    if rounded == rounded.rounded(), abs(rounded) < 9e18 { return "\(Int(rounded))" }
    let all = "\(rounded)"
    guard let mark = all.firstIndex(of: "e"), let exponent = Int(all[all.index(after: mark)...]) else { return all }
    let isNegative = all.hasPrefix("-")
    let parts = all[..<mark].drop { $0 == "-" }.split(separator: ".")
    let whole = String(parts[0])
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    // One digit stands before the point.
    let digits =
      exponent < 0
      ? "0." + String(repeating: "0", count: -exponent - 1) + whole + fraction
      : whole + fraction + String(repeating: "0", count: max(0, exponent - fraction.count))
    return (isNegative ? "-" : "") + digits
  }

  private static func toDigits(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    let places = 14 - Int(log10(abs(value)).rounded(.down))
    // Beyond these, powers of ten are not exact, and the numbers nobody's.
    guard (1...22).contains(places) else { return value }
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }
}
