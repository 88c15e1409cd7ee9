import Metrics
import Tables
import Workbooks

/// A file as it was uploaded: text is one table, a workbook one for each sheet. Pure: runs on any thread.
struct TableFile {
  /// The one of a text has no name.
  let sheets: [Sheet]
  /// Sheets that are no tables: hidden, or of more rows and columns than are read. Empty ones go without saying.
  private let unread: [String]

  /// Bytes of text; a workbook has limits of its own.
  private static let longest = 8 << 20

  init(_ bytes: [UInt8]) throws(TableFault) {
    guard Workbook.isLikely(bytes) else {
      guard bytes.count <= Self.longest else { throw .tooBig }
      sheets = [Sheet(name: "", table: try Table(reading: bytes))]
      unread = []
      return
    }
    var sheets: [Sheet] = []
    var unread: [String] = []
    var fault = TableFault.empty
    let workbook = try Self.workbook(bytes)
    let encoding: TextEncoding = workbook.format == .xls ? .oldWorkbook : .workbook
    for sheet in workbook.sheets {
      do throws(TableFault) {
        let rows = sheet.rows.lazy.map { (line: $0.line, cells: $0.cells) }
        sheets.append(Sheet(name: sheet.name, table: try Table(rows: rows, of: encoding)))
      } catch {
        if sheet.isHidden || error != .empty { unread.append(sheet.name) }
        if error != .empty { fault = error }
      }
    }
    if sheets.isEmpty { throw fault }
    self.sheets = sheets
    self.unread = unread
  }

  private static func workbook(_ bytes: [UInt8]) throws(TableFault) -> Workbook {
    do {
      return try Workbook(reading: bytes)
    } catch .tooBig {
      throw .tooBig
    } catch {
      throw .spreadsheet
    }
  }

  /// The show at hand as all sheets tell it.
  func summary(of show: PlannedShow) throws(TableFault) -> SheetsImport<[ShowRow]> {
    guard sheets.count > 1 else {
      return SheetsImport(file: try ShowImport.summary(sheets[0].table, of: show), left: unread)
    }
    let all = try ShowImport.summary(sheets, of: show)
    return SheetsImport(file: all.file, left: all.left + unread)
  }

  /// What comes of the first sheet that is recognised and not doubted, or else of the first that is recognised.
  func first<Content>(
    _ read: (Table) throws(TableFault) -> Import<Content>
  ) throws(TableFault) -> SheetsImport<Content> {
    var doubted: (index: Int, file: Import<Content>)?
    var fault: TableFault?
    for (index, sheet) in sheets.enumerated() {
      do throws(TableFault) {
        let file = try read(sheet.table)
        if file.doubts.isEmpty { return SheetsImport(file: file, left: others(than: index)) }
        if doubted == nil { doubted = (index, file) }
      } catch {
        if fault == nil { fault = error }
      }
    }
    guard let doubted else { throw fault ?? .empty }
    return SheetsImport(file: doubted.file, left: others(than: doubted.index))
  }

  private func others(than index: Int) -> [String] {
    sheets.indices.filter { $0 != index }.map { sheets[$0].name } + unread
  }
}
