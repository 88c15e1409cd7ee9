import Board
import JSON
import Metrics
import Tables

// What a channel remembers of columns, as choices.
extension Mapping {
  /// What names the source: a kind of file of a platform.
  static func source(_ kind: ImportFile, _ platform: Platform?) -> String {
    "\(kind.rawValue).\(platform?.key ?? "other")"
  }

  /// A choice that this build does not know is left out.
  var choices: ColumnMapping {
    columns.reduce(into: [:]) { choices, column in choices[column.key] = ColumnChoice(column) }
  }
}

extension LogFold {
  /// What a channel remembers.
  var memory: FileReading.Memory {
    let choices = mappings.reduce(into: [:]) { $0[$1.id] = $1.choices }
    return { kind, platform in choices[Mapping.source(kind, platform)] ?? [:] }
  }
}

extension ColumnChoice {
  fileprivate init?(_ column: Mapping.Column) {
    var choice = ColumnChoice()
    if let metric = column.metric {
      guard Metric[metric] != nil else { return nil }
      choice.meaning = .metric(metric)
    } else if let field = column.field {
      choice.meaning = .field(field)
    } else if column.isSeries == true {
      choice.meaning = .series
    } else if column.isIgnored == true {
      choice.meaning = .ignored(.chosen)
    }
    choice.unit = column.unit.flatMap(ColumnHeader.Unit.init)
    choice.style = ColumnStyle(
      ratio: column.style["ratio"].flatMap(RatioStyle.init),
      duration: column.style["duration"].flatMap(DurationStyle.init),
      time: column.style["time"].flatMap(TimeStyle.init),
      series: column.style["series"].flatMap(MinuteSeries.Kind.init),
      marks: column.style["marks"].flatMap(NumberMarks.init), order: column.style["order"].flatMap(DateOrder.init))
    self = choice
  }

  /// Arguments of a column of `mapping.remember`.
  fileprivate func remembered(_ key: String) -> JSON {
    var object = JSONObject()
    object["key"] = .string(key)
    switch meaning {
    case .metric(let metric): object["metric"] = .string(metric)
    case .field(let field): object["field"] = .string(field)
    case .series: object["series"] = true
    case .ignored: object["ignored"] = true
    case nil: break
    }
    object["unit"] = unit.map { .string($0.rawValue) }
    for member in style.json.object?.members ?? [] {
      object[member.key == "series" ? "trend" : member.key] = member.value
    }
    return .object(object)
  }
}

extension FilePart {
  /// Tells the channel what was decided by hand of this file's columns; nil where nothing was. A header that no log takes,
  /// because of its length or of what is in it, is left out.
  func remembering(_ decided: ColumnMapping) -> JSON? {
    let keys = Set(columns.map(\.header.key))
    let columns = decided.filter { keys.contains($0.key) && $0.key.isKept }
    if columns.isEmpty { return nil }
    return [
      "mapping": .string(Mapping.source(kind, platform)),
      "columns": .array(columns.sorted { $0.key < $1.key }.prefix(200).map { $0.value.remembered($0.key) }),
    ]
  }
}

extension String {
  /// As it is: the next file's header is compared with it.
  fileprivate var isKept: Bool {
    guard var args = try? Arguments(["key": .string(self)]) else { return false }
    return (try? args.text("key", 1...80)) == self
  }
}
