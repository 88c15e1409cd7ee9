import Fixtures
import Tables
import Testing

@Suite struct `Writing CSV` {
  @Test func `starts with a mark and ends lines with CRLF`() {
    var csv = CSVWriter()
    csv.row(["标题", "值"])
    csv.row([.text("a,\"b\"\nc"), .number(12.5), .int(3), .empty, .number(231_182), .number(-4)])
    #expect(csv.bytes == [0xEF, 0xBB, 0xBF] + Array("标题,值\r\n\"a,\"\"b\"\"\nc\",12.5,3,,231182,-4\r\n".utf8))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\0x", "＝1", "＋1", "－1", "＠x", " =1", "　=1", "\n=1"])
  func `words that would start a formula are shielded, and come back without the shield`(text: String) throws {
    var csv = CSVWriter()
    csv.row([text, "x"])
    let body = String(decoding: csv.bytes.dropFirst(3), as: UTF8.self)
    #expect(body.hasPrefix("'") || body.hasPrefix("\"'"))
  }

  @Test(arguments: [
    "1-2", "3/12", "2026-03-12", "00123", "1E5", "1e-5", "1234567890123456789", "12:30", "12:30 PM", "5 a", "3", "12.5",
    "1,234", "50%", "¥12", "￥12", "$5", "(1)", "1 1/2", "3-Mar", "March 2026", "Sept 3", "Thu 3", "2026年3月12日",
    "上午9:30",
    "12时30分", "１２", "１／２", "−5", "2026-03-12T20:00:00Z", " 12 ", "TRUE", "false",
  ])
  func `words that would become a date or a number are shielded`(text: String) {
    #expect(Self.written(text) == (text.hasPrefix(" ") || text.contains(",") ? "\"'\(text)\"" : "'\(text)"))
  }

  @Test(arguments: [
    "", "羊绒", "3号链接", "A1", "E5", "P3", "12.58元", "3分钟", "v1.2", "may", "am", "e", "true story", "1-2 件", "'", "it's",
    "1x", "t", "/", ".",
  ])
  func `other words stay as they are`(text: String) {
    #expect(Self.written(text) == text)
  }

  @Test func `what is ours may be a date or a number`() {
    var csv = CSVWriter()
    csv.row([.date("2026-03-12"), .int(3), .number(-0.5)])
    #expect(String(decoding: csv.bytes.dropFirst(3), as: UTF8.self) == "2026-03-12,3,-0.5\r\n")
  }

  @Test func `the words of a cell come back without the shield, whatever they are`() throws {
    let seed: UInt64 = 1_904
    var random = Dice(seed: seed)
    let pieces = [
      "'", "'", "=", "-", "+", "1", "00", "/", ":", ".", "e", "E", "Mar", "羊", "月", "＝", "１", "x", "am", ",", "\"",
    ]
    for _ in 0..<1_000 {
      let text = (0..<1 + random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
      // What is out of `="…"` has been in no text of ours, and what says "no value" is none.
      if Cell(text).isNull || Cell(text).trimmed != text { continue }
      var csv = CSVWriter()
      csv.row(["x", "y"])
      csv.row([text, "羊"])
      let cell = try #require(try Table(reading: csv.bytes).rows.first).cells[0]
      #expect(cell.text == text, "seed \(seed)")
    }
  }

  private static func written(_ text: String) -> String {
    var csv = CSVWriter()
    csv.row([text])
    return String(decoding: csv.bytes.dropFirst(3).dropLast(2), as: UTF8.self)
  }

  @Test func `what is written reads back`() throws {
    let seed: UInt64 = 4180
    var random = Dice(seed: seed)
    let pieces = ["羊", ",", "\"", "\n", "\r\n", ";", "\t", "=", "-", "3号", "a", "'"]
    for _ in 0..<2_000 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in "x" + (0..<random.below(6)).map { _ in pieces[random.below(pieces.count)] }.joined() + "x" }
      }
      var csv = CSVWriter()
      csv.row(["x", "y", "z"])
      for row in rows { csv.row(row) }
      let table = try Table(reading: csv.bytes)
      #expect(table.rows.map { $0.cells.map(\.raw) } == rows, "seed \(seed)")
    }
  }
}
