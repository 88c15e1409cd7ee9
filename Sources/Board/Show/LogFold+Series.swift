import Identity
import JSON

// The minute series of a file.
extension LogFold {
  /// Server, for whoever imports: `from` (the first row's time), `offsets` (seconds from `from`, rising), `columns`
  /// (a list of `{metric?, label, cumulative?}`; a series may count what the catalogue does not), `values` (per column a
  /// number or null per offset). A series of the same columns takes the place of the one imported before.
  func importSeries(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    let from = try args.time("from")
    let sinceFrom = try Self.offsets(&args)
    let columns = try Self.columns(&args)
    let values = try Self.values(&args, columns: columns.count, rows: sinceFrom.count)
    try args.end()
    let replaced = all(Series.self).filter { $0.columns == columns }.map(\.id).sorted()
    try checkRoom(for: .series, 1 - replaced.count, limit: Limits.series)
    let first = show.offset(of: from)
    let curve = Curve(offsets: sinceFrom.map { $0 + first }, columns: columns, values: values)
    let turns = curve.turns
    let series = Series(
      id: request.newID(), from: from, minutes: curve.minutes, columns: columns, peaks: turns.peaks,
      troughs: turns.troughs)
    return Decision(
      facts: [.seriesImported(series: series, instead: replaced)],
      series: [series.id: curve.json(of: series)])
  }

  private static func offsets(_ args: inout Arguments) throws -> [Int] {
    guard let elements = args.json("offsets")?.array else {
      throw Refusal.invalid("offsets", .missing)
    }
    guard (1...Limits.rows).contains(elements.count) else {
      throw Refusal.invalid("offsets", .tooLong, limit: Limits.rows)
    }
    let offsets = elements.compactMap(\.int)
    guard offsets.count == elements.count, offsets.allSatisfy(Limits.offsets.contains),
      zip(offsets, offsets.dropFirst()).allSatisfy(<)
    else { throw Refusal.invalid("offsets", .invalid) }
    return offsets
  }

  private static func columns(_ args: inout Arguments) throws -> [Series.Column] {
    try args.objects("columns", 1...Limits.columns).map { item in
      var item = item
      let column = Series.Column(
        metric: try item.optionalID("metric"), label: try item.text("label", 1...80),
        cumulative: try item.bool("cumulative", default: false))
      try item.end()
      return column
    }
  }

  private static func values(_ args: inout Arguments, columns: Int, rows: Int) throws -> [[Double?]] {
    guard let elements = args.json("values")?.array, elements.count == columns else {
      throw Refusal.invalid("values", .invalid)
    }
    return try elements.map { column in
      guard let cells = column.array, cells.count == rows,
        cells.allSatisfy({ $0.isNull || $0.double != nil })
      else {
        throw Refusal.invalid("values", .invalid)
      }
      return cells.map(\.double)
    }
  }
}
