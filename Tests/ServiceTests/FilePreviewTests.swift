import Board
import JSON
import Metrics
import Tables
import Testing

@testable import Service

@Suite struct `What a file would store` {
  @Test func `is told column by column, with the first cells raw and read`() throws {
    let bytes = Array("成交金额(万元),观看人数,店长备注\n23.1,\"11,967\",很好\n".utf8)
    let told = try Desk().preview(bytes).told
    let columns = try #require(told["parts"]?.array?.first?["columns"]?.array)
    #expect(columns[0]["meaning"] == ["metric": "gmv"] && columns[0]["unit"] == "万元")
    #expect(columns[0]["samples"] == [["raw": "23.1", "read": ["number": 231_000.0]]])
    #expect(columns[1]["key"] == "观看人数" && columns[1]["unit"] == .null)
    #expect(columns[2]["meaning"] == ["ignored": "unknown"])
    #expect(columns[2]["samples"] == [["raw": "很好", "read": .null]])
  }

  @Test func `is told of words as they would be stored, without what is private`() throws {
    let bytes = Array("时间,昵称,问题\n2026-03-12 20:01,豆豆麻麻,我的电话13812345678怎么改\n".utf8)
    let told = try Desk().preview(bytes).told
    let columns = try #require(told["parts"]?.array?.first?["columns"]?.array)
    #expect(columns[1]["samples"]?.array?.first?["read"]?["text"]?.string?.contains("麻") == false)
    #expect(
      columns[2]["samples"] == [["raw": "我的电话13812345678怎么改", "read": ["text": "我的电话〔手机号〕怎么改"]]])
  }

  @Test func `is told against what the show has`() throws {
    var desk = try Desk()
    try desk.show.say("snapshot.take", ["values": ["gmv": 5, "watch_uv": 100, "pay_cnt": 3]])
    let told = try desk.preview(Array("成交金额,观看人数,评论条数\n6,100,4\n".utf8)).told
    let changes = try #require(told["parts"]?.array?.first?["changes"])
    #expect(changes["new"]?.array?.contains("comment_cnt") == true)
    let gmv = changes["changed"]?.array?.first { $0["metric"] == "gmv" }
    #expect(gmv?["from"]?.double == 5 && gmv?["to"]?.double == 6)
    #expect(changes["same"]?.array?.contains("watch_uv") == true)
    #expect(changes["kept"]?.array?.contains("pay_cnt") == true)
    #expect(told["parts"]?.array?.first?["columns"]?.array?.first?["now"]?.double == 5)
  }

  @Test func `tells of times only those that it makes known`() throws {
    var desk = try Desk()
    func times(_ minute: Int) throws -> JSON? {
      let bytes = Array("开播时间,结束时间,成交金额\n2026-03-12 20:0\(minute):00,2026-03-12 22:00:00,6\n".utf8)
      return try desk.preview(bytes, as: [.summary]).told["parts"]?.array?.first?["changes"]?["times"]
    }
    #expect(try times(1)?["start"]?["from"] == .null && times(1)?["end"]?["to"] != nil)
    try desk.show.say("show.start", ["at": .int(Int(Desk.start))])
    #expect(try times(1)?["start"] == nil && times(1)?["end"] != nil)
    try desk.show.say("show.end", ["at": .int(Int(Desk.start) + 7_200_000)])
    #expect(try times(1) == nil)
  }

  @Test func `of a workbook is as many parts as it has kinds, each sheet one of them`() throws {
    let summary = "成交金额,观看人数\n5,6\n"
    #expect(try Desk().preview(Array(summary.utf8)).parts.map(\.part.kind) == [.summary])
    for (name, kind) in [
      ("channels-trend.csv", ImportFile.trend), ("markers.csv", .markers), ("goals.csv", .goals),
      ("questions.csv", .questions), ("channels-show.csv", .summary), ("douyin-trend.xlsx", .trend),
    ] {
      #expect(try Desk().preview(Desk.sample(name)).parts.map(\.part.kind) == [kind], "\(name)")
    }
  }

  @Test(arguments: [
    "01-douyin-compass-live-list", "02-sycm-live-per-show", "03-sycm-changci", "04-taobao-livecsv",
    "05-tiktok-live-analysis-en", "06-tiktok-live-analysis-id", "08-tiktok-creator-live-performance",
    "09-shopee-live-id", "11-douyin-live-centre", "12-channels-data-centre",
  ]) func `of rows that say when a show began is a show's numbers, and no minute of it`(name: String) throws {
    let bytes = try Desk.sample("cases/headers/\(name).csv")
    #expect(try Desk().preview(bytes).parts.map(\.part.kind) == [.summary])
  }

  @Test func `asks which of several shows it is, and takes the one that is chosen`() throws {
    let bytes = Array("直播主题,开播时间,成交金额\n早场,2026-03-12 19:50,5\n晚场,2026-03-12 20:10,6\n".utf8)
    let desk = try Desk(title: "福利专场")
    let asked = try desk.preview(bytes).told["parts"]?.array?.first
    #expect(asked?["doubts"] == ["severalShows"] && asked?["asks"] == true)
    #expect(asked?["choices"]?.array?.map { $0["title"] } == ["早场", "晚场"])
    #expect(asked?["choices"]?.array?.map { $0["chosen"] } == [false, false])
    var agreement = FileAgreement()
    agreement.row = 1
    let chosen = try desk.preview(bytes, as: Desk.ofShow, agreement).told["parts"]?.array?.first
    #expect(chosen?["doubts"] == [] && chosen?["asks"] == false)
    #expect(chosen?["choices"]?.array?.map { $0["chosen"] } == [false, true])
    #expect(try desk.plan(bytes, as: [.summary], agreement).last?.args["values"]?["gmv"]?.double == 6)
  }

  @Test func `counts all problems and tells the first hundred`() throws {
    let rows = (0..<150).map { _ in "没有这个指标,5\n" }.joined()
    let part = try Desk().preview(Array("指标,目标值\n成交金额,5\n\(rows)".utf8)).told["parts"]?.array?.first
    #expect(part?["problems"]?["count"] == 150 && part?["problems"]?["first"]?.array?.count == 100)
    #expect(part?["problems"]?["first"]?.array?.first?["code"] == "unknownWord")
  }

  @Test func `counts questions that are new, merged, known and of no time`() throws {
    var desk = try Desk()
    try desk.store(desk.plan(Array("时间,问题\n20:01,有货吗\n".utf8), as: [.questions]))
    let bytes = Array("时间,问题,昵称\n20:01,有货吗,甲\n20:05,几时发货,甲\n20:05,几时发货,乙\n,包邮吗,丙\n".utf8)
    let part = try desk.preview(bytes).told["parts"]?.array?.first
    #expect(part?["changes"]?["questions"] == ["new": 2, "merged": 1, "known": 1, "undated": 1])
    #expect(part?["asks"] == true)
  }

  @Test func `knows a file that stands already, and none that was not brought`() throws {
    var desk = try Desk()
    let bytes = Array("指标,目标值\n成交金额,5\n".utf8)
    #expect(try desk.preview(bytes).known == nil)
    let plan = try desk.plan(bytes, as: [.goals])
    try desk.store(plan)
    #expect(try desk.preview(bytes).known == plan.steps[0].args["file"]?.string)
    #expect(try desk.preview(Array("指标,目标值\n成交金额,6\n".utf8)).known == nil)
  }

  @Test func `is known only while bringing it again would change nothing`() throws {
    var desk = try Desk()
    let (a, b) = (Array("成交金额,观看人数\n1000,20\n".utf8), Array("成交金额,观看人数\n2000,20\n".utf8))
    for bytes in [a, b, a] {
      let told = try desk.preview(bytes)
      #expect(told.known == nil)
      try desk.store(desk.plan(bytes, as: [.summary]))
      #expect(try desk.preview(bytes).known != nil)
    }
    #expect(desk.show.fold.latestNumbers?.values["gmv"] == 1000)
    #expect(desk.show.fold.files.count == 3)
    for key in desk.show.fold.records(.snapshot).keys {
      try desk.show.say("snapshot.withdraw", ["snapshot": .string(key)])
    }
    let state = try desk.preview(a).state
    #expect(try desk.preview(a).known == nil && Desk().preview(a).state != state)
    try desk.store(desk.plan(a, as: [.summary]))
    #expect(desk.show.fold.latestNumbers?.values["gmv"] == 1000)
  }

  @Test(arguments: [
    ("指标,目标值\n成交金额,5\n", ImportFile.goals, "goal.clear"), ("时间,类型,说明\n20:01,场记,开场\n", .markers, "marker.remove"),
  ]) func `is not known once what it brought was removed`(text: String, kind: ImportFile, op: String) throws {
    var desk = try Desk()
    let bytes = Array(text.utf8)
    try desk.store(desk.plan(bytes, as: [kind]))
    #expect(try desk.preview(bytes, as: [kind]).known != nil)
    let marker = desk.show.fold.records(.marker).keys.first
    try desk.show.say(op, marker.map { ["marker": .string($0)] } ?? ["metric": "gmv"])
    #expect(try desk.preview(bytes, as: [kind]).known == nil)
  }

  @Test func `is known of a trend and of questions that are there`() throws {
    for (name, kind) in [("channels-trend.csv", ImportFile.trend), ("questions.csv", .questions)] {
      var desk = try Desk()
      let bytes = try Desk.sample(name)
      try desk.store(desk.plan(bytes, as: [kind]))
      #expect(try desk.preview(bytes, as: [kind]).known != nil, "\(name)")
    }
  }

  @Test func `tells of a file that was not stored whole, and has the rest of it done`() throws {
    var desk = try Desk()
    let bytes = Array("时间,问题\n20:01,有货吗\n".utf8)
    let plan = try desk.plan(bytes, as: [.questions])
    try desk.store(plan, upTo: 2)
    let told = try desk.preview(bytes, as: [.questions])
    #expect(told.known == nil && told.unfinished == plan.steps[0].args["file"]?.string)
    try desk.store(plan)
    let known = try desk.preview(bytes, as: [.questions])
    #expect(known.unfinished == nil && known.known == told.unfinished)
  }

  @Test func `has another state wherever anything of it is different, and the same everywhere else`() throws {
    var desk = try Desk()
    let bytes = Array("成交金额,观看人数\n6,100\n".utf8)
    let state = try desk.preview(bytes).state
    #expect(try desk.preview(bytes).state == state)
    var agreement = FileAgreement()
    agreement.skipsBad = true
    agreement.state = state
    #expect(try desk.preview(bytes, as: Desk.ofShow, agreement).state == state)
    agreement.mapping = [.summary: ["观看人数": .ignore]]
    #expect(try desk.preview(bytes, as: Desk.ofShow, agreement).state != state)
    #expect(try desk.preview(Array("成交金额,观看人数\n6,101\n".utf8)).state != state)
    try desk.show.say("marker.add", ["offset": 3, "kind": "note", "text": "开场"])
    #expect(try desk.preview(bytes).state == state)
    try desk.show.say("snapshot.take", ["values": ["gmv": 5]])
    #expect(try desk.preview(bytes).state != state)
  }
}

