import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `What a column is taken for` {
  private func show(_ text: String, _ mapping: ColumnMapping = [:]) throws -> Import<[ShowRow]> {
    try ShowImport.list(Table(pasted: text), mapping: mapping)
  }

  private func column(_ name: String, of file: Import<[ShowRow]>) throws -> ColumnReading {
    try #require(file.columns.first { $0.header.raw == name })
  }

  @Test func `is told with its unit, its style, its first cells, and why it is ignored`() throws {
    let file = try show(
      """
      直播主题,开播时间,曝光（万）,点击成交率,成交金额($),场观(秒),心情,空,备注,成交额
      一,2026-03-10 20:00,8.1,5%,5,6,好,,雨,1
      二,2026-03-11 20:00,x,6%,5,6,坏,,,2
      三,2026-03-12 20:00,-,7%,5,6,好,,,3
      四,2026-03-13 20:00,9.2,8%,5,6,好,,,4
      """)
    #expect(
      file.columns.map(\.meaning) == [
        .field("title"), .field("start"), .metric("impression_uv"), .metric("clk_pay_rate"), .ignored(.currency),
        .ignored(.foreignUnit), .ignored(.unknown), .ignored(.empty), .field("note"), .metric("gmv"),
      ])
    let exposure = try column("曝光（万）", of: file)
    #expect(exposure.unit == .tenThousand && exposure.certainty == .known && exposure.index == 2)
    #expect(
      exposure.samples == [
        .init(raw: "8.1", read: .number(81000)), .init(raw: "x", read: nil), .init(raw: "9.2", read: .number(92000)),
      ])
    #expect(try column("点击成交率", of: file).style.ratio == .percent)
    #expect(try column("开播时间", of: file).samples[0] == .init(raw: "2026-03-10 20:00", read: .moment(1_773_144_000_000)))
    #expect(try column("心情", of: file).samples.map(\.raw) == ["好", "坏", "好"])
    #expect(file.ignored == ["成交金额($)", "场观(秒)", "心情"])
    #expect(file.problems.map(\.why) == [.notANumber] && file.accepted == 4)
  }

  @Test func `is what the team says, part by part`() throws {
    let text = "日期,老板看的,时长,曝光,成交金额,备注\n2026-03-12,0.5,4.2,8.1,5,x\n"
    let file = try show(
      text,
      [
        "老板看的": .metric("refund_rate", .plain), "时长": ColumnChoice(unit: .hour), "曝光": ColumnChoice(unit: .tenThousand),
        "成交金额": .ignore, "备注": .field("title"),
      ])
    let row = try #require(file.content.first)
    #expect(
      row.readings.values == ["refund_rate": 0.5, "duration_sec": 15120, "impression_uv": 81000] && row.title == "x")
    #expect(file.columns[1...].allSatisfy { $0.certainty == .chosen } && file.columns[4].meaning == .ignored(.chosen))
    #expect(!file.asks && file.problems.isEmpty)
  }

  @Test func `comes before another of its meaning where the team says so`() throws {
    let text = "日期,成交金额,支付\n2026-03-12,5,6\n"
    let file = try show(text, ["支付": .metric("gmv")])
    #expect(file.content[0].readings["gmv"] == 6 && file.columns[1].meaning == .ignored(.duplicate))
    #expect(try show(text).content[0].readings["gmv"] == 5)
  }

  /// Bare numbers, whether their parts stand beside them, the value of the first, and how sure.
  static let ratios: [(String, Bool, Double, ColumnReading.Certainty)] = [
    ("0.0745 0.1", true, 0.0745, .decided), ("7.45 10", true, 0.0745, .decided), ("745 1000", true, 0.0745, .decided),
    ("74.5 100", true, 0.0745, .decided), ("0.5 0.6", true, 0.005, .unsure), ("0.0745 0.1", false, 0.0745, .decided),
    ("0.5 0.61", false, 0.5, .unsure), ("7.45 10", false, 0.0745, .decided), ("745 1000", false, 0.0745, .unsure),
    ("1 0", false, 0.01, .unsure), ("0 0", false, 0, .known), ("7.45% 10", false, 0.0745, .known),
    ("7.45% 0.1", false, 0.0745, .unsure),
  ]

  @Test(arguments: ratios)
  func `of ratios is in one style, by what it must equal or by how it is written`(
    cells: String, hasParts: Bool, value: Double, certainty: ColumnReading.Certainty
  ) throws {
    let parts = hasParts ? [",商品点击人数,成交人数", ",2000,149", ",2000,200"] : ["", "", ""]
    let rates = cells.split(separator: " ")
    let file = try show(
      "日期,点击成交率\(parts[0])\n2026-03-12,\(rates[0])\(parts[1])\n2026-03-13,\(rates[1])\(parts[2])\n")
    if cells != "0.5 0.6" { #expect(file.content[0].readings["clk_pay_rate"] == value) }
    #expect(try column("点击成交率", of: file).certainty == certainty)
  }

  @Test func `of ratios is proved by any of many rows in any style`() throws {
    let seed: UInt64 = 1842
    var dice = Dice(seed: seed)
    for _ in 0..<200 {
      let style = RatioStyle.allCases[dice.below(4)]
      let scale: Double = [.percent: 100, .plain: 1, .perTenThousand: 10000, .perThousand: 1000][style] ?? 1
      var text = "日期,商品点击人数,成交人数,点击成交率\n"
      var rates: [Double] = []
      for day in 1...(2 + dice.below(20)) {
        let clicks = 100 + dice.below(9000)
        let buyers = 1 + dice.below(clicks)
        let exact: Double = Double(buyers) / Double(clicks) * scale
        let written: Double = (exact * 10000).rounded() / 10000
        rates.append(written / scale)
        text += "2026-03-\(day),\(clicks),\(buyers),\(written)\n"
      }
      let file = try show(text)
      #expect(file.columns[3].style.ratio == style && file.columns[3].certainty == .decided, "seed \(seed): \(text)")
      for (row, rate) in zip(file.content, rates) {
        #expect(abs((row.readings["clk_pay_rate"] ?? 9) - rate) < 1e-9, "seed \(seed)")
      }
    }
  }

  /// The header, the cell, the end's time or nothing, seconds, and how sure.
  static let durations: [(String, String, String, Double?, ColumnReading.Certainty)] = [
    ("直播时长", "4:14", "00:14", 15240, .decided), ("直播时长", "254:00", "00:14", 15240, .decided),
    ("直播时长", "4:14", "", 15240, .unsure), ("直播时长", "254:00", "", 15240, .decided),
    ("直播时长", "254", "00:14", 15240, .decided), ("直播时长", "4.23", "00:14", 15228, .decided),
    ("直播时长", "15240", "", 15240, .decided), ("直播时长", "254", "", nil, .unsure), ("直播时长", "4.2", "", nil, .unsure),
    ("直播时长(分钟)", "254", "", 15240, .known), ("直播时长(小时)", "4:14", "", 15240, .known),
    ("人均观看时长", "3:25", "", 205, .known), ("人均观看时长", "0:03:25", "", 205, .known),
    ("人均观看时长", "3:25:00", "", 205, .unsure), ("人均观看时长", "205", "", 205, .decided),
    ("人均观看时长", "3.4", "", nil, .unsure), ("人均观看时长(分)", "3.5", "", 210, .known),
  ]

  @Test(arguments: durations)
  func `of durations is in one style, by its unit or by when the shows ended`(
    name: String, cell: String, end: String, seconds: Double?, certainty: ColumnReading.Certainty
  ) throws {
    let file = try show("开播时间,结束时间,\(name),场观\n2026-03-12 20:00,\(end),\(cell),5\n")
    let key = name.hasPrefix("直播") ? "duration_sec" : "avg_watch_sec"
    #expect(file.content[0].readings[key] == seconds)
    #expect(file.columns[2].certainty == certainty && file.content[0].readings["watch_uv"] == 5)
    #expect(file.problems.map(\.why) == (seconds == nil ? [.ambiguous] : []))
  }

  @Test func `of times is one beside a date, and an end may be past midnight`() throws {
    let file = try show("日期,开播时间,结束时间,GMV\n2026-03-12,20:00,00:12,5\n2026/3/13,8:00 PM,22点,6\n2026-03-14,,,7\n")
    #expect(file.content.map { $0.start?.instant } == [1_773_316_800_000, 1_773_403_200_000, 1_773_417_600_000])
    #expect(file.content.map(\.end) == [1_773_331_920_000, 1_773_410_400_000, nil])
    #expect(file.content.map { $0.start?.hasTime } == [true, true, false] && file.problems.isEmpty)
    for name in ["直播时段", "时间", "时间段"] {
      let period = try show("日期,\(name),GMV\n2026-03-12,20:00-00:12,5\n")
      #expect(period.content[0].start?.instant == 1_773_316_800_000 && period.content[0].end == 1_773_331_920_000)
    }
  }

  @Test func `is what its group says together with its name`() throws {
    let file = try show(
      """
      直播主题,开播时间,流量,,商品,,成交,
      ,,观看人数,曝光次数,曝光人数,点击人数,金额(元),人数
      一,2026-03-12 20:00,1,2,3,4,5,6
      """)
    let values = ["watch_uv": 1.0, "item_exp_uv": 3, "item_clk_uv": 4, "gmv": 5, "pay_uv": 6]
    #expect(file.content[0].readings.values == values && file.ignored == ["曝光次数"])
  }

  @Test func `with several formulas is the one that gives its numbers, or the platform's, or asked`() throws {
    func read(_ word: String, _ rate: String, parts: Bool = true, id: Bool = false) throws -> ColumnReading {
      let header = "直播标题,开播时间,\(word)\(id ? ",场次id,成交笔数" : "")\(parts ? ",观看人数,商品点击人数,成交人数" : "")"
      let row = "晚,2026-03-12 20:00,\(rate)\(id ? ",1,2" : "")\(parts ? ",2438,702,11" : "")"
      return try column(word, of: show("\(header)\n\(row)\n"))
    }
    let click = try read("成交转化率", "1.57%")
    let view = try read("成交转化率", "0.45%")
    #expect(click.meaning == .metric("clk_pay_rate") && click.certainty == .decided)
    #expect(view.meaning == .metric("view_pay_rate") && view.certainty == .decided && view.definition == "成交人数 ÷ 场观")
    #expect(try read("转化率", "0.0045").meaning == .metric("view_pay_rate"))
    let platform = try read("成交转化率", "1.57%", parts: false, id: true)
    #expect(platform.meaning == .metric("clk_pay_rate") && platform.certainty == .known)
    let unsure = try read("转化率", "1.57%", parts: false)
    #expect(unsure.meaning == .metric("clk_pay_rate") && unsure.certainty == .unsure)
  }

  @Test func `has one sample a cell, read or reported`() throws {
    let file = try show("直播主题,开播时间,GMV\n一,2026-03-12 20:00,1\n一,2026-03-12 20:00,2\n")
    #expect(file.columns[1].samples.count == 2 && file.columns[1].samples.allSatisfy { $0.read != nil })
  }

  @Test func `of dates that begin with the day or the month is in one order`() throws {
    let file = try show("开播时间,GMV\n03/12/2026 20:00,5\n03/13/2026 20:00,6\n")
    #expect(file.content.map { $0.start?.instant } == [1_773_316_800_000, 1_773_403_200_000])
    let unsure = try show("开播时间,GMV\n03/12/2026 20:00,5\n2026-03-13 20:00,6\n")
    #expect(unsure.problems.map(\.why) == [.notADate] && unsure.accepted == 1)
  }
}

