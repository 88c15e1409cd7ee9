public import Tables

/// Reads shows and their numbers: the platform's list (many rows) and its summary (one), and hand-kept books.
public enum ShowImport {
  /// Every row must say when its show began.
  /// - Parameter mapping: what the team decided columns to mean, by `ColumnHeader.key`; it overrules the names known.
  /// - Parameter zone: seconds ahead of UTC.
  public static func list(_ table: Table, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<[ShowRow]>
  {
    var file = ShowFile(table, mapping, zone)
    guard file.hasMetrics, file.hasStart else { throw .unrecognised }
    if file.isProductList { file.reader.doubts.append(.productList) }
    let shows = file.isProductList ? [] : file.shows(needsStart: true)
    return file.reader.result(shows, accepted: shows.count)
  }

  /// A row without a start is the show at hand. Of a list of products the line that adds them up is.
  /// `ShowChoice` says which of several rows is the show at hand.
  public static func summary(_ table: Table, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<[ShowRow]>
  {
    var file = ShowFile(table, mapping, zone)
    if let turned = table.turned() {
      let other = ShowFile(turned, mapping, zone)
      if other.isRecognised, other.understood > file.understood { file = other }
    }
    guard file.isRecognised else { throw .unrecognised }
    let shows = file.isProductList ? file.total() : file.shows(needsStart: false)
    if shows.isEmpty, file.isProductList {
      file.reader.doubts.append(.productList)
    } else if file.hasTotalsOnly, !file.isProductList {
      file.reader.doubts.append(.totalsOnly)
    }
    return file.reader.result(shows, accepted: shows.count)
  }

  /// As `summary`, and of its rows the one that is the show at hand, if it can be told: the content has that one, or all
  /// that come into question and the doubt that says why.
  ///
  /// - Parameter row: the one that somebody chose, counted over all rows.
  public static func summary(
    _ table: Table, of show: PlannedShow, row: Int? = nil, mapping: ColumnMapping = [:],
    zone: Int = CivilTime.shanghai
  ) throws(TableFault) -> Import<[ShowRow]> {
    let all = try summary(table, mapping: mapping, zone: zone)
    if let row, all.content.indices.contains(row) { return all.with([all.content[row]]) }
    switch ShowChoice(among: all.content, of: show, zone: zone) {
    case .none: return all
    case .row(let index): return all.with([all.content[index]])
    case .several(let indices): return all.with(indices.map { all.content[$0] }, .severalShows)
    case .otherDay: return all.with(all.content, .otherDay)
    }
  }
}

extension Import<[ShowRow]> {
  fileprivate func with(_ shows: [ShowRow], _ doubt: Doubt? = nil) -> Import {
    Import(
      content: shows, encoding: encoding, rows: rows, accepted: shows.count, columns: columns, platform: platform,
      left: left, doubts: doubts + (doubt.map { [$0] } ?? []), problems: problems)
  }
}
