import Fixtures
import Tables
import Testing
import Workbooks

@Suite struct `A workbook's cells` {
  private func cells(_ book: BookWriter) throws -> [[String]] {
    try Workbook(reading: book.bytes).sheets.flatMap { $0.rows.map(\.cells) }
  }

  @Test(arguments: [
    (["1", "2", "2"], [1, 2, 3]), (["1", "5", "4", ""], [1, 5, 6, 7]), (["1", "1", "9"], [1, 2, 9]),
    (["", "", "3"], [1, 2, 3]),
  ])
  func `stand in lines that rise, whatever their rows say`(told: [String], lines: [Int]) throws {
    let rows = told.map { "<row\($0.isEmpty ? "" : " r=\"\($0)\"")><c><v>1</v></c></row>" }
    let sheets = try Workbook(reading: BookWriter(rows: rows.joined()).bytes).sheets
    #expect(sheets[0].rows.map(\.line) == lines)
  }

  @Test func `stand in no line behind the last that there is`() {
    #expect(throws: WorkbookFault.damaged) {
      try Workbook(reading: BookWriter(rows: "<row r=\"1048576\"/><row/>").bytes)
    }
  }

  /// Each value in a row of its own, by a format of its own.
  private func shown(_ values: [(value: String, format: String)], _ properties: String = "") throws -> [String] {
    var book = BookWriter(
      rows: values.enumerated().map { "<row><c s=\"\($0)\"><v>\($1.value)</v></c></row>" }.joined())
    var own = ""
    var used = ""
    for (index, (_, format)) in values.enumerated() {
      let id = Int(format) ?? 164 + index
      if Int(format) == nil { own += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(format)\"/>" }
      used += "<xf numFmtId=\"\(id)\"/>"
    }
    book.styles =
      "<numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>\(used)</cellXfs>"
    book.properties = properties
    return try cells(book).map { $0[0] }
  }

  @Test func `are dates, times and durations by their format`() throws {
    let right = [
      ("46093.832", "22", "2026-03-12 19:58:05"), ("46093", "14", "2026-03-12"), ("46093", "22", "2026-03-12 00:00:00"),
      ("46093.5", "14", "2026-03-12 12:00:00"), ("46093", "31", "2026-03-12"), ("0.832", "20", "19:58:05"),
      ("46093.832", "20", "2026-03-12 19:58:05"), ("0.00237268518518519", "45", "0:03:25"),
      ("1.17638888888889", "46", "28:14:00"), ("0.176388888888889", "[h]:mm:ss", "4:14:00"),
      ("46093.832", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm;@", "2026-03-12 19:58:05"),
      ("46093", "yyyy\\-mm\\-dd", "2026-03-12"), ("0.832", "[$-409]h:mm AM/PM", "19:58:05"),
      ("46081", "14", "2026-02-28"), ("46082", "14", "2026-03-01"), ("45351", "14", "2024-02-29"),
    ]
    #expect(try shown(right.map { ($0.0, $0.1) }) == right.map(\.2))
  }

  @Test func `are numbers as they are shown, and no dates for a word in the format`() throws {
    let right = [
      ("0.35099999999999998", "0", "0.351"), ("2.3118200000000001E5", "4", "231182"), ("0.0583", "10", "5.83%"),
      ("0.0583", "0.0%", "5.83%"), ("12.5", "0.0&quot;days&quot;", "12.5"), ("3", "[Red]0", "3"),
      ("3", "General", "3"), ("12", "#,##0\\d", "12"), ("-5", "14", "-5"), ("1E-7", "0", "0.0000001"),
      ("7.6584839201746502E+18", "0", "7658483920174650000"), ("99999999", "14", "99999999"), ("x", "14", "x"),
    ]
    let got = try shown(right.map { ($0.0, $0.1) })
    for (index, line) in right.enumerated() where index != 10 { #expect(got[index] == line.2) }
    #expect(got[10].hasPrefix("765848392017465") && got[10].count == 19)
  }

  @Test func `are money and multiples as they are shown, and never another country's as yuan`() throws {
    let right = [
      ("231182.5", "[$$-409]#,##0.00", "$231182.5"), ("40", "&quot;$&quot;#,##0", "$40"), ("40", "$#,##0", "$40"),
      ("-5", "[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00", "-$5"), ("12.5", "#,##0.00 [$€-2]", "12.5€"),
      ("48000", "[$Rp-421]#,##0", "Rp48000"), ("3000", "[$¥-411]#,##0", "JPY3000"), ("7", "&quot;US$&quot;0", "US$7"),
      ("7", "_ [$kr-41D]* #,##0.00_ ", "kr7"), ("7", "&quot;₹&quot;0", "₹7"), ("7", "[$USD] 0", "USD7"),
      ("231182.35", "[$¥-804]#,##0.00", "¥231182.35"), ("8", "_ &quot;¥&quot;* #,##0.00_ ", "¥8"), ("8", "￥0", "￥8"),
      ("23.1", "0.00&quot;万元&quot;", "23.1万元"), ("88.5", "#,##0.00&quot;元&quot;", "88.5元"),
      // Shown as 12.3万, 0.12百万 and 123.
      ("123456", "0\\.0,&quot;万&quot;", "12.3456万"), ("123456", "0!.0,&quot;万&quot;", "12.3456万"),
      ("123456", "[&gt;=10000]0\\.0,&quot;万&quot;;0", "12.3456万"), ("123456", "0.00,,&quot;百万&quot;", "0.123456百万"),
      ("123456", "#,##0,", "123.456"), ("123456", "#,##0,&quot;thousand&quot;", "123456"),
      ("12.5", "0.0&quot;days&quot;", "12.5"), ("3", "[$-804]General", "3"), ("3", "0.00E+00", "3"),
      ("3", "[DBNum1]0", "3"), ("2", "000\\.000", "2"),
      ("5", "&quot;(¥)&quot;0", "5"), ("5.8", "0.0&quot;%&quot;", "5.8%"), ("5.8", "0.0\\%", "5.8%"),
      ("5", "&quot;\(String(repeating: "¥", count: 600))&quot;0", "5"),
    ]
    let got = try shown(right.map { ($0.0, $0.1) })
    for (index, line) in right.enumerated() { #expect(got[index] == line.2, "\(line.1)") }
    for index in 0..<11 where ![8, 9].contains(index) {
      #expect(throws: CellFault.foreignCurrency) { try Cell(got[index]).number() }
    }
    // Nobody's that is known: a fault of another name, and not yuan either.
    for index in [8, 9] { #expect(throws: CellFault.notANumber) { try Cell(got[index]).number() } }
    let values = try got[11...18].map { try Cell($0).number()?.value }
    #expect(values == [231_182.35, 8, 8, 231_000, 88.5, 123_456, 123_456, 123_456])
  }

  @Test func `count their days from 1904 where the file says so`() throws {
    #expect(try shown([("44631.5", "22"), ("0.5", "20")], "date1904=\"1\"") == ["2026-03-12 12:00:00", "12:00:00"])
  }

  @Test func `are words: shared, in runs, within the cell, of formulas, without how they are pronounced`() throws {
    var book = BookWriter(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><r><t>场</t></r><r>
        <t xml:space="preserve">观 </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>
        <row r="4"><c r="A4" t="str"><f>A1&amp;"!"</f><v>开播!</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>\
        <c r="E4"><f>1+1</f><v>2</v></c><c r="F4"><f>1+2</f></c></row><row r="5"><c r="A5" s="0"/></row><row/>
        """)
    book.strings = "<si><t>开播</t><rPh sb=\"0\" eb=\"1\"><t>カイ</t></rPh></si><si><r><t>成交</t></r><r><t>金额</t></r></si>"
    let rows = try #require(try Workbook(reading: book.bytes).sheets.first).rows
    #expect(rows.map(\.line) == [1, 4])
    #expect(rows.map(\.cells) == [["开播", "成交金额", "", "场观 "], ["开播!", "TRUE", "#N/A", "", "2"]])
  }

  @Test func `have characters that XML cannot have as escapes`() throws {
    var book = BookWriter(
      rows: """
        <row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>\
        <c t="str"><v>_xD83D__xDE00_ _x12_ _xZZZZ_ _x000</v></c><c t="inlineStr"><is><t>a_x0000_b</t></is></c></row>
        """)
    book.strings = "<si><t>成交_x000D_\n金额_x005f_</t></si>"
    #expect(try cells(book) == [["成交\r\n金额_", "_x000D_", "😀 _x12_ _xZZZZ_ _x000", "a\u{FFFD}b"]])
  }

  @Test func `that are merged have their value in the first`() throws {
    let texts = { (texts: [String]) in texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() }
    let book = BookWriter(
      rows: "<row>\(texts(["日期", "流量", "流量"]))</row><row>\(texts(["日期", "曝光", "场观"]))</row>"
        + "<row>\(texts(["三月", "1", "2"]))</row>",
      after: ["A1:A2", "B1:C1", "B9:XFD1048576"].map { "<mergeCell ref=\"\($0)\"/>" }.joined())
    #expect(try cells(book) == [["日期", "流量", ""], ["", "曝光", "场观"], ["三月", "1", "2"]])
  }

  @Test func `are read whole however large they are, and however many`() throws {
    let long = String(repeating: "很", count: 500_000)
    var book = BookWriter(rows: "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>")
    book.add("二", rows: String(repeating: "<row><c><v>1.5</v></c><c r=\"C1\"><v>2</v></c></row>", count: 20_000))
    let sheets = try Workbook(reading: book.bytes).sheets
    #expect(sheets[0].rows.map(\.cells) == [[long]])
    #expect(sheets[1].rows.count == 20_000 && sheets[1].rows.allSatisfy { $0.cells == ["1.5", "", "2"] })
  }

  @Test func `of sheets that nobody sees are not read`() throws {
    var book = BookWriter(rows: "<row><c><v>1</v></c></row>")
    book.add("藏\" state=\"hidden", rows: "<row><c><v>1</v></c></row>")
    let sheets = try Workbook(reading: book.bytes).sheets
    #expect(sheets.map(\.isHidden) == [false, true] && sheets.map(\.rows.count) == [1, 0])
  }
}
