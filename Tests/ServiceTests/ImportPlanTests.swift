import Board
import Identity
import JSON
import Metrics
import Tables
import Testing

@testable import Service

@Suite struct `What a file asks for` {
  @Test func `a show's numbers become a snapshot, with what follows from them, and the real times`() throws {
    let plan = try Desk().plan(Desk.sample("channels-show.csv"), as: [.summary])
    #expect(plan.ops == ["file.import", "snapshot.import", "file.finish"])
    let args = try #require(plan.last?.args)
    #expect(args["values"]?["gmv"]?.double == 231_182)
    #expect(args["values"]?["uv_value"]?.double != nil)
    #expect(args["start"]?.int == 1_773_316_683_000)
    #expect(args["file"] == plan.steps[0].args["file"])
  }

  @Test func `all sheets of a workbook make one snapshot`() throws {
    let desk = try Desk()
    let bytes = try Desk.sample("douyin-show.xlsx")
    let plan = try desk.plan(bytes)
    #expect(plan.ops == ["file.import", "snapshot.import", "file.finish"])
    #expect(try desk.read(bytes).unread.isEmpty)
    let values = try #require(plan.last?.args["values"])
    #expect(values["gmv"]?.double == 231_182 && values["watch_uv"]?.double == 11967)
    #expect(values["avg_watch_sec"]?.double == 169)
    #expect(plan.last?.args["start"]?.int == 1_773_316_683_000)
  }

  @Test func `of a workbook the first sheet that is a trend is one`() throws {
    let desk = try Desk()
    let bytes = try Desk.sample("douyin-trend.xlsx")
    #expect(try desk.plan(bytes, as: [.trend]).ops == ["file.import", "series.import", "file.finish"])
    #expect(throws: TableFault.unrecognised) { try desk.plan(bytes, as: [.goals]) }
  }

  @Test func `a workbook that is damaged, old or swells is refused as what it is`() throws {
    let desk = try Desk()
    let whole = try Desk.sample("douyin-show.xlsx")
    for bytes in [Array(whole.prefix(900)), [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600)] {
      #expect(throws: TableFault.spreadsheet) { try desk.plan(bytes) }
    }
    #expect(throws: TableFault.tooBig) { try desk.plan(Desk.sample("workbooks/bomb.xlsx")) }
  }

  @Test func `a minute trend becomes one series, and its products markers where there are none`() throws {
    var desk = try Desk()
    let bytes = try Desk.sample("channels-trend.csv")
    #expect(
      try desk.plan(bytes, as: [.trend]).ops == ["file.import", "series.import", "markers.import", "file.finish"])
    try desk.show.say("marker.add", ["offset": 0, "kind": "product", "text": "1号 山羊绒围巾"])
    #expect(try desk.plan(bytes, as: [.trend]).ops == ["file.import", "series.import", "file.finish"])
  }

  @Test func `a product marker told twice, once by the minute, is one`() throws {
    var desk = try Desk()
    let all = try desk.plan(Desk.sample("markers.csv"), as: [.markers])
    try desk.show.say("marker.add", ["offset": -3, "kind": "product", "text": "1号 山羊绒围巾"])
    let rest = try desk.plan(Desk.sample("markers.csv"), as: [.markers])
    #expect(all.count("markers") == rest.count("markers") + 1)
  }

  @Test func `questions come in commands of at most ten, so that nobody waits long behind one`() throws {
    let plan = try Desk().plan(Desk.sample("questions.csv"), as: [.questions])
    #expect(plan.count("questions") == 86)
    #expect(plan.steps.allSatisfy { ($0.args["questions"]?.array?.count ?? 0) <= 10 })
  }

  @Test func `the same words of two users at one time are one question, asked once more`() throws {
    let plan = try Desk().plan(Desk.sample("cases/files/b05-same-words-two-users.csv"), as: [.questions])
    let questions = try #require(plan.last?.args["questions"]?.array)
    #expect(questions.count == 1 && questions[0]["text"] == "有货吗" && questions[0]["plus"] == 1)
    let twice = Array("时间,问题,昵称\n20:01,有货吗,甲甲\n20:01,有货吗,甲甲\n".utf8)
    let once = try Desk().plan(twice, as: [.questions]).last?.args["questions"]?.array
    #expect(once?.count == 1 && once?[0]["plus"] == nil)
  }

  @Test(arguments: [
    ("时间,类型,说明\n20:01,场记,找我13812345678\n", ImportFile.markers), ("指标,目标值,依据\n成交金额,5,问13812345678\n", .goals),
    ("时间,在线人数,13812345678的数\n20:01,5,6\n20:02,7,8\n", .trend),
    ("时间,问题\n20:01,找我13812345678\n", .questions),
  ]) func `has its words redacted as typed words are`(text: String, kind: ImportFile) throws {
    var desk = try Desk()
    let plan = try desk.plan(Array(text.utf8), as: [kind])
    try desk.store(plan)
    let kinds: [RecordKind] = [.marker, .goal, .series, .question]
    let records = kinds.flatMap { desk.show.fold.records($0).values }
    #expect(!records.isEmpty)
    for record in records { #expect(!"\(record)".contains("13812345678")) }
  }

  @Test func `questions of which the file tells no time are asked at the start or left, as somebody says`() throws {
    let bytes = Array("时间,问题\n20:01,有货吗\n,几时发货\n".utf8)
    var agreement = FileAgreement()
    agreement.undated = .start
    #expect(try Desk().plan(bytes, as: [.questions], agreement).count("questions") == 2)
    agreement.undated = .skip
    let kept = try Desk().plan(bytes, as: [.questions], agreement).last?.args["questions"]?.array
    #expect(kept?.map { $0["text"] } == ["有货吗"])
  }
}

