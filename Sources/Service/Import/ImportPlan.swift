import Board
import Identity
import JSON
import Metrics
import Tables

/// What is done to a show to store a file: commands, in order, each under an id that follows from the file. Sent again
/// after a crash they are the same commands, of which those that took effect do nothing. Pure: runs on any thread.
struct ImportPlan: Sendable {
  struct Step: Sendable {
    let id: Identifier
    let op: String
    let args: JSON
  }

  private(set) var steps: [Step]

  /// - Parameter file: which file the log is told that all of it came from.
  /// - Parameter agreement: what becomes of false starts, and of questions of which the file tells no time.
  init(_ parts: [FilePart], of file: FileName, show: ShowFacts, _ agreement: FileAgreement) {
    steps = parts.prefix(1).map { file.told(as: $0.kind) }
    let (name, file) = (file, file.id)
    var show = show.without(file)
    for part in parts {
      switch part.content {
      case .summary:
        guard let row = part.show(mergingFalseStarts: agreement.mergesFalseStarts) else { continue }
        add([row.snapshot(source: "summary")], "snapshot.import", part, file)
        show = show.told(by: row)
      case .list: break
      case .trend(let trend):
        add([trend.series.arguments], "series.import", part, file)
        if show.products.isEmpty { add(markers: trend.talks, part, file, show) }
      case .markers(let rows): add(markers: rows, part, file, show)
      case .goals(let rows): add(rows.map(\.arguments), by: 100, as: "goals", "goals.import", part, file)
      case .questions(let rows):
        let kept = agreement.undated == .skip ? rows.filter { $0.askedAt != nil } : rows
        add(kept.asked(from: show.origin), by: 5, as: "questions", "questions.import", part, file)
      }
    }
    if !parts.isEmpty { steps.append(name.finished) }
  }

  private mutating func add(markers rows: [MarkerRow], _ part: FilePart, _ file: Identifier, _ show: ShowFacts) {
    let arguments = rows.map { row -> JSON? in
      let text = row.text?.redacted(most: 60)
      let offset = Int((Double(row.at - show.origin) / 1000).rounded(.down))
      let isKnown =
        row.kind == "product"
        && show.products.contains { abs($0.offset - offset) <= 90 && $0.text == text }
      if isKnown { return nil }
      return JSON.fields([("offset", .int(offset)), ("kind", .string(row.kind)), ("text", text.map(JSON.string))])
    }
    add(arguments, by: 500, as: "markers", "markers.import", part, file)
  }

  private mutating func add(_ arguments: [JSON], _ op: String, _ part: FilePart, _ file: Identifier) {
    for (index, args) in arguments.enumerated() {
      let id = file.derived(step: 1, "\(part.kind.rawValue).\(op).\(index)")
      steps.append(Step(id: id, op: op, args: args.of(file)))
    }
  }

  /// Thousands of rows are many commands: none may hold up those of other rooms for long, nor outgrow the tail. Where one
  /// ends and the next begins depends on the file alone: nil is a row with nothing to be done.
  ///
  /// Questions, whose words are redacted and kept apart, take a node and its database about 0.1 ms each.
  private mutating func add(
    _ rows: [JSON?], by size: Int, as field: String, _ op: String, _ part: FilePart, _ file: Identifier
  ) {
    for (index, start) in stride(from: 0, to: rows.count, by: size).enumerated() {
      let chunk = rows[start..<min(start + size, rows.count)].compactMap(\.self)
      if chunk.isEmpty { continue }
      let id = file.derived(step: 1, "\(part.kind.rawValue).\(op).\(index)")
      steps.append(Step(id: id, op: op, args: .fields([(field, .array(chunk))]).of(file)))
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
    case .unmapped: self = .unrecognised
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
              ("metric", $0.metric.map(JSON.string)), ("label", .string($0.label.redacted(most: 40))),
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
    .fields([
      ("metric", .string(metric)), ("value", .double(reading.value)),
      ("basis", (basis?.redacted(most: 60)).map(JSON.string)),
    ])
  }
}

extension JSON {
  /// Arguments that name the file they are of.
  func of(_ file: Identifier?) -> JSON {
    guard case .object(var object) = self else { return self }
    object["file"] = file.map { .string($0.description) }
    return .object(object)
  }

  /// An object without the members whose value is nil.
  static func fields(_ members: [(String, JSON?)]) -> JSON {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    return .object(object)
  }
}
