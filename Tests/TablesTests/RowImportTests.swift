import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `Importing goals, markers, questions, issues and solutions` {
  @Test func `goals are values of their metrics`() throws {
    let result = try GoalImport.read(Table(reading: Sample.bytes("goals.csv")))
    #expect(result.problems.isEmpty && result.accepted == 10)
    let goals = Dictionary(uniqueKeysWithValues: result.content.map { ($0.metric, $0.reading.value) })
    #expect(
      goals == [
        "watch_uv": 11534, "gmv": 228_000, "avg_watch_sec": 210, "avg_online": 409, "clk_pay_rate": 0.08,
        "new_follow": 617, "wecom_new": 120, "reserve_uv": 400, "interact_rate": 0.06, "refund_rate": 0.05,
      ])
    #expect(result.content[0].basis == "近7场中位数 × 1.1" && result.content[3].basis == nil)
  }

  @Test func `a goal of no metric, without a value or set twice is reported`() throws {
    let result = try GoalImport.read(Table(pasted: "指标\t目标值\n好感\t5\n场观\t\n成交金额（万）\t22.8\nGMV\t1\n,\n"))
    #expect(result.content.map(\.reading.value) == [228_000] && result.content[0].metric == "gmv")
    #expect(result.problems.map(\.why) == [.unknownWord, .missing, .duplicate, .unknownWord])
  }

  @Test func `goals that are ratios are in one style, and a bare duration must have its unit`() throws {
    let plain = try GoalImport.read(Table(pasted: "指标,目标值\n点击成交率,0.085\n互动率,0.06\n场观,5\n"))
    #expect(plain.content.map(\.reading.value) == [0.085, 0.06, 5] && plain.columns[1].style.ratio == .plain)
    let unsure = try GoalImport.read(Table(pasted: "指标,目标值\n点击成交率,0.08\n"))
    #expect(unsure.asks && unsure.columns[1].certainty == .unsure)
    let percent = try GoalImport.read(Table(pasted: "指标,目标值\n点击成交率,8%\n互动率,6.5%\n"))
    #expect(percent.content.map(\.reading.value) == [0.08, 0.065] && !percent.asks)
    let bare = try GoalImport.read(Table(pasted: "指标,目标值\n人均观看时长,3.5\n人均观看时长(分),3.5\n"))
    #expect(bare.content.map(\.reading.value) == [210] && bare.problems.map(\.why) == [.ambiguous])
  }

  @Test func `markers have their moment and kind`() throws {
    let result = try MarkerImport.read(Table(reading: Sample.bytes("markers.csv")))
    #expect(result.problems.isEmpty && result.accepted == result.rows && result.accepted == 42)
    let first = result.content[0]
    #expect(first.line == 2 && first.at == 1_773_316_683_000 && first.kind == "product" && first.text == "1号 山羊绒围巾")
    #expect(Set(result.content.map(\.kind)) == ["product", "wecom", "flashSale", "luckyBag", "note"])
  }

  @Test func `questions keep their words and find their codes`() throws {
    let result = try QuestionImport.read(Table(reading: Sample.bytes("questions.csv")))
    #expect(result.problems.isEmpty && result.accepted == 86 && result.ignored.isEmpty)
    let first = result.content[0]
    #expect(first.askedAt == 1_773_316_767_000 && first.source == "moments" && first.group == nil)
    #expect(first.user == "A00暖暖妈妈" && first.category == "mall" && first.urgency == "order")
    #expect(result.content.allSatisfy { $0.category != nil && $0.source != nil && $0.urgency != nil })
    #expect(Set(result.content.compactMap(\.category)).count >= 14)
  }

  @Test func `a question with an unknown word is kept, one without words is not`() throws {
    let text = "时间,来源,问题,分类\n20:01,飞鸽,多大,尺码规格\n20:02,社群,,其他\n昨天,社群,\"一\n二\",天文\n"
    let result = try QuestionImport.read(Table(pasted: text), start: 1_773_316_683_000)
    #expect(result.content.map(\.text) == ["多大", "一\n二"] && result.content[0].askedAt == 1_773_316_860_000)
    #expect(result.problems.map(\.why) == [.unknownWord, .missing, .notADate, .unknownWord])
  }

  @Test func `issues and solutions come with roles and kinds`() throws {
    let issues = try IssueImport.read(Table(reading: Sample.bytes("issues.csv")))
    #expect(issues.problems.isEmpty && issues.accepted == 14)
    #expect(Set(issues.content.map(\.role)).count == 5 && issues.content[0].offset == 27 * 60)
    #expect(issues.content[0].kind == "mistake" && issues.content[0].metric == "gmv" && issues.content[1].offset == nil)
    #expect(issues.content.allSatisfy { $0.metric != nil })
    let solutions = try SolutionImport.read(Table(reading: Sample.bytes("solutions.csv")))
    #expect(solutions.problems.isEmpty)
    #expect(solutions.content.map(\.owner) == ["floor", "backstage", "private", "operations"])
    #expect(solutions.content.map(\.kind) == ["sop", "checklist", "script", "play"])
  }

  @Test func `words that are too long are cut and reported`() throws {
    let long = String(repeating: "长", count: 600)
    let result = try IssueImport.read(Table(pasted: "岗位\t类型\t内容\n主播\t失误\t\(long)\n老板\t失误\tx\n"))
    #expect(result.content.map { $0.text.count } == [500] && result.content[0].text.hasSuffix("…"))
    #expect(result.problems.map(\.why) == [.tooLong, .unknownWord])
  }
}
