/// Finds the header among a table's first records.
struct TableHeader {
  let columns: [ColumnHeader]
  /// The records above the header: a report's name, its period, who exported it.
  let banners: Int
  /// How many records stand above the data, banners included.
  let records: Int
  /// Two rows: groups, merged over several columns, above names.
  let hasGroups: Bool

  /// How many records a banner may have.
  private static let reach = 20

  init?(of all: [TableRow]) {
    guard !all.isEmpty else { return nil }
    banners = Self.banners(above: all)
    let upper = all[banners].cells
    hasGroups = Self.areGroups(all.dropFirst(banners))
    records = banners + (hasGroups ? 2 : 1)
    let names = hasGroups ? Self.joined(upper, all[banners + 1].cells) : upper.map { ColumnHeader($0) }
    let last = names.lastIndex { !$0.raw.isEmpty } ?? 0
    columns = Array(names[...last])
  }

  /// The header is the first record of names that is not far narrower than what follows it. Where there is none, the
  /// first with several cells is.
  private static func banners(above all: [TableRow]) -> Int {
    let near = all.prefix(reach)
    let widest = near.map(\.filled).max() ?? 0
    var first = 0
    while first + 1 < near.count, near[first].filled == 1, near[first + 1].filled > 1 || widest > 1 { first += 1 }
    let header = near.indices.dropFirst(first).first { index in
      isNames(near[index]) && (near[index].filled > 1 || widest == 1) && !isBanner(near, index)
    }
    guard let header, header != first else { return first }
    // Records with values above the names are a banner only where they are narrower than the names.
    return near[first..<header].allSatisfy { $0.filled < near[header].filled } ? header : first
  }

  /// Names above twice as many names, and no groups of them.
  private static func isBanner(_ near: ArraySlice<TableRow>, _ index: Int) -> Bool {
    guard index + 1 < near.count, isNames(near[index + 1]), near[index].filled * 2 <= near[index + 1].filled else {
      return false
    }
    return !areGroups(near[index...])
  }

  private static func isNames(_ record: TableRow) -> Bool { record.cells.allSatisfy { Cell($0).isNull || isName($0) } }

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
  static func isName(_ text: String) -> Bool {
    let cell = Cell(text)
    return (try? cell.number()) == nil && (try? cell.moment()) == nil && (try? cell.duration()) == nil
      && (try? cell.ratio(.percent)) == nil && (try? cell.interval()) == nil && cell.clock == nil
  }

  /// Each column's name, or its group's where it has none of its own; both where the name alone is not unique.
  private static func joined(_ groups: [String], _ names: [String]) -> [ColumnHeader] {
    var group = ""
    return (0..<max(groups.count, names.count)).map { index in
      let upper = index < groups.count ? Cell(groups[index]).trimmed : ""
      let name = index < names.count ? Cell(names[index]).trimmed : ""
      if !upper.isEmpty { group = upper }
      if name.isEmpty { return ColumnHeader(upper) }
      let isTwice = names.count { Cell($0).trimmed == name } > 1
      return isTwice ? ColumnHeader(group + name) : ColumnHeader(name, group: group.isEmpty ? nil : group)
    }
  }
}
