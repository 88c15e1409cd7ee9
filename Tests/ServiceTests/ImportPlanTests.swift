import Board
import Foundation
import JSON
import Tables
import Testing

@testable import Service

@Suite struct `What a file asks for` {
  private let show = ImportPlan.ShowFacts(origin: 1_773_316_683_000, products: [])

  @Test func `a show's numbers become a snapshot, with what follows from them, and the real times`() throws {
    let plan = try ImportPlan(.summary, sample("channels-show.csv"), show: show)
    #expect(plan.steps.map(\.op) == ["snapshot.import"])
    let args = try #require(plan.steps.first?.args)
    #expect(args["values"]?["gmv"]?.double == 231_182)
    #expect(args["values"]?["uv_value"]?.double != nil)
    #expect(args["start"]?.int == 1_773_316_683_000)
    #expect(plan.report.problems.isEmpty)
  }

  @Test func `all sheets of a workbook make one snapshot`() throws {
    let plan = try ImportPlan(.summary, sample("douyin-show.xlsx"), show: show)
    #expect(plan.steps.map(\.op) == ["snapshot.import"] && plan.report.left.isEmpty)
    let values = try #require(plan.steps.first?.args["values"])
    #expect(values["gmv"]?.double == 231_182 && values["watch_uv"]?.double == 11967)
    #expect(values["avg_watch_sec"]?.double == 169)
    #expect(plan.steps.first?.args["start"]?.int == 1_773_316_683_000)
  }

  @Test func `of a workbook the first sheet that is a trend is one`() throws {
    let plan = try ImportPlan(.trend, sample("douyin-trend.xlsx"), show: show)
    #expect(plan.steps.first?.op == "series.import" && plan.report.encoding == "XLSX")
    #expect(throws: TableFault.unrecognised) { try ImportPlan(.goals, sample("douyin-trend.xlsx"), show: show) }
  }

  @Test func `a workbook that is damaged, old or swells is refused as what it is`() throws {
    let whole = try sample("douyin-show.xlsx")
    for bytes in [Array(whole.prefix(900)), [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600)] {
      #expect(throws: TableFault.spreadsheet) { try ImportPlan(.summary, bytes, show: show) }
    }
    #expect(throws: TableFault.tooBig) { try ImportPlan(.summary, sample("workbooks/bomb.xlsx"), show: show) }
  }

  @Test func `a minute trend becomes one series, and its products markers where there are none`() throws {
    let plan = try ImportPlan(.trend, sample("channels-trend.csv"), show: show)
    #expect(plan.steps.map(\.op) == ["series.import", "markers.import"])
    #expect(plan.steps[0].args["offsets"]?.array?.count == plan.report.accepted)
    let marked = ImportPlan.ShowFacts(origin: show.origin, products: [(0, "1号 山羊绒围巾")])
    #expect(try ImportPlan(.trend, sample("channels-trend.csv"), show: marked).steps.map(\.op) == ["series.import"])
  }

  @Test func `a product marker told twice, once by the minute, is one`() throws {
    let known = ImportPlan.ShowFacts(origin: show.origin, products: [(-3, "1号 山羊绒围巾")])
    let all = try ImportPlan(.markers, sample("markers.csv"), show: show)
    let rest = try ImportPlan(.markers, sample("markers.csv"), show: known)
    #expect(all.count("markers") == rest.count("markers") + 1)
  }

  @Test func `questions come in commands of at most ten, so that nobody waits long behind one`() throws {
    let plan = try ImportPlan(.questions, sample("questions.csv"), show: show)
    #expect(plan.count("questions") == plan.report.accepted)
    #expect(plan.steps.allSatisfy { ($0.args["questions"]?.array?.count ?? 0) <= 10 })
  }

  @Test func `the same words of two users at one time are one question, asked once more`() throws {
    let plan = try ImportPlan(.questions, sample("cases/files/b05-same-words-two-users.csv"), show: show)
    let questions = try #require(plan.steps.first?.args["questions"]?.array)
    #expect(questions.count == 1 && questions[0]["text"] == "有货吗" && questions[0]["plus"] == 1)
    #expect(plan.report.accepted == 2)
    let twice = Array("时间,问题,昵称\n20:01,有货吗,甲甲\n20:01,有货吗,甲甲\n".utf8)
    let once = try ImportPlan(.questions, twice, show: show).steps.first?.args["questions"]?.array
    #expect(once?.count == 1 && once?[0]["plus"] == nil)
  }

  @Test func `a list leaves out the show that was a button pressed too early`() throws {
    let plan = try ListPlan(sample("channels-show-list.csv"))
    #expect(plan.rows.count == 10)
    #expect(plan.report.accepted == 10)
  }

  @Test func `a cell that cannot be read is told with its place, and the others are kept`() throws {
    let text = "指标,目标值\n场观,很多\n成交金额,228000\n"
    let plan = try ImportPlan(.goals, Array(text.utf8), show: show)
    #expect(plan.count("goals") == 1)
    let problem = try #require(plan.report.problems.first)
    #expect((problem.line, problem.column, problem.raw) == (2, 2, "很多"))
  }

  private func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Samples/\(name)")))
  }
}

extension ImportPlan {
  fileprivate func count(_ field: String) -> Int { steps.reduce(0) { $0 + ($1.args[field]?.array?.count ?? 0) } }
}
