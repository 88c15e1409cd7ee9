import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `Every cell of the samples` {
  /// 2026-03-12 19:58:03.
  static let start: Int64 = 1_773_316_683_000

  @Test(arguments: ["channels-trend.csv", "channels-trend-gb18030.csv"])
  func `of the trend is the number it shows`(name: String) throws {
    let table = try Table(reading: Sample.bytes(name))
    let file = try TrendImport.read(table, start: Self.start)
    #expect(
      !file.asks && file.problems.isEmpty && file.left.isEmpty && file.columns.allSatisfy { $0.certainty == .known })
    let series = file.content.series
    for (place, row) in table.rows.enumerated() {
      for column in series.columns.indices {
        #expect(series.values[column][place] == Double(row.cells[column + 1].raw), "line \(row.line), \(column)")
      }
      #expect(try series.from + Int64(series.offsets[place]) * 1000 == row.cells[0].moment()?.instant)
    }
    // Who is online is who was, and came, and has not left.
    let (online, came, left) = (series.values[0], series.values[1], series.values[2])
    for minute in 1..<online.count {
      guard let now = online[minute], let before = online[minute - 1], let joined = came[minute],
        let gone = left[minute]
      else {
        continue
      }
      #expect(now == before + joined - gone, "minute \(minute)")
    }
  }

  @Test(arguments: ["channels-show.csv", "channels-show-list.csv"])
  func `of the shows is the number it shows`(name: String) throws {
    let table = try Table(reading: Sample.bytes(name))
    let file = try ShowImport.list(table)
    #expect(!file.asks && file.problems.isEmpty && file.left.isEmpty)
    for (row, show) in zip(table.rows, file.content) {
      for column in file.columns {
        guard case .metric(let key) = column.meaning else { continue }
        #expect(show.readings[key] == Self.plain(row.cells[column.index].raw), "line \(row.line), \(column.header.raw)")
      }
      #expect(try show.start == row.cells[1].moment() && show.end == row.cells[2].moment()?.instant)
    }
  }

  /// Another way to read a cell, good for these files alone.
  private static func plain(_ raw: String) -> Double? {
    let text = raw.filter { $0 != "¥" && $0 != "," }
    if text.hasSuffix("%") { return Double(text.dropLast()).map { ($0 * 100).rounded() / 10000 } }
    if text.hasSuffix("万") { return Double(text.dropLast()).map { ($0 * 10).rounded() * 1000 } }
    let parts = text.split { "分:".contains($0) }.map { Double($0.filter(\.isNumber)) }
    if text.contains("秒") || text.contains(":") { return parts.reduce(0.0) { $0 * 60 + ($1 ?? 0) } }
    return Double(text)
  }

  @Test func `of the hand-kept book is the number it shows`() throws {
    let table = try Table(reading: Sample.bytes("handbook.tsv"))
    let file = try ShowImport.list(table)
    #expect(!file.asks && file.problems.isEmpty && file.left.isEmpty)
    let scales = ["impression_uv": 10000.0, "gmv": 10000]
    for (row, show) in zip(table.rows, file.content) {
      for column in file.columns {
        guard case .metric(let key) = column.meaning else { continue }
        let written = Double(row.cells[column.index].trimmed).map { ($0 * (scales[key] ?? 1) * 100).rounded() / 100 }
        #expect(show.readings[key] == written, "line \(row.line), \(column.header.raw)")
      }
    }
    #expect(file.columns.map(\.meaning).prefix(3) == [.field("date"), .field("title"), .metric("impression_uv")])
    #expect(file.columns[2].unit == .tenThousand && file.columns[10].meaning == .field("note"))
  }

  @Test func `of the other files is understood`() throws {
    let goals = try GoalImport.read(Table(reading: Sample.bytes("goals.csv")))
    let markers = try MarkerImport.read(Table(reading: Sample.bytes("markers.csv")), start: Self.start)
    let questions = try QuestionImport.read(Table(reading: Sample.bytes("questions.csv")), start: Self.start)
    let issues = try IssueImport.read(Table(reading: Sample.bytes("issues.csv")))
    let solutions = try SolutionImport.read(Table(reading: Sample.bytes("solutions.csv")))
    #expect(!goals.asks && !markers.asks && !questions.asks && !issues.asks && !solutions.asks)
    let columns = goals.columns + markers.columns + questions.columns + issues.columns + solutions.columns
    #expect(columns.allSatisfy { if case .field = $0.meaning { !$0.samples.isEmpty } else { false } })
  }
}
