import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `Importing the minute trend` {
  static let start: Int64 = 1_773_316_683_000

  @Test func `gives a series per column, and a marker per change of product`() throws {
    let result = try TrendImport.read(Table(reading: Sample.bytes("channels-trend.csv")))
    #expect(result.problems.isEmpty && result.ignored.isEmpty && result.accepted == result.rows)
    let series = result.content.series
    #expect(
      series.columns.map(\.metric) == [
        "online", "watch_uv", "leave_uv", "comment_cnt", "like_cnt", "share_uv", "new_follow", "item_clk_uv", "pay_cnt",
        "gmv",
      ])
    #expect(series.columns.map(\.kind) == [.level] + Array(repeating: .perBucket, count: 9))
    #expect(series.from == Self.start - 3000 && series.offsets.prefix(3) == [0, 60, 120])
    #expect(series.offsets(sinceStart: Self.start).prefix(2) == [-3, 57])
    let online = try #require(series.values(of: "online")).compactMap(\.self)
    #expect(online.max() == 578 && abs((series.averageOnline ?? 0) - 356) < 2)
    #expect(result.content.talks.prefix(2).map(\.text) == ["1号 山羊绒围巾", "2号 圆领羊绒衫"])
    #expect(result.content.talks[1].at == Self.start - 3000 + 11 * 60_000 && result.content.talks.count == 24)
  }

  @Test func `finds where people came and where they left`() throws {
    let series = try TrendImport.read(Table(reading: Sample.bytes("channels-trend.csv"))).content.series
    let turns = series.turns()
    #expect(!turns.peaks.isEmpty && turns.peaks.count <= 5 && !turns.troughs.isEmpty)
    #expect(turns.peaks.contains { $0.value == 578 })
  }

  @Test func `both encodings give the same trend`() throws {
    let utf8 = try TrendImport.read(Table(reading: Sample.bytes("channels-trend.csv")))
    let gb18030 = try TrendImport.read(Table(reading: Sample.bytes("channels-trend-gb18030.csv")))
    #expect(utf8.content == gb18030.content && gb18030.encoding == .gb18030)
  }

  @Test func `rows without a time, twice the same minute and bad cells are reported, the rest is kept`() throws {
    let text = """
      时间,在线人数,累计观看人数,热度,备注
      20:02,100,10,1.5,
      20:01,90,x,2,好
      20:02,5,5,5,
      ,7,7,7,
      00:05,-3,40,-,
      """
    let result = try TrendImport.read(Table(pasted: text), start: Self.start)
    let series = result.content.series
    #expect(series.offsets == [0, 60, 14640] && result.accepted == 3 && result.ignored == ["备注"])
    #expect(series.columns.map(\.kind) == [.level, .cumulative, .perBucket] && series.columns[2].metric == nil)
    #expect(series.values == [[90, 100, nil], [nil, 10, 40], [2, 1.5, nil]])
    #expect(result.problems.map(\.why) == [.notANumber, .duplicate, .missing, .outOfRange])
    #expect(throws: TableFault.unrecognised) { try TrendImport.read(Table(pasted: text)) }
  }
}
