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

  /// A key greater than `lower` and less than `upper`, which is the greater of the two and does not end in zeros, or is
  /// a number's. It never ends in a zero itself.
  static func between(_ lower: String, _ upper: String) -> String {
    let (low, high) = (values(lower), values(upper))
    var key: [Int] = []
    var isBounded = true
    while true {
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
  }

  private static func values(_ key: String) -> [Int] {
    key.utf8.map { digits.firstIndex(of: $0) ?? 0 }
  }
}
