/// A column's name as the file has it, and as it is matched.
public struct ColumnHeader: Sendable, Equatable {
  public let raw: String
  /// Lower case, half-width brackets, without spaces, invisible marks, stars and the unit: what aliases are looked up by.
  public let key: String
  public let unit: Unit?
  /// The money that the header names in brackets, where it is not yuan.
  public let currency: Currency?
  /// What is written above it, over several columns: `成交` above `金额(元)`.
  public let group: String?

  /// `（万元）`, `【元】`, `(单位:秒)` and `/万元` at the end are units; `(人数)` and `(次数)` are part of the name.
  public init(_ raw: String, group: String? = nil) {
    self.group = group
    self.raw = Cell(raw).trimmed
    var key = Substring(Self.plain(Cell(raw).folded.lowercased()))
    let (name, said) = Self.parted(key)
    unit = said.flatMap { Unit(spelling: $0) }
    currency = unit == nil ? said.flatMap { Currency(sign: $0) } : nil
    if unit != nil || currency != nil { key = name }
    self.key = Self.unmarked(key)
  }

  /// With the group's name before its own, which alone may mean something else: `曝光人数` below `商品`.
  public var qualified: ColumnHeader? { group.map { ColumnHeader($0 + raw) } }

  /// With one kind of brackets.
  private static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x5B && $0 != 0x5D }) { return text }
    return String(
      text.map { character in
        switch character {
        case "【", "[", "〔", "「", "〖": "("
        case "】", "]", "〕", "」", "〗": ")"
        default: character
        }
      })
  }

  /// The name and what stands behind it in brackets or after a slash.
  private static func parted(_ text: Substring) -> (Substring, String?) {
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
      var said = text[text.index(after: open)...].dropLast()
      if said.hasPrefix("单位") { said = said.dropFirst(2).drop { $0 == ":" } }
      return (text[..<open], String(said))
    }
    if let slash = text.lastIndex(of: "/"), slash > text.startIndex {
      return (text[..<slash], String(text[text.index(after: slash)...]))
    }
    return (text, nil)
  }

  /// Without the stars and dots that mark a column as required or important, and without a colon behind it.
  private static func unmarked(_ text: Substring) -> String {
    var text = text.drop { "*※●★☆▲•".contains($0) }
    while let last = text.last, "*:※".contains(last), text.count > 1 { text = text.dropLast() }
    return String(text)
  }
}
