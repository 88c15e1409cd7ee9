public import Tables

/// Reads shows and their numbers: the platform's list (many rows) and its summary (one), and hand-kept books.
public enum ShowImport {
  /// Every row must say when its show began.
  /// - Parameter mapping: what the team decided columns to mean, by `ColumnHeader.key`; it overrules the names known.
  /// - Parameter zone: seconds ahead of UTC.
  /// - Parameter asks: what is missing of the columns that such a file must have is asked for (`Doubt.unmapped`) and no
  ///   reason to refuse it.
  public static func list(
    _ table: Table, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai, asks: Bool = false
  ) throws(TableFault) -> Import<[ShowRow]> {
    var file = ShowFile(table, mapping, zone)
    guard file.hasMetrics, file.hasStart else { return try file.reader.unmapped([], asks) }
    if file.isProductList { file.reader.doubts.append(.productList) }
    let shows = file.isProductList ? [] : file.shows(needsStart: true)
    return file.reader.result(shows, accepted: shows.count)
  }

  /// A row without a start is the show at hand. Of a list of products the line that adds them up is.
  /// `ShowChoice` says which of several rows is the show at hand.
  public static func summary(_ table: Table, mapping: ColumnMapping = [:], zone: Int = CivilTime.shanghai)
    throws(TableFault) -> Import<[ShowRow]>
  {
    var file = file(table, mapping, zone)
    guard file.isRecognised else { throw .unrecognised }
    let shows = shows(&file)
    return file.reader.result(shows, accepted: shows.count)
  }

  /// As `summary`, and of its rows the one that is the show at hand, if it can be told: the content has that one, and its
  /// cells are shown first; or all that come into question and the doubt that says why.
  ///
  /// - Parameter row: the one that somebody chose, counted over all rows.
  /// - Parameter asks: as of a `list`.
  public static func summary(
    _ table: Table, of show: PlannedShow, row: Int? = nil, mapping: ColumnMapping = [:],
    zone: Int = CivilTime.shanghai, asks: Bool = false
  ) throws(TableFault) -> Import<[ShowRow]> {
    var file = file(table, mapping, zone)
    guard file.isRecognised else { return try file.reader.unmapped([], asks) }
    var shows = shows(&file)
    let chosen = row.flatMap { shows.indices.contains($0) ? ShowChoice.row($0) : nil }
    switch chosen ?? ShowChoice(among: shows, of: show, zone: zone) {
    case .none: break
    case .row(let index):
      shows = [shows[index]]
      file.lead(with: shows[0].line)
    case .several(let indices):
      shows = indices.map { shows[$0] }
      file.reader.doubts.append(.severalShows)
    case .otherDay: file.reader.doubts.append(.otherDay)
    }
    return file.reader.result(shows, accepted: shows.count)
  }

  /// The table as it stands, or turned where more of it is understood that way.
  private static func file(_ table: Table, _ mapping: ColumnMapping, _ zone: Int) -> ShowFile {
    let file = ShowFile(table, mapping, zone)
    guard let turned = table.turned() else { return file }
    let other = ShowFile(turned, mapping, zone)
    let isMore = other.isRecognised && other.understood > file.understood
    let isAsMuch = other.isRecognised == file.isRecognised && other.understood == file.understood
    return isMore || (isAsMuch && table.hasValueAsHeader) ? other : file
  }

  private static func shows(_ file: inout ShowFile) -> [ShowRow] {
    let shows = file.isProductList ? file.total() : file.shows(needsStart: false)
    if shows.isEmpty, file.isProductList {
      file.reader.doubts.append(.productList)
    } else if file.hasTotalsOnly, !file.isProductList {
      file.reader.doubts.append(.totalsOnly)
    }
    return shows
  }
}
