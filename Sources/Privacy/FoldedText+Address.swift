/// Streets and homes: 文三路100号, 幸福小区3栋2单元501室, 浙江省杭州市西湖区.
///
/// A number with 号 alone is a product here, a town alone is where a parcel goes: neither is claimed.
extension FoldedText {
  private enum Part {
    case region, road, estate
    /// A number and what it numbers; `isHome` for what only buildings have.
    case number(isHome: Bool)
  }

  private static let regions: WordList = ["自治区", "自治州", "特别行政区", "街道", "省", "市", "区", "县", "旗", "镇", "乡", "村"]
  private static let roads: WordList = ["大道", "大街", "胡同", "路", "街", "巷"]
  private static let estates: WordList = ["小区", "花园", "公寓", "大厦", "家园", "新村", "广场", "苑", "府", "城", "园", "庄", "宿舍"]
  private static let homes: WordList = ["号楼", "号院", "栋", "幢", "座", "单元", "室", "弄"]
  private static let products: WordList = ["链接", "宝贝", "商品", "产品", "品", "款"]
  private static let rooms: WordList = ["室", "楼", "层", "房", "号"]
  /// What no name of a place has in it.
  private static let breaks = Set("在是到寄址住送去往给我的了吗你他她们有要能不没这那么，。！？、〔〕".unicodeScalars)

  mutating func claimAddresses() {
    var index = 0
    while index < count {
      if let end = address(from: index) {
        claim(index..<end, as: .address)
        index = end
      } else {
        index += 1
      }
    }
  }

  private func address(from start: Int) -> Int? {
    guard isHan(start) || isNumber(start), isFree(start), !isNumber(start) || !isNumber(start - 1) else { return nil }
    var parts: [Part] = []
    var at = start
    while let (part, end) = part(at: at, isFirst: parts.isEmpty) ?? part(at: at + 1, isFirst: true, behindSpaceAt: at) {
      if case .number(false) = part, parts.isEmpty { return nil }
      parts.append(part)
      at = end
    }
    return isAddress(parts) ? room(after: at, parts) : nil
  }

  private func part(at index: Int, isFirst: Bool, behindSpaceAt space: Int) -> (Part, Int)? {
    guard self[space] == " " || self[space] == "\u{3000}" else { return nil }
    return part(at: index, isFirst: false)
  }

  private func part(at index: Int, isFirst: Bool) -> (Part, Int)? {
    if isNumber(index) { return number(at: index) }
    // A name of one to seven characters, then what kind of place it is.
    for length in 1...7 {
      guard let last = self[index + length - 1], isHan(index + length - 1), isFree(index + length - 1),
        !Self.breaks.contains(last)
      else { return nil }
      if let end = after(anyOf: Self.regions, at: index + length), isFree(end - 1) { return (.region, end) }
      if let end = after(anyOf: Self.roads, at: index + length), isFree(end - 1) { return (.road, end) }
      if let end = after(anyOf: Self.estates, at: index + length), isFree(end - 1) { return (.estate, end) }
    }
    return nil
  }

  private func number(at index: Int) -> (Part, Int)? {
    var end = index
    while isNumber(end), end - index < 6 { end += 1 }
    if let home = after(anyOf: Self.homes, at: end) { return (.number(isHome: true), home) }
    guard self[end] == "号" else { return nil }
    // 3号链接: a product.
    let isProduct = after(anyOf: Self.products, at: end + 1) != nil
    return isProduct ? nil : (.number(isHome: false), end + 1)
  }

  private func isNumber(_ index: Int) -> Bool {
    guard let scalar = self[index], isFree(index) else { return false }
    return isDigit(index) || (isLetter(index) && !isLetter(index - 1) && !isLetter(index + 1))
      || ((scalar == "-" || scalar == "#") && isDigit(index - 1))
  }

  private func isAddress(_ parts: [Part]) -> Bool {
    var regions = 0
    var homes = 0
    for (index, part) in parts.enumerated() {
      switch part {
      case .region: regions += 1
      case .road: if index + 1 < parts.count, case .number = parts[index + 1] { return true }
      case .estate: if index + 1 < parts.count, case .number(true) = parts[index + 1] { return true }
      case .number(let isHome): homes += isHome ? 1 : 0
      }
    }
    return homes >= 2 || regions >= 3
  }

  /// `…3栋2单元501` ends in a bare room, `…100号3-2-501` in a chain of them.
  private func room(after index: Int, _ parts: [Part]) -> Int {
    guard case .number? = parts.last else { return index }
    var end = index
    while isNumber(end) { end += 1 }
    return after(anyOf: Self.rooms, at: end) ?? end
  }
}