@Suite struct `The ids of what a file asks for` {
  private let bytes = Array(
    ("时间,类型,说明\n" + (0..<1200).map { "20:\(10 + $0 / 60 % 40):\($0 % 60),场记,第\($0)条\n" }.joined()).utf8)

  @Test func `are the same whenever the same file is brought`() throws {
    let desk = try Desk()
    let ids = try desk.plan(bytes, as: [.markers]).steps.map(\.id)
    #expect(ids.count == 5 && Set(ids).count == 5)
    #expect(try desk.plan(bytes, as: [.markers]).steps.map(\.id) == ids)
    #expect(ids.allSatisfy { $0.version == 8 })
  }

  @Test func `are the same after a part of it was stored`() throws {
    var desk = try Desk()
    let whole = try desk.plan(bytes, as: [.markers])
    for end in whole.steps.indices {
      var half = desk
      try half.store(whole, upTo: end)
      let rest = try half.plan(bytes, as: [.markers])
      #expect(rest.steps.map(\.id) == whole.steps.map(\.id))
      try half.store(rest)
      #expect(half.show.fold.records(.marker).count == 1200)
    }
    try desk.store(whole)
    #expect(desk.show.fold.records(.marker).count == 1200)
  }

  @Test func `are the same for a trend whose products became markers before a crash`() throws {
    var desk = try Desk()
    let trend = try Desk.sample("channels-trend.csv")
    let whole = try desk.plan(trend, as: [.trend])
    try desk.store(whole, upTo: whole.steps.count - 1)
    #expect(try desk.plan(trend, as: [.trend]).steps.map(\.id) == whole.steps.map(\.id))
  }

  @Test func `are others for another reading of it`() throws {
    let desk = try Desk()
    let table = Array("指标,目标值\n成交金额,5\n".utf8)
    let ids = try desk.plan(table, as: [.goals]).steps.map(\.id)
    var agreement = FileAgreement()
    agreement.mapping = [.goals: ["目标值": .field("basis"), "指标": .field("metric")]]
    #expect(throws: TableFault.unrecognised) { try desk.plan(table, as: [.goals], agreement) }
    agreement.mapping = [.goals: ["目标值": .field("value")]]
    #expect(try desk.plan(table, as: [.goals], agreement).steps.map(\.id) != ids)
  }

  @Test func `are none that a file had which is forgotten`() throws {
    var desk = try Desk()
    let whole = try desk.plan(bytes, as: [.markers])
    try desk.store(whole)
    for number in 0..<500 {
      let file = JSON.string("f\(number)")
      try desk.show.serve("file.import", ["file": file, "kind": "goals", "digest": file])
      try desk.show.serve("file.finish", ["file": file])
    }
    #expect(!desk.show.fold.files.contains { .string($0.id) == whole.steps[0].args["file"] })
    let again = try desk.plan(bytes, as: [.markers])
    #expect(Set(again.steps.map(\.id)).isDisjoint(with: whole.steps.map(\.id)))
    try desk.store(again, upTo: 2)
    #expect(try desk.plan(bytes, as: [.markers]).steps.map(\.id) == again.steps.map(\.id))
  }

  @Test func `are the same of the same request, begun or carried out, and others once all was stored`() throws {
    var desk = try Desk()
    var (first, other) = (FileAgreement(), FileAgreement())
    (first.state, other.state) = ("first", "other")
    let whole = try desk.plan(bytes, as: [.markers], first)
    try desk.store(whole, upTo: 2)
    for agreement in [first, other] {
      #expect(try desk.plan(bytes, as: [.markers], agreement).steps.map(\.id) == whole.steps.map(\.id))
    }
    #expect(try desk.name(bytes, as: [.markers], first).standing == .unfinished(isAgreed: true))
    #expect(try desk.name(bytes, as: [.markers], other).standing == .unfinished(isAgreed: false))
    try desk.store(whole)
    #expect(try desk.name(bytes, as: [.markers], first).standing == .finished)
    let second = try desk.plan(bytes, as: [.markers], other)
    #expect(try desk.name(bytes, as: [.markers], other).standing == .new)
    #expect(Set(second.steps.map(\.id)).isDisjoint(with: whole.steps.map(\.id)))
    try desk.store(second)
    for (agreement, plan) in [(first, whole), (other, second)] {
      #expect(try desk.plan(bytes, as: [.markers], agreement).steps.map(\.id) == plan.steps.map(\.id))
    }
    try desk.show.say("file.withdraw", ["file": whole.steps[0].args["file"] ?? .null])
    #expect(try desk.name(bytes, as: [.markers], first).standing == .new)
  }
}
