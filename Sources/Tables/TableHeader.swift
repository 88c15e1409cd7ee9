/// Finds the header among a table's first records.
struct TableHeader {
  let columns: [ColumnHeader]
  /// How many records stand above the data, banners included.
  let records: Int
  /// Two rows: groups, merged over several columns, above names.
  let hasGroups: Bool

  init?(of all: [TableRow]) {
    var index = 0
    // A banner is a line with a single cell filled above a line with several.
    while index + 1 < all.count, Self.filled(all[index]) == 1, Self.filled(all[index + 1]) > 1 { index += 1 }
    guard index < all.count else { return nil }
    let upper = all[index].cells
    hasGroups = Self.areGroups(all.dropFirst(index))
    records = index + (hasGroups ? 2 : 1)
    let names = hasGroups ? Self.joined(upper, all[index + 1].cells) : upper
    let last = names.lastIndex { !Cell($0).trimmed.isEmpty } ?? 0
    columns = names[...last].map { ColumnHeader($0) }
  }

  private static func filled(_ record: TableRow) -> Int { record.cells.count { !Cell($0).trimmed.isEmpty } }

  /// The first row has holes, the second names something below one of them, and only the third holds values.
  private static func areGroups(_ records: ArraySlice<TableRow>) -> Bool {
    guard records.count >= 3 else { return false }
    let upper = records[records.startIndex].cells
    let lower = records[records.startIndex + 1].cells
    let values = records[records.startIndex + 2].cells
    let last = upper.lastIndex { !Cell($0).trimmed.isEmpty } ?? 0
    let isUnderHole = lower.indices.contains { index in
      index <= last && index < upper.count && Cell(upper[index]).trimmed.isEmpty && !Cell(lower[index]).trimmed.isEmpty
    }
    return isUnderHole && (upper + lower).allSatisfy { Cell($0).isNull || isName($0) }
      && values.contains { !Cell($0).isNull && !isName($0) }
  }

  /// Words, neither number, date, duration nor ratio.
  private static func isName(_ text: String) -> Bool {
    let cell = Cell(text)
    return (try? cell.number()) == nil && (try? cell.moment()) == nil && (try? cell.duration()) == nil
      && (try? cell.ratio(.percent)) == nil
  }

  /// Each column's name, or its group's where it has none of its own; both where the name alone is not unique.
  private static func joined(_ groups: [String], _ names: [String]) -> [String] {
    var group = ""
    return (0..<max(groups.count, names.count)).map { index in
      let upper = index < groups.count ? Cell(groups[index]).trimmed : ""
      let name = index < names.count ? Cell(names[index]).trimmed : ""
      if !upper.isEmpty { group = upper }
      if name.isEmpty { return upper }
      return names.count { Cell($0).trimmed == name } > 1 ? group + name : name
    }
  }
}
