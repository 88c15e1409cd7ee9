import Fixtures
import Tables
import Testing

@Suite struct `Numbers and ratios as people write them` {
  static let numbers: [(String, Double, Bool)] = [
    ("=\"12480\"", 12480, false), ("RMB 48,312", 48312, false), ("CNY48312.5", 48312.5, false), ("人民币 5", 5, false),
    ("48,312 元", 48312, false), ("1.2M", 1_200_000, true), ("1.2百万", 1_200_000, true), ("3千万", 30_000_000, true),
    ("1.5十万", 150_000, true), ("21.03K", 21030, true), ("2千亿", 200_000_000_000, true), ("1.0e3", 1000, false),
    ("943.116017496355", 943.116017496355, false), ("0.28794093519093780", 0.2879409351909378, false),
  ]

  @Test(arguments: numbers)
  func `are read`(raw: String, value: Double, isRounded: Bool) throws {
    #expect(try Cell(raw).number() == Quantity(value, isRounded: isRounded))
  }

  @Test(arguments: [
    "$1,234.56", "US$5", "HK$ 5", "R$1.234,56", "Rp 48.312", "€5", "5 USD", "100美元", "3万日元", "-$5", "RM 5",
  ])
  func `in another money are named, never taken for yuan`(raw: String) {
    #expect(throws: CellFault.foreignCurrency) { try Cell(raw).number() }
  }

  @Test(arguments: ["731\n318", "731 318", "1,234 567", "1.5 万 2"])
  func `two in a cell are no number`(raw: String) {
    #expect(throws: (any Error).self) { try Cell(raw).number() }
    #expect(throws: CellFault.twoNumbers) { try Cell("731 318").number() }
    #expect(throws: CellFault.twoNumbers) { try Cell("1 8%").ratio(.percent) }
    #expect(throws: CellFault.twoNumbers) { try Cell("20 5").duration() }
  }

  @Test func `with groups parted by points are read so where their table does`() throws {
    #expect(try Cell("48.312.000").number(marks: .comma)?.value == 48_312_000)
    #expect(try Cell("1.234,56").number(marks: .comma)?.value == 1234.56)
    #expect(try Cell("1.932").number(marks: .comma)?.value == 1932)
    #expect(try Cell("731").number(marks: .comma)?.value == 731)
    #expect(try Cell("21.03K").number(marks: .comma)?.value == 21030)
    #expect(Cell("48.312.000").provesComma && Cell("1.234,56").provesComma && !Cell("12.480").provesComma)
    #expect(!Cell("2026.03.12").provesComma && !Cell("1,234.56").provesComma && !Cell("R$1.234,56").provesComma)
  }

  static let units: [(String, String, ColumnHeader.Unit?)] = [
    ("成交金额(分)", "成交金额", .fen), ("成交金额(千元)", "成交金额", .thousandYuan), ("成交金额/万元", "成交金额", .tenThousandYuan),
    ("成交金额【元】", "成交金额", .yuan), ("成交金额（单位：万元）", "成交金额", .tenThousandYuan), ("*成交金额", "成交金额", nil),
    ("曝光[万人]", "曝光", .tenThousand), ("曝光-观看率(万分比)", "曝光-观看率", .perTenThousand), ("时长（秒）", "时长", .second),
    ("商品点击（人数）", "商品点击(人数)", nil), ("链接/怎么买", "链接/怎么买", nil), ("单/时", "单", .hour),
  ]

  @Test(arguments: units)
  func `take the header's unit`(raw: String, key: String, unit: ColumnHeader.Unit?) {
    let header = ColumnHeader(raw)
    #expect(header.key == key && header.unit == unit && header.currency == nil)
  }

  @Test func `below a header of another money say which`() {
    #expect(ColumnHeader("Revenue (Rp)").currency?.code == "IDR" && ColumnHeader("Revenue (Rp)").key == "revenue")
    #expect(ColumnHeader("GMV(US$)").currency?.code == "USD" && ColumnHeader("GMV($)").key == "gmv")
    #expect(ColumnHeader("GMV(¥)").currency == nil && ColumnHeader("GMV(¥)").unit == .yuan)
  }

  @Test func `read back whatever way they are written`() throws {
    let seed: UInt64 = 20_26
    var dice = Dice(seed: seed)
    for _ in 0..<2_000 {
      let cents = dice.below(1_000_000_000)
      let value = Double(cents) / 100
      let whole = String(cents / 100)
      let fraction = String(cents % 100 + 100).dropFirst()
      let grouped = String(
        whole.reversed().enumerated().flatMap { $0 > 0 && $0 % 3 == 0 ? [",", $1] : [$1] }.reversed())
      let plain = [whole, grouped][dice.below(2)] + "." + fraction
      let before = ["", "¥", "￥ ", "RMB ", "CNY", " "][dice.below(6)]
      let after = ["", "元", " 元", "\t", "\u{A0}"][dice.below(5)]
      let wide = dice.below(4) == 0
      let text = before + (wide ? Self.wide(plain) : plain) + after
      #expect(try Cell(text).number()?.value == value, "seed \(seed): \(text)")
      #expect(try Cell("-" + text).number()?.value == -value, "seed \(seed): -\(text)")
    }
  }

  private static func wide(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }
}

