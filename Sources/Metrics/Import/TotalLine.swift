/// Lines that add up or average others. They are no shows and no products.
enum TotalLine {
  private static let words: Set<String> = [
    "合计", "总计", "汇总", "小计", "总和", "平均", "平均值", "均值", "日均", "场均", "total", "totals", "grandtotal", "subtotal", "sum",
    "average", "avg", "mean", "jumlah", "ratarata",
  ]
  /// What such words may stand behind: `整场合计`, `3月汇总`.
  private static let endings = ["合计", "总计", "汇总", "小计", "平均", "平均值", "均值"]
  /// What they may stand before: `合计2场`.
  private static let counted = ["场", "天", "条", "个", "行", "shows", "场次"]

  /// With whatever trimmings: `合 计`, `合计：`, `合计(2场)`, `【平均值】`, `—— 总计 ——`.
  static func isNamed(_ text: String) -> Bool {
    // Dates and numbers have no letter.
    if text.utf8.count > 60 || !text.utf8.contains(where: { $0 >= 0x41 }) { return false }
    var name = ""
    var depth = 0
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      default: if depth == 0, scalar.properties.isAlphabetic { name.unicodeScalars.append(scalar) }
      }
    }
    if words.contains(name) || endings.contains(where: name.hasSuffix) { return true }
    return counted.contains { name.hasSuffix($0) && words.contains(String(name.dropLast($0.count))) }
  }
}
