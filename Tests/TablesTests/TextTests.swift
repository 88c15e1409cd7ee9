import Fixtures
import Foundation
import Tables
import Testing

@Suite struct `The text of a file` {
  static let text = "直播主题,开播时间,成交金额\n晚场😀,2026-03-12 20:00,48312\n早场,2026-03-11 08:00,10\n"

  private static func units(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  @Test func `is the same in every encoding`() throws {
    let right = try Table(pasted: Self.text)
    let files: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), .utf8WithMark),
      ([0xFF, 0xFE] + Self.units(Self.text, isBig: false), .utf16LittleEndian),
      ([0xFE, 0xFF] + Self.units(Self.text, isBig: true), .utf16BigEndian),
      (Self.units(Self.text, isBig: false), .utf16LittleEndian), (Self.units(Self.text, isBig: true), .utf16BigEndian),
      (try Self.encoded(Self.text, 0x8000_0632), .gb18030),
    ]
    for (bytes, encoding) in files {
      let table = try Table(reading: bytes)
      #expect(table.encoding == encoding && table.rows == right.rows && table.headers == right.headers)
      #expect(table.problems.isEmpty)
    }
  }

  private static func encoded(_ text: String, _ code: UInt) throws -> [UInt8] {
    Array(try #require(text.data(using: String.Encoding(rawValue: code))))
  }

  @Test func `is Big5 where it can hardly be anything else, and doubted`() throws {
    let text = "時間,問題,暱稱\n20:01,請問這件開衫會縮水嗎,小滿\n20:02,現在還有庫存嗎,阿珍\n"
    let table = try Table(reading: Self.encoded(text, 0x8000_0A03))
    #expect(table.encoding == .big5 && table.rows[0].cells[1].raw == "請問這件開衫會縮水嗎")
    #expect(table.problems.map(\.why) == [.doubtfulText])
  }

  @Test func `is Latin-1 where single letters stand in words, and doubted`() throws {
    let table = try Table(reading: Self.encoded("Início,Duração\nMúsica e café,São João\n", 5))
    #expect(table.encoding == .latin1 && table.headers[0].raw == "Início" && table.rows[0].cells[1].raw == "São João")
    #expect(table.problems.map(\.why) == [.doubtfulText])
  }

  @Test(arguments: ["å¼€æ’­æ—¶é—´,a\n1,2\n", "Ö±²¥Ö÷Ìâ,¿ª²¥Ê±¼ä\n1,2\n"])
  func `that was read wrong before it came here is doubted`(text: String) throws {
    #expect(try Table(pasted: text).problems.map(\.why) == [.doubtfulText])
  }

  @Test(arguments: ["Duração,a\nção,2\n", "直播主题,“晚场”……\n1,2\n", "Größe,äöü\n1,2\n", "émigré,naïve\n1,2\n"])
  func `of other languages is not`(text: String) throws { #expect(try Table(pasted: text).problems.isEmpty) }

  @Test func `of simplified Chinese is never taken for Big5`() throws {
    for name in ["questions.csv", "issues.csv", "solutions.csv", "channels-show-list.csv", "markers.csv"] {
      let text = String(decoding: try Sample.bytes(name), as: UTF8.self)
      let table = try Table(reading: Self.encoded(text, 0x8000_0632))
      #expect(table.encoding == .gb18030 && table.problems.isEmpty, "\(name)")
    }
  }

  @Test func `of characters that GB18030 has no place for loses those alone`() throws {
    let unplaced: [UInt8] = [0xFE, 0x39, 0xFE, 0x39]
    let table = try Table(
      reading: Self.encoded("a,b\n晚场,48312\n早场,", 0x8000_0632) + unplaced + Self.encoded("\n中,5\n", 0x8000_0632))
    #expect(table.rows.map { $0.cells[0].raw } == ["晚场", "早场", "中"] && table.rows[0].cells[1].raw == "48312")
    #expect(table.problems.map(\.why) == [.brokenText] && table.problems[0].line == 3)
  }

  @Test func `whatever the bytes is a table or a fault`() {
    let seed: UInt64 = 256
    var dice = Dice(seed: seed)
    for _ in 0..<2_000 {
      let kinds: [ClosedRange<UInt8>] = [0...255, 0x30...0x39, 0x81...0xFE, 0x0A...0x0A, 0x2C...0x2C, 0...0]
      let bytes = (0..<dice.below(200)).map { _ in UInt8.random(in: kinds[dice.below(kinds.count)], using: &dice) }
      if let table = try? Table(reading: bytes) {
        #expect(table.rows.allSatisfy { $0.cells.count == table.headers.count }, "seed \(seed): \(bytes)")
        _ = table.turned()
      }
    }
  }

  @Test func `with a broken byte anywhere loses that cell alone`() throws {
    let seed: UInt64 = 9
    var dice = Dice(seed: seed)
    let clean = try Sample.bytes("channels-trend-gb18030.csv")
    let right = try Table(reading: clean)
    for _ in 0..<20 {
      var bytes = clean
      // A byte that begins no character, in place of a digit: whatever follows stays in step.
      let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) && (bytes[$0 - 1] < 0x80) }
      bytes[digits[dice.below(digits.count)]] = 0xFF
      let table = try Table(reading: bytes)
      #expect(table.encoding == .gb18030, "seed \(seed)")
      #expect(table.problems.map(\.why) == [.brokenText], "seed \(seed)")
      let wrong = zip(table.rows, right.rows).reduce(0) { $0 + zip($1.0.cells, $1.1.cells).count { $0 != $1 } }
      #expect(wrong == 1, "seed \(seed)")
    }
  }
}

