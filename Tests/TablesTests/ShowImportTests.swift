import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `Importing shows` {
  @Test func `the platform's summary gives one show with all its numbers`() throws {
    let result = try ShowImport.summary(Table(reading: Sample.bytes("channels-show.csv")))
    #expect(result.problems.isEmpty && result.ignored.isEmpty && result.rows == 1 && result.accepted == 1)
    let show = try #require(result.content.first)
    #expect(show.title == "羊绒专场" && show.start == Moment(instant: 1_773_316_683_000))
    #expect(show.end == 1_773_331_960_000 && !show.isFalseStart)
    #expect(
      show.readings.values == [
        "duration_sec": 15277, "impression_uv": 80000, "watch_uv": 11967, "peak_online": 578, "avg_online": 356,
        "avg_watch_sec": 169, "like_cnt": 23000, "comment_uv": 2594, "comment_cnt": 5895, "share_uv": 383,
        "new_follow": 514, "fan_club_new": 12, "item_clk_uv": 5350, "pay_uv": 673, "pay_cnt": 748, "gmv": 231_182,
        "gpm": 14309.85, "exp_clk_rate": 0.1502, "clk_pay_rate": 0.1258,
      ])
    #expect(show.readings.byMetric["impression_uv"] == Reading(80000, raw: "8.0万", isRounded: true))
    #expect(show.readings.completed()["view_pay_rate"] == 673.0 / 11967)
  }

  @Test func `the platform's list gives every show, and names the stream started by mistake`() throws {
    let result = try ShowImport.list(Table(reading: Sample.bytes("channels-show-list.csv")))
    #expect(result.problems.isEmpty && result.accepted == 11)
    #expect(result.content.filter(\.isFalseStart).map(\.line) == [11])
    #expect(result.content[9].readings["gmv"] == nil && result.content[9].readings["watch_uv"] == 2)
    #expect(result.content[0].readings["avg_watch_sec"] == 177 && result.content[0].readings["refund_amt"] == 5324.17)
  }

  @Test func `a hand-kept book gives shows by their dates`() throws {
    let result = try ShowImport.list(Table(reading: Sample.bytes("handbook.tsv")))
    #expect(result.problems.isEmpty && result.accepted == 10 && result.ignored.isEmpty)
    let third = result.content[2]
    #expect(third.start == Moment(instant: 1_772_467_200_000, hasTime: false) && third.title == "春款上新")
    #expect(third.readings["new_follow"] == nil && third.readings["watch_uv"] == 11943)
    #expect(third.readings.byMetric["gmv"] == Reading(239_500, raw: "23.95", isRounded: true))
    #expect(result.content[4].note == "下雨，网络卡")
  }

  @Test func `a bad cell costs itself and nothing else`() throws {
    let text = """
      直播主题,开播时间,观看人数,成交金额,点击成交率,订单号
      一,2026-03-12 19:58,很多,¥100,5%,x
      二,昨天,1,2,3%,
      三,2026-03-13 19:58,-5,2,3%,
      三,2026-03-13 19:58,6,2,3%,
      合计,,12,,,
      """
    let result = try ShowImport.list(Table(pasted: text))
    #expect(result.content.map(\.line) == [2, 4] && result.rows == 5 && result.ignored == ["订单号"])
    #expect(result.content[0].readings.values == ["gmv": 100, "clk_pay_rate": 0.05])
    #expect(
      result.problems == [
        Problem(line: 2, column: 3, header: "观看人数", why: .notANumber, raw: "很多"),
        Problem(line: 3, column: 2, header: "开播时间", why: .notADate, raw: "昨天"),
        Problem(line: 4, column: 3, header: "观看人数", why: .outOfRange, raw: "-5"),
        Problem(line: 5, column: 2, header: "开播时间", why: .duplicate, raw: "2026-03-13 19:58"),
      ])
  }

  @Test func `a team's own mapping overrules the names, and says how ratios are written`() throws {
    let table = try Table(pasted: "日期,老板看的,点击成交率\n2026-03-12,5,0.2879\n")
    let result = try ShowImport.list(
      table, mapping: ["老板看的": .metric("violation_cnt"), "点击成交率": .metric("clk_pay_rate", .plain)])
    #expect(result.content[0].readings.values == ["violation_cnt": 5, "clk_pay_rate": 0.2879])
  }

  @Test func `a start and an end may share a cell`() throws {
    let result = try ShowImport.list(Table(pasted: "直播时间\tGMV\n2026-03-12 19:58:03~2026-03-13 00:12:40\t5\n"))
    #expect(result.content[0].end == 1_773_331_960_000 && result.content[0].readings["duration_sec"] == 15277)
  }

  @Test func `a file of another kind is refused as a whole`() throws {
    #expect(throws: TableFault.unrecognised) { try ShowImport.list(Table(reading: Sample.bytes("issues.csv"))) }
    #expect(throws: TableFault.unrecognised) { try GoalImport.read(Table(reading: Sample.bytes("questions.csv"))) }
    #expect(throws: TableFault.unrecognised) { try TrendImport.read(Table(reading: Sample.bytes("solutions.csv"))) }
    #expect(throws: TableFault.unrecognised) { try MarkerImport.read(Table(reading: Sample.bytes("goals.csv"))) }
    #expect(throws: TableFault.unrecognised) { try QuestionImport.read(Table(reading: Sample.bytes("markers.csv"))) }
  }
}