@Suite struct `Times as people type them` {
  /// Minutes since midnight.
  static let clocks: [(String, Int)] = [
    ("20:01", 1201), ("20：01", 1201), ("8:01 PM", 1201), ("8:01PM", 1201), ("8:01 p.m.", 1201), ("PM 8:01", 1201),
    ("下午8:01", 1201), ("晚上8点01分", 1201), ("20点01分", 1201), ("20点1分", 1201), ("20点", 1200), ("晚8点半", 1230),
    ("20时01分00秒", 1201), ("２０：０１", 1201), ("24:05", 1445), ("25:10", 1510), ("0:01", 1), ("12:30 AM", 30),
    ("12:30 PM", 750), ("凌晨1:30", 90), ("中午12:05", 725), ("20:01:00", 1201),
  ]

  @Test(arguments: clocks)
  func `are times of day`(raw: String, minutes: Int) { #expect(Cell(raw).clock == Int64(minutes) * 60_000) }

  @Test(arguments: ["20", "20:", "20:60", "48:00", "昨天", "20:01x", "8:01 XM", "1:2:3:4", "", "-", "2026-03-12"])
  func `or none`(raw: String) { #expect(Cell(raw).clock == nil) }

  @Test func `may say how long ago the show began`() {
    #expect(Cell("0:01").elapsed == 60_000 && Cell("3:59").elapsed == 14_340_000 && Cell("27").elapsed == 1_620_000)
    #expect(Cell("第27分钟").elapsed == 1_620_000 && Cell("1:02:03").elapsed == 3_723_000 && Cell("昨天").elapsed == nil)
  }

  static let evening: Int64 = 1_773_316_860_000  // 2026-03-12 20:01
  @Test(arguments: [
    "2026/3/12 8:01 PM", "2026-03-12 20点01分", "2026年3月12日晚上8点01分", "2026.3.12 20：01", "2026/03/12/ 20:01",
    "2026-03-12 下午8:01:00",
  ])
  func `may have their date`(raw: String) throws { #expect(try Cell(raw).moment()?.instant == Self.evening) }

  @Test func `may begin with the day or the month, where their column does`() throws {
    #expect(throws: CellFault.notADate) { try Cell("12-03-2026 20:01").moment() }
    #expect(try Cell("12-03-2026 20:01").moment(order: .dayFirst)?.instant == Self.evening)
    #expect(try Cell("03/12/2026 8:01 PM").moment(order: .monthFirst)?.instant == Self.evening)
  }

  static let intervals: [(String, Int)] = [
    ("2026-03-12 20:01~2026-03-13 00:12", 251), ("2026-03-12 20:01-2026-03-13 00:12", 251),
    ("2026-03-12 20:01～00:12", 251),
    ("2026/03/12 20:01 - 00:12", 251), ("2026-03-12 20:01至22:01", 120), ("2026-03-12 20:01—22:01", 120),
    ("2026年3月12日20点01分到22点01分", 120), ("2026-03-12 20:01-24:12", 251),
  ]

  @Test(arguments: intervals)
  func `may be a start and an end`(raw: String, minutes: Int) throws {
    let both = try #require(try Cell(raw).interval())
    #expect(both.start.instant == Self.evening && both.end?.instant == Self.evening + Int64(minutes) * 60_000)
  }

  @Test func `may be two times of day`() throws {
    let clocks = try #require(Cell("20:00-00:12").clocks)
    #expect(clocks.start == 72_000_000 && clocks.end == 87_120_000)
    #expect(Cell("20:00").clocks == nil && Cell("2026-03-12").clocks == nil)
  }

  @Test func `read back whatever way they are written`() throws {
    let seed: UInt64 = 24_05
    var dice = Dice(seed: seed)
    for _ in 0..<2_000 {
      let (hour, minute) = (dice.below(24), dice.below(60))
      let two = minute < 10 ? "0\(minute)" : "\(minute)"
      let twelve = hour % 12 == 0 ? 12 : hour % 12
      let ways = [
        "\(hour):\(two)", "\(hour)：\(two)", "\(hour)点\(two)分", "\(hour)时\(minute)分", "\(hour):\(two):00",
        "\(twelve):\(two) \(hour < 12 ? "AM" : "PM")", "\(twelve):\(two)\(hour < 12 ? "am" : "pm")",
      ]
      let way = ways[dice.below(ways.count)]
      let midnight = try #require(CivilTime(year: 2026, month: 1 + dice.below(12), day: 1 + dice.below(28)))
      let clock = Int64(hour * 60 + minute) * 60_000
      #expect(Cell(way).clock == clock, "seed \(seed): \(way)")
      let text = "\(midnight.year)/\(midnight.month)/\(midnight.day) \(way)"
      #expect(try Cell(text).moment()?.instant == midnight.instant() + clock, "seed \(seed): \(text)")
    }
  }

  static let durations: [(String, DurationStyle, Double)] = [
    ("4:14", .hoursMinutes, 15240), ("3:25", .minutesSeconds, 205), ("3:25:00", .minutesSecondsZeros, 205),
    ("4:14:37", .hoursMinutes, 15277), ("4个小时14分", .minutesSeconds, 15240), ("4h 14min", .minutesSeconds, 15240),
    ("3min 25s", .minutesSeconds, 205), ("1m28s", .minutesSeconds, 88), ("4 jam 14 menit", .minutesSeconds, 15240),
    ("2 hours 5 minutes", .minutesSeconds, 7500),
  ]

  @Test(arguments: durations)
  func `may be durations in their column's style`(raw: String, style: DurationStyle, seconds: Double) throws {
    #expect(try Cell(raw).duration(style: style)?.value == seconds)
  }
}