@Suite struct `What a trend's column counts` {
  private static func kind(_ values: [Int], _ name: String = "成交金额") throws -> (
    MinuteSeries.Kind, ColumnReading.Certainty
  ) {
    let lines = values.enumerated().map { "2026-03-12 20:\($0 + 10),\($1)" }
    let file = try TrendImport.read(Table(pasted: (["时间,\(name)"] + lines).joined(separator: "\n")))
    return (file.content.series.columns[0].kind, file.columns[1].certainty)
  }

  @Test func `is a running total where it never falls, and that is asked where it may be chance`() throws {
    #expect(try Self.kind([1, 2, 3, 4, 5, 6, 7, 8, 9]) == (.cumulative, .decided))
    #expect(try Self.kind([1, 2, 2]) == (.perBucket, .known))
    #expect(try Self.kind([1, 2, 3]) == (.cumulative, .unsure))
    #expect(try Self.kind([1, 2]) == (.perBucket, .unsure))
    #expect(try Self.kind([1, 2, 3, 4, 5, 6, 7, 8, 7]) == (.perBucket, .known))
    #expect(try Self.kind([0, 0, 0, 0]) == (.perBucket, .known))
    #expect(try Self.kind([5, 6, 7], "累计成交金额") == (.cumulative, .known))
    #expect(try Self.kind([5, 4, 7], "累计成交金额") == (.cumulative, .unsure))
    #expect(try Self.kind([5, 6, 7], "在线人数") == (.level, .known))
  }

