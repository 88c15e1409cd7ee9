import Board
import JSON
import Metrics
import Tables

/// What a file asks for: commands to be submitted, in order, and what is said of it. Pure: runs on any thread.
struct ImportPlan: Sendable {
  struct Step: Sendable {
    let op: String
    let args: JSON
  }

  /// What the plan must know of the show the file is for.
  struct ShowFacts: Sendable {
    let origin: Int64
    /// Product markers there already: a file with coarser times must not double them.
    let products: [(offset: Int, text: String?)]
    var title: String?
  }

  let steps: [Step]
  let report: ImportReport

  /// - Parameter bytes: a CSV, TSV or XLSX file as it was uploaded.
  init(_ file: ImportFile, _ bytes: [UInt8], show: ShowFacts) throws(TableFault) {
    let tables = try TableFile(bytes)
    switch file {
    case .summary, .list:
      let shows = try tables.summary(of: PlannedShow(start: show.origin, title: show.title))
      if let doubt = shows.file.doubts.first { throw TableFault(doubt) }
      report = ImportReport(shows)
      steps = shows.file.content.prefix(1).map { Step(op: "snapshot.import", args: $0.snapshot(source: "summary")) }
    case .trend:
      let trend = try tables.first { (table) throws(TableFault) in try TrendImport.read(table, start: show.origin) }
      if let doubt = trend.file.doubts.first { throw TableFault(doubt) }
      report = ImportReport(trend)
      let talks = show.products.isEmpty ? trend.file.content.talks : []
      steps = [Step(op: "series.import", args: trend.file.content.series.arguments)] + Self.markers(talks, show)
    case .markers:
      let markers = try tables.first { (table) throws(TableFault) in try MarkerImport.read(table, start: show.origin) }
      report = ImportReport(markers)
      steps = Self.markers(markers.file.content, show)
    case .goals:
      let goals = try tables.first { (table) throws(TableFault) in try GoalImport.read(table) }
      report = ImportReport(goals)
      steps = Self.chunks(goals.file.content.map(\.arguments), of: 100, "goals.import", "goals")
    case .questions:
      let questions = try tables.first { (table) throws(TableFault) in
        try QuestionImport.read(table, start: show.origin)
      }
      report = ImportReport(questions)
      steps = Self.chunks(questions.file.content.asked(from: show.origin), of: 5, "questions.import", "questions")
    }
  }

  private static func markers(_ rows: [MarkerRow], _ show: ShowFacts) -> [Step] {
    let arguments = rows.compactMap { row -> JSON? in
      let offset = Int((Double(row.at - show.origin) / 1000).rounded(.down))
      let isKnown =
        row.kind == "product"
        && show.products.contains { abs($0.offset - offset) <= 90 && $0.text == row.text }
      if isKnown { return nil }
      return JSON.fields([("offset", .int(offset)), ("kind", .string(row.kind)), ("text", row.text.map(JSON.string))])
    }
    return chunks(arguments, of: 500, "markers.import", "markers")
  }

  /// Thousands of rows are many commands: none may hold up those of other rooms for long, nor outgrow the tail.
  /// Questions, whose words are redacted and kept apart, take a node and its database about 0.1 ms each.
  private static func chunks(_ rows: [JSON], of size: Int, _ op: String, _ field: String) -> [Step] {
    stride(from: 0, to: rows.count, by: size).map { start in
      let part = Array(rows[start..<min(start + size, rows.count)])
      return Step(op: op, args: .fields([(field, .array(part))]))
    }
  }
}

extension TableFault {
  /// What cannot be asked is refused.
  init(_ doubt: Doubt) {
    switch doubt {
    case .productList: self = .productList
    case .severalShows, .totalsOnly: self = .severalShows
    case .otherDay: self = .otherDay
    }
  }
}

extension ShowRow {
  /// Arguments of `show.import`.
  func listing(in channel: String, start: Int64) -> JSON {
    .fields([
      ("channel", .string(channel)), ("title", .string(title ?? "—")), ("startsAt", .number(.int(start))),
      ("endsAt", end.map { .number(.int($0)) }),
    ])
  }

  /// Arguments of `snapshot.import`: what the file says, and what follows from it.
  func snapshot(source: String) -> JSON {
    let values = readings.completed().values.sorted { $0.key < $1.key }
    return .fields([
      ("source", .string(source)),
      ("values", .fields(values.map { ($0.key, .double($0.value)) })),
      ("start", start.flatMap { $0.hasTime ? JSON.number(.int($0.instant)) : nil }),
      ("end", end.map { .number(.int($0)) }),
    ])
  }
}

extension MinuteSeries {
  fileprivate var arguments: JSON {
    .fields([
      ("from", .number(.int(from))),
      ("offsets", .array(offsets.map { .int($0) })),
      (
        "columns",
        .array(
          columns.map {
            .fields([
              ("metric", $0.metric.map(JSON.string)), ("label", .string(String($0.label.prefix(40)))),
              ("cumulative", .bool($0.kind == .cumulative)),
            ])
          })
      ),
      ("values", .array(values.map { .array($0.map { $0.map(JSON.double) ?? .null }) })),
    ])
  }
}

extension GoalRow {
  fileprivate var arguments: JSON {
    .fields([("metric", .string(metric)), ("value", .double(reading.value)), ("basis", basis.map(JSON.string))])
  }
}

extension JSON {
  /// An object without the members whose value is nil.
  static func fields(_ members: [(String, JSON?)]) -> JSON {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    return .object(object)
  }
}
