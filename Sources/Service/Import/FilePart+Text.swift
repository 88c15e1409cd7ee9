import JSON
import Metrics
import Tables

// A part of a file as lines of text, in English.
extension FilePart {
  private static let most = 100

  var printed: [String] {
    var lines = ["", "\(kind.rawValue): header on line \(header), \(rows) rows, \(accepted) taken"]
    if !sheets.isEmpty { lines.append("  sheets: " + sheets.map(\.printed).joined(separator: ", ")) }
    for column in columns { lines += column.printed.map { "  \($0)" } }
    for line in left.prefix(Self.most) { lines.append("  line \(line.line) is left: \(line.why.rawValue)") }
    if !problems.isEmpty { lines.append("  problems: \(problems.count)") }
    for problem in problems.prefix(Self.most) { lines.append("    \(problem.printed)") }
    lines += shows.map { "  show: \($0)" }
    if !doubts.isEmpty { lines.append("  to be answered: " + doubts.map(\.rawValue).joined(separator: ", ")) }
    if isUnsure { lines.append("  to be answered: what the unsure columns are") }
    if !bad.isEmpty { lines.append("  to be answered: whether to store it without \(bad.count) bad rows") }
    return lines
  }

  private var shows: [String] {
    switch content {
    case .summary(let rows): (choices.isEmpty ? rows : choices).map(\.printed)
    case .list(let rows): rows.map(\.printed)
    case .trend(let trend): ["\(trend.series.offsets.count) minutes from \(Moment(instant: trend.series.from).printed)"]
    case .markers, .goals, .questions: []
    }
  }
}

extension ShowRow {
  fileprivate var printed: String {
    let times = [start?.printed, end.map { Moment(instant: $0).printed }].map { $0 ?? "?" }.joined(separator: " to ")
    return "line \(line), \(title.map(\.printed) ?? "no title"), \(times)\(isFalseStart ? ", a false start" : "")"
  }
}

extension Moment {
  fileprivate var printed: String {
    guard let time = CivilTime(instant: instant) else { return "?" }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let day = "\(time.year)-\(two(time.month))-\(two(time.day))"
    return hasTime ? "\(day) \(two(time.hour)):\(two(time.minute)):\(two(time.second))" : day
  }
}

extension Problem {
  fileprivate var printed: String {
    let place = [
      sheet.map { "sheet \($0.printed)" }, "line \(line)", column.map { "column \($0)" }, header.map(\.printed),
    ]
    return place.compactMap(\.self).joined(separator: ", ") + ": \(why.rawValue)"
      + (raw.isEmpty ? "" : " \(raw.printed)")
  }
}

extension ColumnReading {
  fileprivate var printed: [String] {
    var taken = "\(header.raw.printed) is \(meaning.printed)"
    if let unit { taken += ", in \(unit.rawValue)" }
    for member in style.json.object?.members ?? [] { taken += ", \(member.key) \(member.value.string ?? "")" }
    taken += " (\(certainty.rawValue))"
    if let definition { taken += ": \(definition)" }
    return [taken]
      + samples.map { sample in "    \(sample.raw.printed) → \(sample.read.map { stored($0).printed } ?? "not read")" }
  }
}

extension ColumnReading.Meaning {
  fileprivate var printed: String {
    switch self {
    case .metric(let key): "\(key) (\(Metric[key]?.en ?? ""))"
    case .field(let name): name
    case .series: "a series under its own name"
    case .ignored(let reason): "ignored: \(reason.rawValue)"
    }
  }
}

extension ColumnReading.Value {
  fileprivate var printed: String {
    switch self {
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    case .moment(let time): Moment(instant: time).printed
    case .day(let time): Moment(instant: time, hasTime: false).printed
    case .text(let text): text.printed
    }
  }
}

extension String {
  /// In quotes, on one line, without anything a terminal would obey.
  var printed: String {
    let plain = unicodeScalars.prefix(80).map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: "·"
      default: Character(scalar)
      }
    }
    return "\"" + String(plain) + "\""
  }
}