@Suite struct `Finding the table` {
  @Test func `the delimiter is the one that was written, whatever the words hold`() throws {
    let seed: UInt64 = 44
    var dice = Dice(seed: seed)
    let words = ["红的", "3号", "1,234", "a;b", "有货吗", "¥5", "20:01", "", "多少钱;包邮,吗"]
    for _ in 0..<1_000 {
      let delimiter = Delimiter.allCases[dice.below(3)]
      let width = 2 + dice.below(6)
      let rows = (0..<(3 + dice.below(20))).map { _ in
        (0..<width).map { _ in words[dice.below(words.count)] }.map { word in
          word.contains(delimiter.rawValue) ? "\"\(word)\"" : word
        }
      }
      let header = (0..<width).map { "列\($0)" }
      let text = ([header] + rows).map { $0.joined(separator: delimiter.rawValue) }.joined(separator: "\n")
      let table = try Table(pasted: text)
      #expect(table.delimiter == delimiter && table.headers.count == width, "seed \(seed): \(text)")
    }
  }

  @Test func `a table within, and the header once more, are told and are no rows`() throws {
    let table = try Table(reading: Sample.bytes("cases/files/b13-sheet-products.csv"))
    #expect(table.rows.allSatisfy { !$0.cells[0].isNull } && table.rows[0].cells[0].raw == "整场合计")
    #expect(table.inner.allSatisfy { $0.kind == .block } && table.inner.prefix(3).map(\.line) == [4, 5, 6])
    let twice = try Table(pasted: "时间,在线人数\n20:01,5\n时间,在线人数\n20:02,6\n")
    #expect(twice.rows.count == 2 && twice.inner.map(\.line) == [3] && twice.inner[0].kind == .header)
  }

  @Test func `what stands above the header is kept`() throws {
    let table = try Table(reading: Sample.bytes("cases/files/b01-banner-row3.csv"))
    #expect(table.banner == ["直播数据报表", "统计周期：2026-03-12"] && table.rows.map(\.line) == [5])
    let tiktok = try Table(reading: Sample.bytes("cases/headers/05-tiktok-live-analysis-en.csv"))
    #expect(tiktok.banner == ["Live Analysis", "2022-11-01 ~ 2022-11-08"])
  }

  @Test func `a sheet on its side is turned, and its problems stand where they are`() throws {
    let table = try #require(try Table(pasted: "指标,数值\n成交金额,x\n观看人数,12480\n").turned())
    #expect(table.headers.map(\.raw) == ["指标", "成交金额", "观看人数"])
    #expect(table.rows.map { $0.cells.map(\.raw) } == [["数值", "x", "12480"]])
    #expect(table.place(of: table.rows[0], column: 1) == (2, 2))
    #expect(try Table(pasted: "a,b,c\n1,2,3\n").turned() == nil)
  }

  @Test func `a long text in quotes is no swallowed row`() throws {
    let table = try Table(pasted: "时间,问题,昵称\n20:01,\"有货吗,多少钱\n另外,包邮吗\",甲\n20:02,\"一\n二\",乙\n")
    #expect(table.rows.map { $0.cells[1].raw } == ["有货吗,多少钱\n另外,包邮吗", "一\n二"] && table.problems.isEmpty)
  }

  @Test func `a quote that closes behind rows is no quote`() throws {
    let table = try Table(pasted: "时间,问题,昵称\n20:01,\"红色,甲\n20:02,白色,乙\n20:03,紫色\",丙\n")
    #expect(table.rows.map { $0.cells[2].raw } == ["甲", "乙", "丙"])
    #expect(table.problems == [Problem(line: 2, why: .unclosedQuote)])
    let behind = try Table(pasted: "问题,时间\n\"多少钱,20:01\n有货吗,20:02\n几点\",20:03\n")
    #expect(behind.rows.map { $0.cells[1].raw } == ["20:01", "20:02", "20:03"] && behind.problems.map(\.line) == [2])
  }
}