  @Test func `may be had both ways`() throws {
    let text = "时间,累计观看人数,新增观看人数\n20:01,5,5\n20:02,9,4\n20:03,10,1\n"
    let file = try TrendImport.read(Table(pasted: text), start: 1_773_316_800_000)
    #expect(file.content.series.columns.map(\.metric) == [nil, "watch_uv"] && !file.asks)
    #expect(file.content.series.columns.map(\.kind) == [.cumulative, .perBucket])
  }

  @Test func `is what the team says`() throws {
    let table = try Table(pasted: "时间,成交金额,热度\n20:01,1,5\n20:02,2,6\n20:03,3,7\n")
    let mapping: ColumnMapping = [
      "成交金额": ColumnChoice(style: ColumnStyle(series: .perBucket)), "热度": .ignore,
      "时间": ColumnChoice(style: ColumnStyle(time: .clock)),
    ]
    let file = try TrendImport.read(table, start: 1_773_316_800_000, mapping: mapping)
    #expect(file.content.series.columns.map(\.kind) == [.perBucket] && !file.asks)
  }

  @Test func `may be by the hour, and a line that adds up is told`() throws {
    let text = "时段,在线人数,成交金额\n20:00-21:00,5,100\n21:00-22:00,6,90\n合计,,190\n"
    let file = try TrendImport.read(Table(pasted: text), start: 1_773_316_800_000)
    #expect(file.content.series.offsets == [0, 3600] && file.content.series.values[1] == [100, 90])
    #expect(file.left == [LeftLine(line: 4, why: .total)] && file.problems.isEmpty)
  }

