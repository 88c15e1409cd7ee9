import Fixtures
import Tables
import Testing

@testable import Service

@Suite struct `A file that is uploaded` {
  @Test func `is the same tables as XLS and as XLSX, and says which it is`() throws {
    let old = try TableFile(Sample.bytes("workbooks/douyin-show.xls")).sheets
    let new = try TableFile(Sample.bytes("douyin-show.xlsx")).sheets
    #expect(old.map(\.name) == new.map(\.name) && old.map(\.table.rows) == new.map(\.table.rows))
    #expect(old.allSatisfy { $0.table.encoding == .oldWorkbook } && new.allSatisfy { $0.table.encoding == .workbook })
  }

  @Test(arguments: ["excel-95.xls", "formats.xls"])
  func `is refused as a workbook that cannot be read, where it is too old or breaks off`(name: String) throws {
    let bytes = try Sample.bytes("workbooks/\(name)")
    #expect(throws: TableFault.spreadsheet) { try TableFile(Array(bytes.prefix(20_000))) }
  }
}
