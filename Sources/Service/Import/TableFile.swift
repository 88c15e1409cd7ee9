import Tables
import Workbooks

/// A file as it was uploaded: text is one table, a workbook one for each sheet. Pure: runs on any thread.
struct TableFile {
  /// The one of a text has no name.
  let sheets: [Sheet]
  /// Sheets that are no tables: hidden, or of more rows and columns than are read. Empty ones go without saying.
  let unread: [String]

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
}
