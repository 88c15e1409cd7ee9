internal import Tables

extension [ShowRow] {
  /// With every false start merged into the show of its title that begins within half an hour after it: that show began
  /// then, and what adds up is added up. Only on request: by itself a false start stays a row, to be named.
  public func mergingFalseStarts() -> [ShowRow] {
    var rows = self
    for index in indices.reversed() where self[index].isFalseStart {
      let start = self[index]
      let next = rows.indices.filter { other in
        guard let began = start.start?.instant, let real = rows[other].start?.instant, !rows[other].isFalseStart else {
          return false
        }
        return rows[other].title == start.title && (began...began + 1_800_000).contains(real)
      }
      guard let into = next.min(by: { rows[$0].start?.instant ?? 0 < rows[$1].start?.instant ?? 0 }) else { continue }
      rows[into] = rows[into].merging(start)
      rows.removeAll { $0.line == start.line }
    }
    return rows
  }
}

extension ShowRow {
  fileprivate func merging(_ earlier: ShowRow) -> ShowRow {
    var merged = readings.byMetric
    for (key, other) in earlier.readings.byMetric {
      guard let metric = Metric[key], metric.aggregation == .sum, key != "duration_sec" else { continue }
      guard let own = merged[key] else { continue }
      merged[key] = Reading(
        own.value + other.value, isRounded: own.isRounded || other.isRounded, isDerived: true, version: own.version)
    }
    if let end, let began = earlier.start?.instant {
      merged["duration_sec"] = Reading(Double(end - began) / 1000, isDerived: true)
    }
    return ShowRow(
      line: line, title: title, start: earlier.start, end: end, readings: Readings(merged), note: note)
  }
}