@Suite struct `What was decided of columns` {
  private let bytes = Array("成交额合计,店长备注\n6.2,很好\n".utf8)

  @Test func `overrules what the file says, and is known the next time`() throws {
    var desk = try Desk()
    var agreement = FileAgreement()
    agreement.mapping = [.summary: ["成交额合计": ColumnChoice(.metric("gmv"), unit: .tenThousand), "观看": .ignore]]
    let chosen = try desk.read(bytes, as: [.summary], agreement)
    #expect(chosen.parts[0].columns[0].certainty == .chosen)
    let args = try #require(chosen.parts[0].remembering(agreement.mapping[.summary] ?? [:]))
    // A column that the file has not is not remembered.
    #expect(args["mapping"] == "summary.other" && args["columns"]?.array?.count == 1)
    try desk.channel.serve("mapping.remember", args)
    let told = try desk.preview(bytes, as: [.summary]).told["parts"]?.array?.first?["columns"]?.array?.first
    #expect(told?["remembered"] == true && told?["certainty"] == "chosen")
    #expect(told?["samples"]?.array?.first?["read"] == ["number": 62000.0])
    // What is decided anew is not what is remembered.
    agreement.mapping = [.summary: ["成交额合计": ColumnChoice(.metric("gmv"))]]
    let anew = try desk.preview(bytes, as: [.summary], agreement).told["parts"]?.array?.first?["columns"]?.array?.first
    #expect(anew?["remembered"] == nil && anew?["samples"]?.array?.first?["read"] == ["number": 6.2])
  }

