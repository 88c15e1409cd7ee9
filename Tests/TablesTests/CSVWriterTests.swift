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
