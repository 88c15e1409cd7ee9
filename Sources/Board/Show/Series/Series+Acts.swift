import Identity
import JSON

// The minute series of a file.
extension Series {
  static let acts: [Act] = [`import`, withdraw, restore]

  /// Offsets are told in seconds from the first row's time, rising; values, per column, a number or null per offset. A
  /// series may count what the catalogue does not. One of the same columns takes the place of the one imported before, which is
  /// set aside; of those the oldest are forgotten.
  static let `import` = Act(
    "series.import", in: .show, by: [.server], bringing: Numbers.takers, .time("from"), .curve,
    .optional(.name("file")),
    example: [
      "from": 1_773_316_683_000, "offsets": [0, 60], "columns": [["metric": "online", "label": "在线"]],
      "values": [[1, 2]],
    ]
  ) { fold, request, from, sinceFrom, file in
    try fold.checkFile(file)
    let show = request.show
    let columns = sinceFrom.columns
    let replaced = fold.all(Series.self).count { $0.columns == columns }
    try fold.checkRoom(for: .series, 1 - replaced, limit: Bounds.series)
    let first = show.offset(of: from)
    let curve = Curve(offsets: sinceFrom.offsets.map { $0 + first }, columns: columns, values: sinceFrom.values)
    let turns = curve.turns
    let series = Series(
      id: request.newID(), from: from, minutes: curve.minutes, columns: columns, peaks: turns.peaks,
      troughs: turns.troughs, file: file, taken: request.context.seq)
    return Decision(
      facts: [.show(.seriesTaken(series: series, forgotten: fold.asideBeyond(Bounds.seriesAside - replaced)))],
      series: [series.id: curve.json(of: series)])
  }

  static let withdraw = Act(
    "series.withdraw", in: .show, zh: "撤回分钟数据", en: "Take minutes back", by: Numbers.takers, .record("series", .series),
    note: "the one set aside before counts again",
    undo: { _, event in
      guard case .show(.seriesWithdrawn(let id))? = event.facts.first else { return nil }
      return Opposite("series.restore", ["series": .string(id)])
    }
  ) { fold, _, id in
    if fold.find(id, as: SeriesAside.self) != nil { return .nothing }
    guard fold.find(id, as: Series.self) != nil else { throw Refusal.notFound }
    return Decision(.show(.seriesWithdrawn(series: id)))
  }

  static let restore = Act(
    "series.restore", in: .show, zh: "恢复分钟数据", en: "Bring minutes back", by: Numbers.takers,
    .record("series", .seriesAside), note: "it counts in place of the newest of the same columns",
    undo: { before, event in
      guard case .show(.seriesRestored(let id))? = event.facts.first, let aside = before.find(id, as: SeriesAside.self)
      else { return nil }
      if aside.isWithdrawn { return Opposite("series.withdraw", ["series": .string(id)]) }
      return before.all(Series.self).first { $0.columns == aside.series.columns }
        .map { Opposite("series.restore", ["series": .string($0.id)]) }
    }
  ) { fold, _, id in
    if fold.find(id, as: Series.self) != nil { return .nothing }
    // What was taken back with its file comes back with it.
    guard let aside = fold.find(id, as: SeriesAside.self), !aside.isFileWithdrawn else { throw Refusal.notFound }
    try fold.checkRoom(for: .series, fold.replacing(aside.series) ? 0 : 1, limit: Bounds.series)
    return Decision(.show(.seriesRestored(series: id)))
  }
}

extension LogFold {
  /// Those set aside that are more than so many, the oldest.
  fileprivate func asideBeyond(_ most: Int) -> [String] {
    let aside = all(SeriesAside.self).sorted { ($0.series.taken, $0.id) < ($1.series.taken, $1.id) }
    return aside.prefix(max(0, aside.count - most)).map(\.id)
  }

  fileprivate func replacing(_ series: Series) -> Bool { all(Series.self).contains { $0.columns == series.columns } }
}

extension Argument<Curve> {
  /// As the file tells it: with offsets from its first row.
  fileprivate static var curve: Argument {
    .group(.offsets, .columns, .values) { offsets, columns, values in
      guard values.count == columns.count, values.allSatisfy({ $0.count == offsets.count }) else {
        throw Refusal.invalid("values", .invalid)
      }
      return Curve(offsets: offsets, columns: columns, values: values)
    }
  }
}

extension Argument<[Int]> {
  fileprivate static var offsets: Argument {
    Argument("offsets", .rows) { args in
      guard let elements = args.json("offsets")?.array else { throw Refusal.invalid("offsets", .missing) }
      guard (1...Bounds.rows).contains(elements.count) else {
        throw Refusal.invalid("offsets", .tooLong, limit: Bounds.rows)
      }
      let offsets = elements.compactMap(\.int)
      guard offsets.count == elements.count, offsets.allSatisfy(Bounds.offsets.contains),
        zip(offsets, offsets.dropFirst()).allSatisfy(<)
      else { throw Refusal.invalid("offsets", .invalid) }
      return offsets
    }
  }
}

extension Argument<[Series.Column]> {
  fileprivate static var columns: Argument {
    .list("columns", 1...Bounds.columns, of: .column)
  }
}

extension Argument<Series.Column> {
  fileprivate static var column: Argument {
    .group(.optional(.name("metric")), .text("label", 1...80), .optional(.flag("cumulative"), or: false)) {
      Series.Column(metric: $0, label: $1, cumulative: $2)
    }
  }
}

extension Argument<[[Double?]]> {
  fileprivate static var values: Argument {
    Argument("values", .rows) { args in
      guard let columns = args.json("values")?.array else { throw Refusal.invalid("values", .invalid) }
      return try columns.map { column in
        guard let cells = column.array, cells.allSatisfy({ $0.isNull || $0.double != nil }) else {
          throw Refusal.invalid("values", .invalid)
        }
        return cells.map(\.double)
      }
    }
  }
}
