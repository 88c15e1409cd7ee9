/// Keys by which issues stand in a lane: fractions, written without their point, of which there is always another one
/// between two. Pure.
enum PlaceKey {
  /// So many moves into the very same gap make it that long: some thousand.
  static let longest = 200

  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let width = 6

  static func ofNumber(_ no: Int) -> String {
    let text = String(no)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  /// Whether it may have been made here: of our digits, and ending in a zero only where it is a number's.
  static func isValid(_ key: String) -> Bool {
    (1...longest).contains(key.utf8.count) && key.utf8.allSatisfy(digits.contains)
      && (key.utf8.last != digits[0] || key.utf8.count == width)
  }

  /// A key greater than `lower` and less than `upper`; nil: nothing stands behind. It never ends in a zero itself. Nil
  /// where none is short enough: between a key and the same with zeros behind it there is none at all.
  static func between(_ lower: String, _ upper: String?) -> String? {
    let (low, high) = (values(lower), values(upper ?? ""))
    var key: [Int] = []
    var isBounded = upper != nil
    while key.count < longest {
      let place = key.count
      let floor = place < low.count ? low[place] : 0
      let ceiling = isBounded ? (place < high.count ? high[place] : 0) : digits.count
      if ceiling - floor > 1 {
        key.append((floor + ceiling) / 2)
        return String(decoding: key.map { digits[$0] }, as: UTF8.self)
      }
      key.append(floor)
      if floor < ceiling { isBounded = false }
    }
    return nil
  }

  /// The key, where it may have been made here.
  static func checked(_ key: String) throws(Refusal) -> String {
    guard isValid(key) else { throw .invalid("key", .invalid) }
    return key
  }

  private static func values(_ key: String) -> [Int] {
    key.utf8.map { digits.firstIndex(of: $0) ?? 0 }
  }
}
