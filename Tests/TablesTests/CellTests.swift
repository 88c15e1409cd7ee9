import Tables
import Testing

@Suite struct `Reading a cell` {
  @Test(arguments: ["", " ", "-", "--", "—", "/", "nan", "NaN", "N/A", "null", "暂无", "\u{FEFF}", "\u{A0}", "　"])
  func `words for no value are nil, never zero`(raw: String) throws {
    #expect(try Cell(raw).number() == nil)
    #expect(try Cell(raw).duration() == nil)
    #expect(try Cell(raw).moment() == nil)
    #expect(try Cell(raw).ratio(.percent) == nil)
    #expect(Cell(raw).text == nil)
  }

  static let numbers: [(String, Double, Bool)] = [
    ("0", 0, false), ("1,234", 1234, false), ("¥48,312.00", 48312, false), ("￥1，234", 1234, false),
    ("2.1万", 21000, true), ("1.3w", 13000, true), ("1.2亿", 120_000_000, true), ("10k", 10000, true),
    ("8.6万", 86000, true), ("4.35万", 43500, true), ("１２３", 123, false), (" 11674\t", 11674, false),
    ("1万+", 10000, true), ("100+", 100, true), ("-5", -5, false), ("(5)", -5, false), ("¥-5.5", -5.5, false),
    ("12人", 12, false), ("1.2万元", 12000, true), ("2.31e5", 231_000, false), (".5", 0.5, false), ("'-3", -3, false),
    ("0.1", 0.1, false), ("999,999,999,999", 999_999_999_999, false),
  ]

  @Test(arguments: numbers)
  func `numbers as exports write them`(raw: String, value: Double, isRounded: Bool) throws {
    #expect(try Cell(raw).number() == Quantity(value, isRounded: isRounded))
  }

  @Test(arguments: ["abc", "1,2", "12,34", "1.2.3", "3号", "五", "¥", "1 2a", "--5", "0x10", "1e999", "万", "+"])
  func `what is no number is said so`(raw: String) {
    #expect(throws: CellFault.notANumber) { try Cell(raw).number() }
  }

  @Test func `a cell of a million words is no value, and one of a million spaces says nothing`() throws {
    let long = Cell(String(repeating: "很", count: 1 << 20))
    #expect(throws: CellFault.notANumber) { try long.number() }
    #expect(throws: CellFault.notADuration) { try long.duration() }
    #expect(throws: CellFault.notARatio) { try long.ratio(.percent) }
    #expect(!long.isNull)
    #expect(Cell(String(repeating: " ", count: 1 << 20)).isNull)
  }

  @Test func `an id of nineteen digits is no number`() {
    #expect(throws: CellFault.tooManyDigits) { try Cell("3729410023819405821").number() }
  }

  @Test func `a header's unit holds for bare numbers only`() throws {
    #expect(try Cell("8.17").number(.tenThousand) == Quantity(81700, isRounded: true))
    #expect(try Cell("8.17万").number(.tenThousand) == Quantity(81700, isRounded: true))
    #expect(try Cell("309.1").number(.yuan) == Quantity(309.1))
  }

  static let durations: [(String, Double)] = [
    ("3分25秒", 205), ("3分钟25秒", 205), ("4小时14分", 15240), ("00:03:25", 205), ("03:25", 205), ("205", 205),
    ("14.73秒", 14.73), ("3'25\"", 205), ("3′25″", 205), ("04:14:37", 15277), ("3分 25秒", 205), ("2h30m", 9000),
    ("1天2小时", 93600), ("３分２５秒", 205), ("90分钟", 5400), ("2分8秒", 128), ("25:00:00", 90000), ("3秒", 3),
  ]

  @Test(arguments: durations)
  func `durations as exports write them`(raw: String, seconds: Double) throws {
    #expect(try Cell(raw).duration() == Quantity(seconds))
  }

  @Test(arguments: ["三分", "25秒3分", "3分3分", "1:2:3:4", "03:75", ":30", "3:", "分", "-5秒", "a"])
  func `what is no duration is said so`(raw: String) {
    #expect(throws: CellFault.notADuration) { try Cell(raw).duration() }
  }

  @Test func `a bare duration takes the header's unit`() throws {
    #expect(try Cell("3.5").duration(.minute) == Quantity(210))
    #expect(try Cell("3.5").duration(.hour) == Quantity(12600))
  }

  @Test func `a ratio is what its column's style says, and a sign in the cell overrules it`() throws {
    #expect(try Cell("18.42%").ratio(.percent) == Quantity(0.1842))
    #expect(try Cell("18.42").ratio(.percent) == Quantity(0.1842))
    #expect(try Cell("0.1842").ratio(.plain) == Quantity(0.1842))
    #expect(try Cell("1842").ratio(.perTenThousand) == Quantity(0.1842))
    #expect(try Cell("18.42％").ratio(.plain) == Quantity(0.1842))
    #expect(try Cell("130%").ratio(.plain) == Quantity(1.3))
    #expect(try Cell("-3%").ratio(.plain) == Quantity(-0.03))
    #expect(throws: CellFault.notARatio) { try Cell("很高").ratio(.percent) }
  }

  static let evening: Int64 = 1_773_316_683_000  // 2026-03-12T11:58:03Z
  static let moments: [(String, Int64, Bool)] = [
    ("2026-03-12 19:58:03", evening, true), ("2026/03/12 19:58", evening - 3000, true),
    ("2026/3/12 19:58:03", evening, true), ("2026年3月12日 19:58:03", evening, true),
    ("2026年3月12日19时58分03秒", evening, true), ("2026-03-12T19:58:03+08:00", evening, true),
    ("2026-03-12T11:58:03Z", evening, true), ("2026-03-12T11:58:03.250Z", evening + 250, true),
    ("1773316683", evening, true), ("1773316683000", evening, true), ("２０２６-０３-１２ １９：５８：０３", evening, true),
    ("2026/03/12", evening - (19 * 3600 + 58 * 60 + 3) * 1000, false),
    ("2026年3月12日", evening - (19 * 3600 + 58 * 60 + 3) * 1000, false),
    ("46093", evening - (19 * 3600 + 58 * 60 + 3) * 1000, false), ("46093.8319791667", evening, true),
  ]

  @Test(arguments: moments)
  func `dates and times as exports write them`(raw: String, instant: Int64, hasTime: Bool) throws {
    #expect(try Cell(raw).moment() == Moment(instant: instant, hasTime: hasTime))
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "26-03-12", "昨天", "2026-03-12 25:00", "2026-03-12 19:60", "12", "2026-03-12x",
  ])
  func `what is no date is said so`(raw: String) {
    #expect(throws: CellFault.notADate) { try Cell(raw).moment() }
  }

  @Test func `a cell may hold a start and an end`() throws {
    let both = try Cell("2026-03-12 19:58:03~2026-03-13 00:12:40").interval()
    #expect(both?.start.instant == Self.evening)
    #expect(both?.end?.instant == Self.evening + 15_277_000)
    #expect(throws: CellFault.notADate) { try Cell("2026-03-12 19:58:03~2026-03-11 00:12:40").interval() }
  }

  @Test func `text loses the space around it and the shield before a formula`() {
    #expect(Cell(" \u{FEFF}3号 羊绒开衫\t").text == "3号 羊绒开衫")
    #expect(Cell("'=1+1").text == "=1+1")
    #expect(Cell("'tis").text == "'tis")
    #expect(Cell("3729410023819405821").text == "3729410023819405821")
  }
}
