import JSON
import Privacy

// How a channel learns what columns mean, and forgets it.
extension Mapping {
  static let acts: [Act] = [remember, forget, recall]

  /// Columns that are not told of stay as they were. Headers are words of a file: one that would be redacted is not kept.
  static let remember = Act(
    "mapping.remember", in: .channel, by: [.server], .name("mapping"), .list("columns", 1...most, of: column),
    example: ["mapping": "summary.other", "columns": [["key": "成交额", "metric": "gmv", "unit": "万"]]],
    note: "after a file was stored whose columns somebody decided on"
  ) { fold, _, id, columns in
    let known = fold.find(id, as: Mapping.self)
    if known == nil { try fold.checkRoom(for: .mapping, limit: Bounds.mappings) }
    let told = columns.filter { Redaction.redact($0.key).text == $0.key }
    let keys = Set(told.map(\.key))
    let kept = known?.isForgotten == false ? known?.columns.filter { !keys.contains($0.key) } ?? [] : []
    let mapping = Mapping(id: id, columns: (kept + told).suffix(most), isForgotten: false)
    return told.isEmpty || mapping == known ? .nothing : Decision(.channel(.mappingRemembered(mapping: mapping)))
  }

  static let forget = Act(
    "mapping.forget", in: .channel, zh: "忘掉列的对应", en: "Forget columns", by: .leadOrOperations,
    .record("mapping", .mapping), example: [:],
    undo: { _, event in
      guard case .channel(.mappingForgotten(let id))? = event.facts.first else { return nil }
      return Opposite("mapping.recall", ["mapping": .string(id)])
    }
  ) { fold, _, id in
    guard let mapping = fold.find(id, as: Mapping.self) else { throw Refusal.notFound }
    return mapping.isForgotten ? .nothing : Decision(.channel(.mappingForgotten(mapping: id)))
  }

  static let recall = Act(
    "mapping.recall", in: .channel, zh: "恢复列的对应", en: "Bring columns back", by: .leadOrOperations,
    .record("mapping", .mapping), example: [:],
    undo: { _, event in
      guard case .channel(.mappingRecalled(let id))? = event.facts.first else { return nil }
      return Opposite("mapping.forget", ["mapping": .string(id)])
    }
  ) { fold, _, id in
    guard let mapping = fold.find(id, as: Mapping.self) else { throw Refusal.notFound }
    return mapping.isForgotten ? Decision(.channel(.mappingRecalled(mapping: id))) : .nothing
  }

  /// Columns of one source.
  private static let most = 200

  private static let column = Argument<Column>.group(
    .text("key", 1...80), .optional(.metric("metric")), .optional(.name("field")), .optional(.flag("series")),
    .optional(.flag("ignored")), .optional(.text("unit", 1...8)), styles
  ) { key, metric, field, isSeries, isIgnored, unit, style in
    guard [metric != nil, field != nil, isSeries != nil, isIgnored != nil].count(where: \.self) <= 1 else {
      throw Refusal.invalid("columns", .invalid)
    }
    return Column(
      key: key, metric: metric, field: field, isSeries: isSeries, isIgnored: isIgnored, unit: unit, style: style)
  }

  private static let styles = Argument<[String: String]>.group(
    .optional(.name("ratio")), .optional(.name("duration")), .optional(.name("time")), .optional(.name("trend")),
    .optional(.name("marks")), .optional(.name("order"))
  ) { ratio, duration, time, series, marks, order in
    let all = [
      "ratio": ratio, "duration": duration, "time": time, "series": series, "marks": marks, "order": order,
    ]
    return all.compactMapValues(\.self)
  }
}
