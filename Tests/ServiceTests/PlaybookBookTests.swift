import Board
import Identity
import JSON
import Testing

@testable import Service

@Suite struct `A playbook to take away` {
  @Test func `reads as a cover, an index by role, what is in force by stage, and trials apart`() throws {
    let text = String(decoding: try book().written(as: .markdown, in: .zh), as: UTF8.self)
    #expect(
      text == """
        # 打法手册 · 暖冬团队

        生成于 2026-03-13 00:00（UTC+8） · 第 4 版 · 生效 1 条 · 试行 2 条 · 废止 0 条

        ## 按岗位索引

        - **场控**: #1 换装由场控顶讲; #3 \\=cmd
        - **中控**: #2 双人核价

        ## 讲解

        ### #1 换装由场控顶讲

        流程 · 场控 · 生效 · v1

        **何时用**: 主播离席前

        离席前三十秒口头交接  
        \\- 回来后补报优惠  

        ## 试行中

        ### 不限环节

        #### #2 双人核价

        清单 · 中控 · 试行 · v1

        核完在群里回「已核」  

        #### #3 \\=cmd

        话术 · 场控 · 试行 · v1

        联系 〔手机号〕  

        """)
  }

  @Test func `tells what is retired last, in its heading too, and in no index`() throws {
    let text = String(decoding: try book(retired: 2).written(as: .markdown, in: .zh), as: UTF8.self)
    #expect(text.contains("· 第 5 版 · 生效 1 条 · 试行 1 条 · 废止 1 条\n"))
    #expect(!text.contains("**中控**"))
    #expect(
      text.hasSuffix(
        """
        ## 已废止

        ### 不限环节

        #### #2 双人核价（已废止）

        清单 · 中控 · 废止 · v1

        核完在群里回「已核」  

        """))
    let english = String(decoding: try book(retired: 2).written(as: .markdown, in: .en), as: UTF8.self)
    #expect(
      english.contains("\nGenerated 2026-03-13 00:00 (UTC+8) · revision 5 · 1 in force · 1 on trial · 1 retired\n"))
    #expect(english.contains("\n## Retired\n") && english.contains("\n#### #2 双人核价 (retired)\n"))
    let table = String(decoding: try book(retired: 2).written(as: .csv, in: .zh), as: UTF8.self)
    #expect(table.contains("日期（UTC+8）") && table.contains(",废止,1,2026-03-13,"))
  }

  @Test func `keeps words that look like a date or a number, and our own dates are dates`() throws {
    var playbook = Log(.playbook)
    for text in ["3/12", "00123"] {
      try playbook.say(
        "entry.write", ["title": .string(text), "kind": "sop", "roles": ["host"], "text": .string(text)])
    }
    let book = PlaybookBook(playbook: playbook.fold, head: 2, directory: Log(.directory).fold, now: 0)
    let text = String(decoding: book.written(as: .csv, in: .zh), as: UTF8.self)
    #expect(text.contains("\r\n1,'3/12,流程,主播,不限环节,,'3/12,,,试行,1,2026-03-13,\r\n"))
    #expect(text.contains("\r\n2,'00123,"))
  }

  @Test func `opens in a spreadsheet and runs nothing there`() throws {
    let bytes = try book().written(as: .csv, in: .en)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(
      lines.first == "No,Title,Kind,Roles,Stage,When,What to do,Evidence,From,Status,Version,Date (UTC+8),Verified")
    #expect(lines.contains { $0.hasPrefix("3,'=cmd,Script,Floor,Any stage,,") })
  }

  @Test func `holds no number of a customer, even where a member wrote one`() throws {
    for format in [PlaybookBook.Format.markdown, .csv] {
      let text = String(decoding: try book().written(as: format, in: .zh), as: UTF8.self)
      #expect(!text.contains("13800138000"))
    }
  }

  @Test func `writes numbers with their unit, grouped, with at most two decimals`() {
    let words = PlaybookWords(language: .zh, labels: [:])
    #expect(words.reading(231_182, of: "gmv") == "231,182元")
    #expect(words.reading(0.1258, of: "clk_pay_rate") == "12.58%")
    #expect(words.reading(-1234.5, of: "gmv") == "-1,234.5元")
    #expect(words.reading(205, of: "avg_watch_sec") == "3分25秒")
    #expect(words.reading(15_277, of: "duration_sec") == "4小时14分")
    let en = PlaybookWords(language: .en, labels: [:])
    #expect(en.reading(205, of: "avg_watch_sec") == "3m 25s")
    #expect(en.reading(231_182, of: "gmv") == "¥231,182")
    #expect(PlaybookWords.clock(5400) == "1:30:00")
    #expect(PlaybookWords.clock(-61) == "-0:01:01")
  }

  @Test func `an effect that nobody measured is not shown: what was known when the entry was proposed is`() {
    let zh = PlaybookWords(language: .zh, labels: [:])
    let en = PlaybookWords(language: .en, labels: [:])
    let known = Entry.Evidence(
      metric: "avg_online", before: nil, after: 356, goal: 409, last: 206, show: nil, offset: 5880)
    #expect(zh.evidence(known, show: "羊绒专场") == "平均在线 提出时：356人（目标 409人，上场 206人） · 羊绒专场 1:38:00")
    #expect(en.evidence(known, show: nil) == "Average online when proposed: 356 (goal 409, last show 206) · 1:38:00")
  }

  @Test func `of an entry stored earlier only the show's own number is told`() {
    let words = PlaybookWords(language: .zh, labels: [:])
    let stored = Entry.Evidence(
      metric: "avg_online", before: 206, after: 356, goal: nil, last: nil, show: nil, offset: nil)
    #expect(words.evidence(stored, show: nil) == "平均在线 提出时：356人")
  }

  private func book(retired: Int? = nil) throws -> PlaybookBook {
    var team = Log(.directory)
    try team.serve("organisation.found", ["name": "暖冬团队"])
    var playbook = Log(.playbook)
    try playbook.say(
      "entry.write",
      [
        "title": "换装由场控顶讲", "kind": "sop", "roles": ["floor"], "stage": "explaining", "trigger": "主播离席前",
        "text": "离席前三十秒口头交接\n- 回来后补报优惠",
      ])
    try playbook.say(
      "entry.write", ["title": "双人核价", "kind": "checklist", "roles": ["backstage"], "text": "核完在群里回「已核」"])
    try playbook.say(
      "entry.write", ["title": "=cmd", "kind": "script", "roles": ["floor"], "text": "联系 138 0013 8000"])
    try playbook.say("entry.mark", ["entry": .string(id(of: 1, in: playbook)), "status": "inForce"])
    if let retired {
      try playbook.say("entry.mark", ["entry": .string(id(of: retired, in: playbook)), "status": "retired"])
    }
    return PlaybookBook(
      playbook: playbook.fold, head: playbook.head, directory: team.fold, now: 1_773_331_200_000)
  }

  private func id(of no: Int, in playbook: Log) throws -> String {
    let key = playbook.fold.keys.first {
      if case .entry(let entry)? = playbook.fold[$0] { entry.no == no } else { false }
    }
    return try #require(key).id
  }
}