  @Test func `leaves the rows of other days, and says so`() throws {
    let text = "时间,在线人数\n2026-03-05 20:01,1\n2026-03-12 20:01,2\n2026-03-12 20:02,3\n"
    let file = try TrendImport.read(Table(pasted: text), start: 1_773_316_800_000)
    #expect(file.content.series.values == [[2, 3]] && file.doubts.isEmpty && file.accepted == 2)
    #expect(file.problems == [Problem(line: 2, column: 1, header: "时间", why: .otherDay, raw: "2026-03-05 20:01")])
  }

  /// Times, the show's start (seconds from midnight), the style, and how sure.
  static let times: [([String], Int, TimeStyle, ColumnReading.Certainty)] = [
    (["20:01", "23:59", "0:10"], 72000, .clock, .decided), (["0:01", "3:59"], 72000, .elapsed, .decided),
    (["0:01", "0:02"], 86100, .clock, .unsure), (["1", "2", "3"], 72000, .elapsed, .decided),
    (["2026-03-12 20:01", "2026-03-12 20:02"], 72000, .dated, .known), (["23:59", "24:05"], 82800, .clock, .decided),
  ]

  @Test(arguments: times)
  func `goes by the clock or by the show, whichever the whole column fits`(
    cells: [String], start: Int, style: TimeStyle, certainty: ColumnReading.Certainty
  ) throws {
    let text = (["时间,在线人数"] + cells.enumerated().map { "\($1),\($0 + 1)" }).joined(separator: "\n")
    let file = try TrendImport.read(Table(pasted: text), start: 1_773_244_800_000 + Int64(start) * 1000)
    #expect(file.columns[0].style.time == style && file.columns[0].certainty == certainty)
  }
}
