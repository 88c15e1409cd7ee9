import JSON
import Metrics
import Tables

extension ColumnChoice {
  /// Reads `{"meaning":…, "unit"?:…, "style"?:{…}}`, strictly.
  init(_ json: JSON) throws {
    var args = try Arguments(json)
    self.init(
      try args.json("meaning").map { try ColumnReading.Meaning($0) }, unit: try args.optionalOneOf("unit"),
      style: try args.optionalObject("style").map { try ColumnStyle($0) } ?? ColumnStyle())
    try args.end()
  }

  var json: JSON {
    let style = style.json
    return .fields([
      ("meaning", meaning?.json), ("unit", unit.map { .string($0.rawValue) }),
      ("style", style.object?.members.isEmpty == true ? nil : style),
    ])
  }
}

extension ColumnReading.Meaning {
  init(_ json: JSON) throws {
    var args = try Arguments(json)
    if let key = try args.optionalID("metric") {
      guard Metric[key] != nil else { throw ArgumentFault(field: "meaning.metric", problem: .invalid) }
      self = .metric(key)
    } else if let name = try args.optionalID("field") {
      self = .field(name)
    } else if let reason: ColumnReading.Reason = try args.optionalOneOf("ignored") {
      self = .ignored(reason)
    } else if try args.bool("series") {
      self = .series
    } else {
      throw ArgumentFault(field: "meaning.series", problem: .invalid)
    }
    try args.end()
  }

  var json: JSON {
    switch self {
    case .metric(let key): ["metric": .string(key)]
    case .field(let name): ["field": .string(name)]
    case .series: ["series": true]
    case .ignored(let reason): ["ignored": .string(reason.rawValue)]
    }
  }
}

extension ColumnStyle {
  fileprivate init(_ arguments: Arguments) throws {
    var args = arguments
    self.init(
      ratio: try args.optionalOneOf("ratio"), duration: try args.optionalOneOf("duration"),
      time: try args.optionalOneOf("time"), series: try args.optionalOneOf("series"),
      marks: try args.optionalOneOf("marks"), order: try args.optionalOneOf("order"))
    try args.end()
  }

  var json: JSON {
    .fields([
      ("ratio", ratio.map { .string($0.rawValue) }), ("duration", duration.map { .string($0.rawValue) }),
      ("time", time.map { .string($0.rawValue) }), ("series", series.map { .string($0.rawValue) }),
      ("marks", marks.map { .string($0.rawValue) }), ("order", order.map { .string($0.rawValue) }),
    ])
  }
}
