import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `Which show a row is` {
  private static let hour: Int64 = 3_600_000
  /// 2026-03-12 20:00.
  private static let evening: Int64 = 1_773_316_800_000
  private static let midnight = evening - 20 * hour

  /// Hours from the evening; nil for a date alone.
  private static func row(_ title: String?, at hours: Double?, lasting seconds: Double = 7200, line: Int = 2) -> ShowRow
  {
    let start =
      hours.map { Moment(instant: evening + Int64($0 * Double(hour))) } ?? Moment(instant: midnight, hasTime: false)
    return ShowRow(
      line: line, title: title, start: start, end: start.instant + Int64(seconds * 1000),
      readings: Readings(["duration_sec": Reading(seconds), "gmv": Reading(10), "peak_online": Reading(3)]))
  }

  private static func choice(_ rows: ShowRow..., title: String? = "晚场") -> ShowChoice {
    ShowChoice(among: rows, of: PlannedShow(start: evening, title: title))
  }

  @Test func `is chosen of several by start and title`() {
    #expect(Self.choice() == .none)
    #expect(Self.choice(Self.row("早场", at: -36), Self.row("晚场", at: 0)) == .row(1))
    #expect(Self.choice(Self.row("早场", at: -36), Self.row("别的", at: 0.1)) == .row(1))
    #expect(Self.choice(Self.row("早场", at: -5), Self.row("3.12 晚场！", at: 2), title: "晚场") == .several([0, 1]))
    #expect(Self.choice(Self.row("早场", at: -5), Self.row("3.12 羊绒专场", at: 2), title: "羊绒专场") == .row(1))
    #expect(Self.choice(Self.row("晚场", at: 0.1), Self.row("晚场", at: 5)) == .row(0))
    #expect(Self.choice(Self.row("晚场", at: 2), Self.row("晚场", at: 5)) == .several([0, 1]))
    #expect(Self.choice(Self.row("早场", at: nil), Self.row("晚场", at: nil)) == .row(1))
    #expect(Self.choice(Self.row("甲", at: nil), Self.row("乙", at: nil)) == .several([0, 1]))
    #expect(Self.choice(Self.row("别的", at: 4)) == .several([0]))
    #expect(Self.choice(Self.row(nil, at: 4)) == .row(0))
  }

  @Test func `is of another day where none begins near`() {
    #expect(Self.choice(Self.row("晚场", at: -24), Self.row("晚场", at: 24)) == .otherDay)
  }

  @Test func `is no false start unless there is nothing else`() {
    #expect(Self.choice(Self.row("晚场", at: -0.1, lasting: 3), Self.row("晚场", at: 0)) == .row(1))
    #expect(Self.choice(Self.row("晚场", at: -0.1, lasting: 3)) == .row(0))
  }

  @Test func `is none in a file of totals alone`() throws {
    let file = try ShowImport.summary(Table(pasted: "直播主题,成交金额\n合计,5\n"), of: PlannedShow(start: Self.evening))
    #expect(file.doubts == [.totalsOnly] && file.content.isEmpty && file.left.map(\.line) == [2])
  }

  @Test func `may stand on its side, whatever comes first`() throws {
    for text in ["成交金额,48312\n场观,12480\n直播时间,2026-03-12 20:00~23:00\n", "直播标题,晚场\n场观,12480\n成交金额,48312\n"] {
      let file = try ShowImport.summary(Table(pasted: text), of: PlannedShow(start: Self.evening))
      #expect(file.content.map { $0.readings["gmv"] } == [48312] && file.doubts.isEmpty)
    }
    let upright = try ShowImport.summary(Table(pasted: "日期,成交金额\n2026-03-12,6\n"), of: PlannedShow(start: Self.evening))
    #expect(upright.content.map { $0.readings["gmv"] } == [6])
    let bad = try ShowImport.summary(Table(pasted: "指标,数值\n场观,很多\n成交金额,5\n"), of: PlannedShow(start: Self.evening))
    #expect(bad.problems == [Problem(line: 2, column: 2, header: "场观", why: .notANumber, raw: "很多")])
  }

  @Test func `of a file that does not say when is the show at hand, if there is one row`() throws {
    let one = try ShowImport.summary(Table(pasted: "场观,成交金额\n5,6\n"), of: PlannedShow(start: Self.evening))
    #expect(one.content.count == 1 && one.doubts.isEmpty)
    let two = try ShowImport.summary(Table(pasted: "场观,成交金额\n5,6\n7,8\n"), of: PlannedShow(start: Self.evening))
    #expect(two.content.count == 2 && two.doubts == [.severalShows] && two.asks)
  }

  private static func matches(_ rows: [ShowRow], _ known: (String, Double)...) -> [ShowMatching<Int>.Match] {
    let shows = known.enumerated().map {
      KnownShow(id: $0, start: evening + Int64($1.1 * Double(hour)), title: $1.0)
    }
    return ShowMatching(rows, among: shows).matches
  }

  @Test func `that is known is found by start and title`() {
    #expect(Self.matches([Self.row("晚场", at: 0)], ("晚场", 0.1)) == [.known(0)])
    #expect(Self.matches([Self.row("晚场", at: 2)], ("晚场", 0)) == [.known(0)])
    #expect(Self.matches([Self.row("晚场", at: 4)], ("晚场", 0)) == [.new])
    #expect(Self.matches([Self.row("改了名", at: 0)], ("晚场", 0)) == [.known(0)])
    #expect(Self.matches([Self.row("调试", at: -0.3)], ("晚场", 0)) == [.ask([0])])
    #expect(Self.matches([Self.row("调试", at: -0.3), Self.row("晚场", at: 0.2)], ("晚场", 0)) == [.new, .known(0)])
    #expect(Self.matches([Self.row("早场", at: nil), Self.row("晚场", at: nil)], ("晚场", 0)) == [.new, .known(0)])
    #expect(
      Self.matches([Self.row("春款", at: nil), Self.row("春款", at: nil)], ("春款", 0), ("春款", 1)) == [.known(0), .known(1)])
    #expect(Self.matches([Self.row("春款", at: nil), Self.row("春款", at: nil)], ("春款", 0)) == [.known(0), .new])
  }

  @Test func `imported twice is found again, whatever the shows`() {
    let seed: UInt64 = 30
    var dice = Dice(seed: seed)
    for _ in 0..<300 {
      var seen: Set<Int> = []
      let rows = (0..<dice.below(30)).compactMap { line -> ShowRow? in
        let minute = dice.below(4000)
        guard seen.insert(minute / 2).inserted, !seen.contains(minute / 2 - 1), !seen.contains(minute / 2 + 1) else {
          return nil
        }
        return Self.row(["春款", "晚场", "早场"][dice.below(3)], at: Double(minute) / 60, line: line)
      }
      let known = rows.enumerated().map { KnownShow(id: $0, start: $1.start?.instant ?? 0, title: $1.title ?? "") }
      #expect(ShowMatching(rows, among: known).matches == known.map { .known($0.id) }, "seed \(seed)")
    }
  }

  @Test func `takes a false start in on request only, and nothing is lost`() {
    let rows = [
      Self.row("晚场", at: -0.1, lasting: 6, line: 2), Self.row("晚场", at: 0, line: 3),
      Self.row("早场", at: -9, lasting: 5, line: 4),
    ]
    #expect(rows.filter(\.isFalseStart).map(\.line) == [2, 4])
    let merged = rows.mergingFalseStarts()
    #expect(merged.map(\.line) == [3, 4] && merged[0].start == rows[0].start && merged[0].end == rows[1].end)
    #expect(merged[0].readings["gmv"] == 20 && merged[0].readings["peak_online"] == 3)
    #expect(merged[0].readings["duration_sec"] == 7560)
  }

  @Test(arguments: [
    "合计", "合 计", "合计：", "合计(2场)", "平均值", "【汇总】", "—— 总计 ——", "整场合计", "3月汇总", "Total", "TOTAL:", "Grand Total",
    "Average",
    "合计2场", "合计（共 12 场）", "小计", "场均", "avg.",
  ])
  func `is none where the line adds up others, with whatever trimmings`(word: String) throws {
    for line in ["\(word),2026-03-12 20:00,,5", "x,\(word),,5", ",,\(word),5"] {
      let text = "直播主题,开播时间,店铺,成交金额\n一,2026-03-12 20:00,甲,5\n\(line)\n"
      let file = try ShowImport.list(Table(pasted: text))
      #expect(file.accepted == 1 && file.left == [LeftLine(line: 3, why: .total)] && file.problems.isEmpty, "\(line)")
    }
  }

  @Test(arguments: ["年终汇总专场", "合计场外专场好物", "平均三折专场", "总计划发布会", "summer", "Totally 专场"])
  func `is one though its title speaks of sums`(title: String) throws {
    let text = "直播主题,开播时间,成交金额\n\(title),2026-03-12 20:00,5\n"
    #expect(try ShowImport.list(Table(pasted: text)).accepted == 1)
  }
}
