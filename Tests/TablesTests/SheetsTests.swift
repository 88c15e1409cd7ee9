import Fixtures
import Metrics
import Tables
import Testing
import Workbooks

@Suite struct `The sheets of a workbook` {
  /// 2026-03-12 20:00.
  private static let show = PlannedShow(start: 1_773_316_800_000, title: nil)

  private func sheets(_ name: String) throws -> [Sheet] {
    try Workbook(reading: Sample.bytes(name)).sheets.map { sheet in
      Sheet(name: sheet.name, table: try Table(rows: sheet.rows.map { ($0.line, $0.cells) }))
    }
  }

  private func sheet(_ name: String, _ text: String) throws -> Sheet {
    Sheet(name: name, table: try Table(pasted: text))
  }

  @Test(arguments: ["douyin-show.xlsx", "cases/files/b12-douyin-show.xlsx"])
  func `make one show`(name: String) throws {
    let all = try ShowImport.summary(try sheets(name), of: Self.show)
    let row = try #require(all.file.content.first)
    let values = [
      "gmv": 231_182, "watch_uv": 11967, "impression_uv": 95736, "avg_watch_sec": 169, "interact_rate": 0.0583,
      "pay_uv": 673, "duration_sec": 15_277,
    ]
    for (key, value) in values { #expect(row.readings[key] == value, "\(key)") }
    #expect(row.title == "羊绒专场" && row.start?.instant == Self.show.start - 117_000)
    #expect(all.file.content.count == 1 && all.left.isEmpty && all.file.encoding == .workbook)
    #expect(all.file.problems.allSatisfy { $0.sheet != nil })
  }

  @Test func `that hold a trend are read as one`() throws {
    let book = try sheets("douyin-trend.xlsx")
    let trend = try TrendImport.read(book[0].table, start: Self.show.start - 117_000)
    #expect(trend.doubts.isEmpty && trend.problems.isEmpty)
    #expect(trend.content.series.columns.count >= 2 && trend.content.series.offsets.count > 100)
  }

  @Test func `say more of the show than its products do, and are named where they say nothing`() throws {
    let all = try ShowImport.summary(
      [
        sheet("商品", "商品名称\t成交金额\t商品点击人数\n合计\t10\t7\n围巾\t10\t7"), sheet("说明", "口径\t解释\n成交\t付款"),
        sheet("明细", "商品名称\t成交金额\n围巾\t4\n帽子\t5"), sheet("整场", "成交金额\t场观\n12\t100"),
      ], of: Self.show)
    let row = try #require(all.file.content.first)
    #expect(row.readings["gmv"] == 12 && row.readings["watch_uv"] == 100 && row.readings["item_clk_uv"] == 7)
    #expect(all.left == ["说明", "明细"])
  }

  @Test func `that contradict each other have the first believed and the others' cells told`() throws {
    let all = try ShowImport.summary(
      [
        sheet("基本信息", "成交金额\t场观\t互动率\t人均观看时长\n100\t8.0万\t5.83%\t2分49秒"),
        sheet("转化漏斗", "场观\t成交金额\t互动率\n80123\t120\t5.8%"),
        sheet("竖着的", "人均观看时长\t170\n成交金额(元)\t130"),
        sheet("商品", "商品名称\t成交金额\n合计\t90\n围巾\t90"),
      ], of: Self.show)
    let row = try #require(all.file.content.first)
    #expect(row.readings["gmv"] == 100 && row.readings["watch_uv"] == 80_000 && row.readings["avg_watch_sec"] == 169)
    let told = all.file.problems.map { "\($0.sheet ?? "") \($0.line) \($0.column ?? 0) \($0.why) \($0.raw)" }
    #expect(
      told == ["转化漏斗 2 2 contradicted 120", "竖着的 1 2 contradicted 170", "竖着的 2 2 contradicted 130"])
    #expect(all.file.doubts.isEmpty && all.left.isEmpty)
  }

  @Test func `are doubted together where one is of another day, or none is of the show`() throws {
    let other = try sheet("一", "开播时间\t成交金额\n2026-02-01 20:00\t5")
    let own = try sheet("二", "场观\n100")
    #expect(try ShowImport.summary([own, other], of: Self.show).file.doubts == [.otherDay])
    let products = try sheet("三", "商品名称\t成交金额\n围巾\t4\n帽子\t5")
    #expect(try ShowImport.summary([products], of: Self.show).file.doubts == [.productList])
    #expect(throws: TableFault.unrecognised) {
      try ShowImport.summary([sheet("四", "口径\t解释\n成交\t付款")], of: Self.show)
    }
  }
}
