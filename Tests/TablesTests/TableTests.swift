import Fixtures
import Tables
import Testing

@Suite struct `Reading a table` {
  @Test func `every sample file is understood`() throws {
    let list = try Table(reading: Sample.bytes("channels-show-list.csv"))
    #expect(list.encoding == .utf8WithMark && list.delimiter == .comma)
    #expect(list.headers.count == 23 && list.rows.count == 11 && list.problems.isEmpty)
    #expect(list.headers[0].key == "直播主题" && list.rows[0].line == 2)
    let summary = try Table(reading: Sample.bytes("channels-show.csv"))
    #expect(summary.rows.count == 1 && summary.rows[0].cells[18].raw == "¥231,182.00")
    let questions = try Table(reading: Sample.bytes("questions.csv"))
    #expect(questions.rows.count == 86 && questions.problems.isEmpty)
  }

  @Test func `the same trend in two encodings is the same table`() throws {
    let utf8 = try Table(reading: Sample.bytes("channels-trend.csv"))
    let gb18030 = try Table(reading: Sample.bytes("channels-trend-gb18030.csv"))
    #expect(utf8.encoding == .utf8WithMark && gb18030.encoding == .gb18030)
    #expect(utf8.rows == gb18030.rows && utf8.headers == gb18030.headers && utf8.rows.count > 250)
  }

  @Test func `the hand-kept book has its two header rows joined and its dates filled`() throws {
    let book = try Table(reading: Sample.bytes("handbook.tsv"))
    #expect(book.delimiter == .tab)
    #expect(
      book.headers.map(\.key) == ["日期", "直播名称", "曝光", "场观", "平均在线", "评论", "新增关注", "订单数", "成交金额", "客单价", "备注"])
    #expect(book.headers[2].unit == .tenThousand && book.headers[3].unit == .people && book.headers[9].unit == .yuan)
    #expect(book.rows.count == 10 && book.rows[1].cells[0].raw == "2026/03/03")
    #expect(try book.rows[0].cells[3].number() == Quantity(11674))
  }

  @Test func `quotes hold delimiters, line ends and quotes`() throws {
    let table = try Table(pasted: "a,b\r\n\"x,\"\"y\"\"\nz\",2\r\n\"q\"tail,3\r\n")
    #expect(table.rows.map { $0.cells.map(\.raw) } == [["x,\"y\"\nz", "2"], ["\"q\"tail", "3"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func `a quote that never closes takes nothing with it`() throws {
    let table = try Table(pasted: "a,b\n\"x,1\ny,2\n")
    #expect(table.rows.map { $0.cells.map(\.raw) } == [["\"x", "1"], ["y", "2"]])
    #expect(table.problems == [Problem(line: 2, why: .unclosedQuote)])
  }

  @Test(arguments: [
    ("a\tb\tc\n1,5\t2\t3", Delimiter.tab), ("a;b;c\n1;2;3", .semicolon), ("a,b\n\"1;2;3;4\",2", .comma),
    ("a\n1", .comma),
  ])
  func `the delimiter is found`(text: String, delimiter: Delimiter) throws {
    #expect(try Table(pasted: text).delimiter == delimiter)
  }

  @Test func `banners, blank lines, short rows and trailing empties are taken in stride`() throws {
    let table = try Table(pasted: "直播数据明细,,\n\n时间,在线人数,,\n2026-03-12 20:01,318,,\n,,\n2026-03-12 20:02\n")
    #expect(table.headers.map(\.key) == ["时间", "在线人数"])
    #expect(table.rows.map { $0.cells.map(\.raw) } == [["2026-03-12 20:01", "318"], ["2026-03-12 20:02", ""]])
    #expect(table.problems.isEmpty)
  }

  @Test func `a cell beyond the header is reported and the row is kept`() throws {
    let table = try Table(pasted: "a,b\n1,2,3\n")
    #expect(table.rows.count == 1)
    #expect(table.problems == [Problem(line: 2, column: 3, why: .extraCell, raw: "3")])
  }

  @Test func `brackets hold a unit, or a part of the name`() {
    let exposure = ColumnHeader(" 曝 光（万）")
    #expect(exposure.raw == "曝 光（万）" && exposure.key == "曝光" && exposure.unit == .tenThousand)
    #expect(ColumnHeader("成交金额(元)").key == "成交金额" && ColumnHeader("成交金额(元)").unit == .yuan)
    #expect(ColumnHeader("商品点击(人数)").key == "商品点击(人数)" && ColumnHeader("商品点击（次数）").unit == nil)
    #expect(ColumnHeader("\u{FEFF}GMV\u{A0}").key == "gmv")
  }

  @Test func `files that are no table are named as what they are`() throws {
    #expect(throws: TableFault.empty) { try Table(reading: []) }
    #expect(throws: TableFault.empty) { try Table(reading: Array("\u{FEFF}\n,,\n".utf8)) }
    #expect(throws: TableFault.spreadsheet) { try Table(reading: Sample.bytes("douyin-show.xlsx")) }
    #expect(throws: TableFault.notText) { try Table(reading: [0x61, 0x00, 0x62]) }
    #expect(throws: TableFault.notText) { try Table(reading: (0..<9).flatMap { _ in Array(UInt8.min...UInt8.max) }) }
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for zeros in 99...100 {
      #expect(throws: TableFault.notText) { try Table(reading: picture + Array(repeating: 0, count: zeros)) }
    }
    #expect(throws: TableFault.notText) { try Table(reading: [0x61, 0xFF, 0xFF]) }
    #expect(throws: TableFault.tooBig) { try Table(pasted: String(repeating: ",a", count: 300)) }
  }

  @Test func `bytes that are broken after a mark spoil their cell only`() throws {
    let table = try Table(reading: [0xEF, 0xBB, 0xBF] + Array("a,b\n1,".utf8) + [0xFF] + Array("\n2,3\n".utf8))
    #expect(table.rows.count == 2)
    #expect(table.problems.map(\.why) == [.brokenText] && table.problems[0].line == 2 && table.problems[0].column == 2)
  }

  @Test func `whatever the bytes, reading ends in a table or a fault`() throws {
    let seed: UInt64 = 26_0312
    var random = Dice(seed: seed)
    let pieces = [
      "\"", ",", "\t", ";", "\r", "\n", "\r\n", "万", "2026-03-12", "1.5", "-", "’", "a", " ", "\u{FEFF}", "%",
    ]
    for _ in 0..<5_000 {
      let text = (0..<random.below(60)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let table = try? Table(pasted: text) else { continue }
      for row in table.rows {
        #expect(row.cells.count == table.headers.count, "seed \(seed): \(text)")
        for cell in row.cells {
          _ = (try? cell.number(), try? cell.duration(), try? cell.moment(), try? cell.interval())
        }
      }
    }
  }
}
