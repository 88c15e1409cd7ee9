import Fixtures
import Metrics
import Tables
import Testing
import Workbooks

@Suite struct `The cases on which reading was found wrong` {
  /// A line of `expectations.tsv`.
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let kind: String

    var testDescription: String { file }
  }

  static let lines: [Case] = {
    guard let bytes = try? Sample.bytes("cases/expectations.tsv") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Case(file: String(cells[0]), kind: String(cells[1]))
    }
  }()

  /// 2026-03-12 20:00.
  static let start: Int64 = 1_773_316_800_000
  static let midnight = start - 20 * 3_600_000

  @Test func `every line has its outcome, and every outcome its line`() {
    #expect(Self.lines.count == 62)
    #expect(Set(Self.lines.map(\.file)) == Set(CaseOutcome.byFile.keys))
    let elsewhere = CaseOutcome.byFile.filter { if case .elsewhere = $0.value { true } else { false } }
    #expect(Set(elsewhere.keys) == ["c03-playbook-text-structure.txt"])
  }

  @Test(arguments: lines)
  func `a file comes to what is right`(line: Case) throws {
    let outcome = try #require(CaseOutcome.byFile[line.file])
    if case .elsewhere = outcome { return }
    let bytes = try Sample.bytes("cases/files/\(line.file)")
    if case .sheets(let values, let begins) = outcome { return try checkSheets(bytes, values, begins) }
    let table = try Table(reading: bytes)
    switch line.kind {
    case "summary": try checkSummary(table, outcome)
    case "list": try checkList(table, outcome)
    case "trend": try checkTrend(table, outcome)
    case "questions": try checkQuestions(table, outcome)
    default: Issue.record("no such import: \(line.kind)")
    }
  }

  private func checkSheets(_ bytes: [UInt8], _ values: [String: Double], _ begins: Int) throws {
    let sheets = try Workbook(reading: bytes).sheets.map { sheet in
      Sheet(name: sheet.name, table: try Table(rows: sheet.rows.map { ($0.line, $0.cells) }))
    }
    let all = try ShowImport.summary(sheets, of: PlannedShow(start: Self.start))
    #expect(all.file.doubts.isEmpty && all.left.isEmpty && all.file.accepted == 1)
    let show = try #require(all.file.content.first)
    for (key, value) in values { #expect(show.readings[key] == value, "\(key)") }
    #expect(show.start?.instant == Self.midnight + Int64(begins) * 1000)
  }

  private func checkSummary(_ table: Table, _ outcome: CaseOutcome) throws {
    let file = try ShowImport.summary(table, of: PlannedShow(start: Self.start))
    switch outcome {
    case .numbers(let values, let absent, let told, let unsure, let accepted):
      #expect(file.doubts.isEmpty && file.accepted == accepted)
      let readings = try #require(file.content.first).readings.completed()
      for (key, value) in values { #expect(readings[key] == value, "\(key)") }
      for key in absent { #expect(readings[key] == nil, "\(key)") }
      #expect(Self.told(file.problems) == told)
      #expect(unsure.allSatisfy { name in file.columns.contains { $0.header.raw == name && $0.certainty == .unsure } })
    case .begins(let seconds):
      #expect(file.content.first?.start?.instant == Self.midnight + Int64(seconds) * 1000)
    case .doubted(let doubt): #expect(file.doubts == [doubt])
    default: Issue.record("no outcome of a summary")
    }
  }

  private func checkList(_ table: Table, _ outcome: CaseOutcome) throws {
    guard case .shows(let shows, let left, let told) = outcome else {
      Issue.record("no outcome of a list")
      return
    }
    let file = try ShowImport.list(table)
    #expect(file.content.map(\.title) == shows.map(\.title) && file.accepted == shows.count)
    #expect(file.left == left)
    #expect(Self.told(file.problems) == told)
    for (show, right) in zip(file.content, shows) {
      for (key, value) in right.values { #expect(show.readings[key] == value, "\(right.title) \(key)") }
      if let times = right.times {
        #expect(show.start?.instant == (try Cell(times.0).moment()?.instant))
        #expect(show.end == (try Cell(times.1).moment()?.instant))
      }
    }
    // None of them is any other's, nor a show's that is known: each row is a show of its own, and found again.
    #expect(ShowMatching(file.content, among: [KnownShow<Int>]()).matches.allSatisfy { $0 == .new })
    let known = file.content.enumerated().map {
      KnownShow(id: $0, start: $1.start?.instant ?? 0, title: $1.title ?? "")
    }
    #expect(ShowMatching(file.content, among: known).matches == known.map { .known($0.id) })
  }

  private func checkTrend(_ table: Table, _ outcome: CaseOutcome) throws {
    let file = try TrendImport.read(table, start: Self.start)
    let series = file.content.series
    switch outcome {
    case .offsets(let offsets, let style):
      #expect(series.offsets(sinceStart: Self.start) == offsets && file.problems.isEmpty && file.doubts.isEmpty)
      #expect(file.columns[0].style.time == style && file.columns[0].certainty != .unsure)
    case .trendDoubted(let doubt): #expect(file.doubts == [doubt] && file.asks)
    case .series(let metric, let kind, let values, let certainty):
      let place = try #require(series.columns.firstIndex { $0.metric == metric })
      #expect(series.columns[place].kind == kind && series.values[place] == values)
      #expect(file.columns.first { $0.meaning == .metric(metric) }?.certainty == certainty && file.asks)
    default: Issue.record("no outcome of a trend")
    }
  }

  private func checkQuestions(_ table: Table, _ outcome: CaseOutcome) throws {
    guard case .questions(let texts, let at, let told, let names) = outcome else {
      Issue.record("no outcome of questions")
      return
    }
    let file = try QuestionImport.read(table, start: Self.start)
    #expect(file.content.map(\.text) == texts && file.accepted == texts.count)
    if let at { #expect(file.content.map { $0.askedAt.map { Int(($0 - Self.start) / 1000) } } == at) }
    #expect(Self.told(file.problems) == told)
    for name in names { #expect(!file.content.contains { $0.text.contains(name) }) }
    if !names.isEmpty { #expect(file.content.compactMap(\.user) == names) }
  }

  private static func told(_ problems: [Problem]) -> [CaseOutcome.Told] {
    problems.map { CaseOutcome.Told($0.line, $0.why) }
  }
}
