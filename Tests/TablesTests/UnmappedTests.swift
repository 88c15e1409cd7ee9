import Metrics
import Tables
import Testing

@Suite struct `A table of no word that is known` {
  private static let show = PlannedShow(start: 1_773_316_683_000)

  private static let unknown = ColumnReading.Meaning.ignored(.unknown)

  @Test func `is refused where nobody said what it is`() throws {
    let table = try Table(pasted: "甲\t乙\t丙\n19:59\t5\t讲解\n")
    #expect(throws: TableFault.unrecognised) { try ShowImport.list(table) }
    #expect(throws: TableFault.unrecognised) { try ShowImport.summary(table, of: Self.show) }
    #expect(throws: TableFault.unrecognised) { try TrendImport.read(table) }
    #expect(throws: TableFault.unrecognised) { try MarkerImport.read(table) }
    #expect(throws: TableFault.unrecognised) { try GoalImport.read(table) }
    #expect(throws: TableFault.unrecognised) { try QuestionImport.read(table) }
  }

  @Test func `has its columns told, each to be chosen, where somebody did`() throws {
    let table = try Table(pasted: "甲\t乙\t丙\n19:59\t5\t讲解\n20:00\t6\t讲解\n")
    let samples = [["19:59", "20:00"], ["5", "6"], ["讲解", "讲解"]]
    for (columns, doubts) in [
      try Self.told(ShowImport.list(table, asks: true)),
      try Self.told(ShowImport.summary(table, of: Self.show, asks: true)),
      try Self.told(TrendImport.read(table, asks: true)), try Self.told(MarkerImport.read(table, asks: true)),
      try Self.told(GoalImport.read(table, asks: true)), try Self.told(QuestionImport.read(table, asks: true)),
    ] {
      #expect(doubts == [.unmapped])
      #expect(columns.map(\.meaning) == [Self.unknown, Self.unknown, Self.unknown])
      #expect(columns.map { $0.samples.map(\.raw) } == samples)
      #expect(columns.allSatisfy { $0.samples.allSatisfy { $0.read == nil } })
    }
  }

  private static func told<Content>(_ file: Import<Content>) -> ([ColumnReading], [Doubt]) {
    #expect(file.accepted == 0 && file.asks)
    return (file.columns, file.doubts)
  }

  @Test func `is asked for until all is mapped that its kind must have`() throws {
    let goals = try Table(pasted: "甲\t乙\n场观\t14000\n")
    #expect(try GoalImport.read(goals, mapping: ["甲": .field("metric")], asks: true).doubts == [.unmapped])
    let mapped = try GoalImport.read(goals, mapping: ["甲": .field("metric"), "乙": .field("value")], asks: true)
    #expect(mapped.doubts.isEmpty && mapped.content.map(\.metric) == ["watch_uv"])

    let list = try Table(pasted: "甲\t乙\n2026-03-12 19:58\t14000\n")
    #expect(try ShowImport.list(list, mapping: ["乙": .metric("gmv")], asks: true).doubts == [.unmapped])
    #expect(try ShowImport.list(list, mapping: ["甲": .field("start")], asks: true).doubts == [.unmapped])
    let shows = try ShowImport.list(list, mapping: ["甲": .field("start"), "乙": .metric("gmv")], asks: true)
    #expect(shows.doubts.isEmpty && shows.content.map { $0.readings["gmv"] } == [14000])

    let summary = try ShowImport.summary(list, of: Self.show, mapping: ["乙": .metric("gmv")], asks: true)
    #expect(summary.doubts.isEmpty && summary.content.map { $0.readings["gmv"] } == [14000])

    let markers = try Table(pasted: "甲\t乙\n2026-03-12 19:59\t讲解\n")
    #expect(try MarkerImport.read(markers, mapping: ["甲": .field("time")], asks: true).doubts == [.unmapped])
    let marks = try MarkerImport.read(markers, mapping: ["甲": .field("time"), "乙": .field("kind")], asks: true)
    #expect(marks.doubts.isEmpty && marks.content.map(\.kind) == ["product"])

    let questions = try QuestionImport.read(Table(pasted: "甲\t乙\n有货吗\t5\n"), mapping: ["甲": .field("text")], asks: true)
    #expect(questions.doubts.isEmpty && questions.content.map(\.text) == ["有货吗"])
  }

  @Test func `is a trend once its time is mapped: numbers are series under their own names`() throws {
    let table = try Table(pasted: "甲\t乙\n2026-03-12 19:59\t5\n2026-03-12 20:00\t6\n")
    let asked = try TrendImport.read(table, mapping: ["乙": .metric("online")], asks: true)
    #expect(asked.doubts == [.unmapped] && asked.columns.map(\.meaning) == [Self.unknown, .metric("online")])
    let mapped = try TrendImport.read(table, mapping: ["甲": .field("time")], asks: true)
    #expect(mapped.doubts.isEmpty && mapped.content.series.values == [[5, 6]])
    #expect(mapped.columns[1].meaning == .series)
  }

  @Test func `of times that cannot be read is asked for another time`() throws {
    let table = try Table(pasted: "甲\t乙\n很好\t5\n")
    let file = try TrendImport.read(table, mapping: ["甲": .field("time")], asks: true)
    #expect(file.doubts == [.unmapped] && file.problems.map(\.why) == [.notADate])
    #expect(throws: TableFault.unrecognised) { try TrendImport.read(table, mapping: ["甲": .field("time")]) }
  }

  @Test func `without a row below its header has nothing to be mapped`() throws {
    let table = try Table(pasted: "甲\t乙\n")
    #expect(throws: TableFault.unrecognised) { try GoalImport.read(table, asks: true) }
    #expect(throws: TableFault.unrecognised) { try ShowImport.summary(table, of: Self.show, asks: true) }
  }

  @Test func `has as its header the first row with several cells`() throws {
    for text in [
      "甲\t乙\t丙\n5\t6\t7\n", "三月的表\n\n甲\t乙\t丙\n5\t6\t7\n", "三月的表\n甲\t乙\t丙\n很好\t早场\t晚场\n", "甲\t乙2\t3月\n很好\t6\t7\n",
    ] {
      let table = try Table(pasted: text)
      #expect(table.headers.count == 3 && table.headers[0].raw == "甲" && table.rows.count == 1, "\(text)")
    }
  }

  @Test func `stands on its side where a value is beside the first name`() throws {
    let table = try Table(pasted: "甲\t5\n乙\t6\n")
    let asked = try ShowImport.summary(table, of: Self.show, asks: true)
    #expect(
      asked.columns.map(\.header.raw) == ["甲", "乙"] && asked.columns.map { $0.samples.map(\.raw) } == [["5"], ["6"]])
    let mapped = try ShowImport.summary(table, of: Self.show, mapping: ["甲": .metric("gmv")], asks: true)
    #expect(mapped.content.map { $0.readings["gmv"] } == [5])
    let upright = try ShowImport.summary(Table(pasted: "甲\t乙\n5\t6\n"), of: Self.show, asks: true)
    #expect(upright.columns.map(\.header.raw) == ["甲", "乙"])
  }
}
