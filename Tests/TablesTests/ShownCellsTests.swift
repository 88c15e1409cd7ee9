import Metrics
import Tables
import Testing

@Suite struct `The cells that are shown of a summary` {
  private static let show = PlannedShow(start: 1_773_316_683_000, title: "晚场")
  private static let rows = """
    直播主题,开播时间,成交金额,观看人数,店长
    早场,2026-03-12 09:00,5,10,甲
    午场,2026-03-12 12:00,6,11,乙
    别的,2026-03-12 15:00,7,12,丙
    晚场,2026-03-12 20:00,8,,丁

    """

  private static func samples(_ file: Import<[ShowRow]>, _ index: Int) -> [String] {
    file.columns[index].samples.map(\.raw)
  }

  @Test func `begin with those of the show at hand`() throws {
    let file = try ShowImport.summary(Table(pasted: Self.rows), of: Self.show)
    #expect(file.content.map(\.line) == [5])
    #expect(Self.samples(file, 0) == ["晚场", "早场", "午场"] && Self.samples(file, 2) == ["8", "5", "6"])
    #expect(file.columns[2].samples[0].read == .number(8) && file.columns[0].samples[0].read == .text("晚场"))
    #expect(file.columns[1].samples[0].read == .moment(1_773_316_800_000))
    #expect(Self.samples(file, 4) == ["丁", "甲", "乙"])
  }

  @Test func `say nothing of another show where its own cell is empty`() throws {
    let file = try ShowImport.summary(Table(pasted: Self.rows), of: Self.show)
    #expect(file.columns[3].samples[0] == ColumnReading.Sample(raw: "", read: nil))
    #expect(Self.samples(file, 3) == ["", "10", "11"] && file.columns[3].meaning == .metric("watch_uv"))
  }

  @Test func `begin with those of the row that somebody chose`() throws {
    let file = try ShowImport.summary(Table(pasted: Self.rows), of: Self.show, row: 1)
    #expect(Self.samples(file, 2) == ["6", "5", "7"] && file.columns[2].samples[0].read == .number(6))
    #expect(file.problems.isEmpty && file.doubts.isEmpty)
  }

  @Test func `are those of the first rows where it is asked which it is, and in a list`() throws {
    let asked = try ShowImport.summary(Table(pasted: Self.rows), of: PlannedShow(start: Self.show.start + 86_400_000))
    #expect(asked.doubts == [.otherDay] && Self.samples(asked, 2) == ["5", "6", "7"])
    #expect(try Self.samples(ShowImport.list(Table(pasted: Self.rows)), 2) == ["5", "6", "7"])
  }

  @Test func `are those of the line that adds up a list of products`() throws {
    let text = "商品名称,货号,成交金额\n围巾,A1,5\n毛衣,B2,6\n合计,—,11\n"
    let file = try ShowImport.summary(Table(pasted: text), of: Self.show)
    #expect(Self.samples(file, 2) == ["11"] && Self.samples(file, 1) == ["—", "A1", "B2"])
  }

  @Test func `that cannot be read are told once`() throws {
    let text = "直播主题,开播时间,成交金额\n早场,2026-03-12 09:00,5\n晚场,2026-03-12 20:00,很多\n"
    let file = try ShowImport.summary(Table(pasted: text), of: Self.show)
    #expect(file.problems.map(\.line) == [3])
    #expect(file.columns[2].samples == [.init(raw: "很多", read: nil), .init(raw: "5", read: .number(5))])
  }
}