  @Test(arguments: ["总\u{7}额", String(repeating: "总额", count: 41), "总\u{85}额"])
  func `is not remembered of a header that no log takes`(header: String) throws {
    var desk = try Desk()
    let column = try #require(
      try desk.read(Array("\(header),成交额合计,成交金额\n1,2,3\n".utf8), as: [.summary]).parts.first)
    let keys = column.columns.map(\.header.key)
    let decided = Dictionary(keys.map { ($0, ColumnChoice(.metric("gmv"))) }) { first, _ in first }
    let args = try #require(column.remembering(decided))
    #expect(args["columns"]?.array?.count == 2)
    try desk.channel.serve("mapping.remember", args)
  }

  @Test func `makes the same steps whether it is told now or remembered`() throws {
    var desk = try Desk()
    var agreement = FileAgreement()
    agreement.mapping = [.summary: ["成交额合计": .metric("gmv")]]
    let plan = try desk.plan(bytes, as: [.summary], agreement)
    let args = try #require(
      try desk.read(bytes, as: [.summary], agreement).parts[0].remembering(agreement.mapping[.summary]!))
    try desk.channel.serve("mapping.remember", args)
    #expect(try desk.plan(bytes, as: [.summary]).steps.map(\.id) == plan.steps.map(\.id))
  }

  @Test func `is read strictly from the line before the file`() throws {
    let line =
      #"{"name":"a.csv","mapping":{"summary":{"成交额":{"meaning":{"metric":"gmv"},"unit":"万","style":{"ratio":"plain"}}}},"kinds":["summary"],"answers":{"3":"new","undated":"skip"}}"#
    let (agreement, file) = try FileAgreement.parted(Array("\(line)\n成交额\n".utf8))
    #expect(String(decoding: file, as: UTF8.self) == "成交额\n")
    let choice = agreement.mapping[.summary]?["成交额"]
    #expect(choice == ColumnChoice(.metric("gmv"), unit: .tenThousand, style: ColumnStyle(ratio: .plain)))
    #expect(agreement.answers == [3: .new] && agreement.undated == .skip)
    for bad in [
      "{}", "成交额\n", "[]\n", #"{"mapping":{"nothing":{}}}\#n"#,
      #"{"mapping":{"summary":{"a":{"meaning":{"metric":"x"}}}}}\#n"#,
      #"{"mapping":{"summary":{"a":{"unit":"英里"}}}}\#n"#, #"{"answers":{"x":"new"}}\#n"#, #"{"other":1}\#n"#,
      #"{"mapping":{"summary":{"a":{"meaning":{"series":false}}}}}\#n"#,
      "{\"name\":\"" + String(repeating: "长", count: 30000) + "\"}\n",
    ] {
      #expect(throws: (any Error).self, "\(bad.prefix(60))") { try FileAgreement.parted(Array(bad.utf8)) }
    }
  }
}
