import Fixtures
import Metrics
import Tables
import Testing
import Workbooks

@Suite struct `A workbook of Excel 97 to 2003` {
  private func cells(_ book: OldBookWriter) throws -> [[String]] {
    try Workbook(reading: book.bytes).sheets.flatMap { $0.rows.map(\.cells) }
  }

  /// The XLS files were written from the same content as the XLSX files: `formats` by xlwt and openpyxl, and
  /// `douyin-show` by Gnumeric from the other.
  @Test(arguments: [
    ("workbooks/formats.xls", "workbooks/formats.xlsx"), ("workbooks/douyin-show.xls", "douyin-show.xlsx"),
  ])
  func `is read as the XLSX file of the same content`(old: String, new: String) throws {
    let (old, new) = (try Workbook(reading: Sample.bytes(old)), try Workbook(reading: Sample.bytes(new)))
    #expect(old.format == .xls && new.format == .xlsx)
    #expect(old.sheets.map(\.name) == new.sheets.map(\.name))
    #expect(old.sheets.map(\.isHidden) == new.sheets.map(\.isHidden))
    #expect(old.sheets.map(\.rows) == new.sheets.map(\.rows))
  }

  /// Streams of less than 4 KB lie in small sectors, within another stream.
  @Test func `is read however small it is`() throws {
    #expect(
      try Workbook(reading: Sample.bytes("workbooks/small.xls")).sheets.map { $0.rows.map(\.cells) } == [
        [["x"], ["5"]]
      ])
  }

  @Test func `makes one show of its sheets`() throws {
    let sheets = try Workbook(reading: Sample.bytes("workbooks/douyin-show.xls")).sheets.map { sheet in
      Sheet(name: sheet.name, table: try Table(rows: sheet.rows.map { ($0.line, $0.cells) }, of: .oldWorkbook))
    }
    let all = try ShowImport.summary(sheets, of: PlannedShow(start: 1_773_316_800_000, title: nil))
    let row = try #require(all.file.content.first)
    #expect(row.readings["gmv"] == 231_182 && row.readings["watch_uv"] == 11967)
    #expect(row.readings["avg_watch_sec"] == 169 && row.readings["interact_rate"] == 0.0583)
    #expect(all.file.encoding == .oldWorkbook && all.left.isEmpty)
  }

  @Test func `has numbers of every kind, and the results of formulas`() throws {
    let short = { (bits: UInt64) in OldBookWriter.short(0) + OldBookWriter.little(bits, 4) }
    var records: [OldBookWriter.Record] = [
      OldBookWriter.number(1, 0, 0.0583, style: 1), OldBookWriter.number(1, 1, .nan),
      // 5, 1.23, -3, and 0.5 in its upper half.
      (
        0xBD,
        OldBookWriter.short(1) + OldBookWriter.short(0) + short(5 << 2 | 2) + short(123 << 2 | 3)
          + short(0xFFFF_FFF4 | 2) + short(0x3FE0_0000) + OldBookWriter.short(3)
      ), (0x205, OldBookWriter.short(2) + OldBookWriter.short(0) + OldBookWriter.short(0) + [1, 0]),
      (0x205, OldBookWriter.short(2) + OldBookWriter.short(1) + OldBookWriter.short(0) + [7, 1]),
    ]
    records += OldBookWriter.formula(4, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF], text: "开播!")
    records += OldBookWriter.formula(4, 1, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF])
    records += OldBookWriter.formula(4, 2, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF])
    records += OldBookWriter.formula(4, 3, OldBookWriter.little((2.5).bitPattern, 8))
    // An empty text.
    records += OldBookWriter.formula(4, 4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    var book = OldBookWriter(records)
    book.contents = [OldBookWriter.style(0), OldBookWriter.style(10)]
    #expect(
      try cells(book) == [
        ["5.83%", "#NUM!"], ["5", "1.23", "-3", "0.5"], ["TRUE", "#DIV/0!"], ["开播!", "TRUE", "#N/A", "2.5"],
      ])
  }

  @Test func `counts its days from 1904 where it says so, and spells its formats`() throws {
    var book = OldBookWriter([OldBookWriter.number(1, 0, 44631.5), OldBookWriter.number(1, 1, 12, style: 1)])
    book.contents = [
      (0x22, [1, 0]), OldBookWriter.format(164, "yyyy/m/d h:mm"), OldBookWriter.format(165, "\"€\"0"),
      OldBookWriter.style(164), OldBookWriter.style(165),
    ]
    #expect(try cells(book) == [["2026-03-12 12:00:00", "€12"]])
  }

  @Test func `has words that change their width where a record is continued`() throws {
    let run = OldBookWriter.short(1) + [0, 0, 0, 0]
    let first =
      OldBookWriter.little(3, 4) + OldBookWriter.little(3, 4) + OldBookWriter.short(4) + [0] + Array("ab".utf8)
    // The rest of the first in two bytes a character, then one with a run and two bytes of how it is pronounced.
    let second = OldBookWriter.wide("汉字") + OldBookWriter.short(1) + [0x0D] + run.prefix(2) + OldBookWriter.little(2, 4)
    let third: [UInt8] = [1] + OldBookWriter.short(0x6C49) + [0, 0, 0, 0, 9, 9] + OldBookWriter.short(1) + [0, 0]
    var book = OldBookWriter((0..<3).map { OldBookWriter.shared(1, $0, $0) })
    book.contents = [(0xFC, first), (0x3C, second), (0x3C, third)]
    #expect(try cells(book) == [["ab汉字", "汉", "\u{FFFD}"]])
  }

  @Test func `has its hidden sheets named and not read, and merged cells empty but for the first`() throws {
    var book = OldBookWriter((1...2).flatMap { line in (0...2).map { OldBookWriter.number(line, $0, 1) } })
    book.sheets[0].records.append((0xE5, [1, 0, 0, 0, 1, 0, 1, 0, 2, 0]))
    book.sheets.append(("藏", 2, [OldBookWriter.number(1, 0, 1)]))
    let sheets = try Workbook(reading: book.bytes).sheets
    #expect(sheets.map(\.isHidden) == [false, true] && sheets.map(\.rows.count) == [2, 0])
    #expect(sheets[0].rows.map(\.cells) == [["1", "1", ""], ["1", "", ""]])
  }
}
