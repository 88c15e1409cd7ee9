import JSON
import Metrics
import Tables

extension FilePart {
  /// Problems that are told; all are counted.
  private static let most = 100

  /// The members of an object that tell what was read.
  /// - Parameter now: what the show has of each metric.
  func write(into json: inout JSONWriter, now: [String: Double]) {
    json.member("kind", kind.rawValue)
    json.member("sheets", sheets.map(\.brief))
    json.member("header", header)
    json.member("line", line)
    json.member("rows", rows)
    json.member("accepted", accepted)
    json.array("columns") { json in
      for column in columns {
        json.object { json in column.write(into: &json, remembered.contains(column.header.key), now) }
      }
    }
    json.array("left") { json in
      for line in left.prefix(Self.most) {
        json.object { json in
          json.member("line", line.line)
          json.member("why", line.why.rawValue)
        }
      }
    }
    json.object("problems") { json in
      json.member("count", problems.count)
      json.array("first") { json in
        for problem in problems.prefix(Self.most) { json.object { json in problem.write(into: &json) } }
      }
    }
    json.member("bad", bad.count)
    json.member("doubts", doubts.map(\.rawValue))
  }

  /// Of a summary of several rows: which is the show at hand.
  func writeChoices(into json: inout JSONWriter) {
    if choices.isEmpty { return }
    let chosen: Int? = if doubts.isEmpty, case .summary(let rows) = content { rows.first?.line } else { nil }
    json.array("choices") { json in
      for (index, row) in choices.enumerated() {
        json.object { json in
          json.member("row", index)
          row.writeNamed(into: &json)
          json.member("falseStart", row.isFalseStart)
          json.member("chosen", row.line == chosen)
        }
      }
    }
  }
}

extension ShowRow {
  /// What it is known by.
  func writeNamed(into json: inout JSONWriter) {
    json.member("line", line)
    json.member("title", title.map(JSON.string) ?? .null)
    json.member("start", start.map { JSON.number(.int($0.instant)) } ?? .null)
    json.member("end", end.map { JSON.number(.int($0)) } ?? .null)
  }
}

extension Problem {
  func write(into json: inout JSONWriter) {
    json.member("sheet", sheet?.brief)
    json.member("line", line)
    json.member("column", column)
    json.member("header", header?.brief)
    json.member("code", why.rawValue)
    json.member("raw", raw.brief)
  }
}

extension ColumnReading {
  fileprivate func write(into json: inout JSONWriter, _ isRemembered: Bool, _ now: [String: Double]) {
    json.member("key", header.key)
    json.member("sheet", sheet?.brief)
    json.member("header", header.raw.brief)
    json.member("meaning", meaning.json)
    json.member("unit", unit.map { JSON.string($0.rawValue) } ?? .null)
    json.member("style", style.json)
    json.member("certainty", certainty.rawValue)
    if isRemembered { json.member("remembered", true) }
    json.member("definition", definition)
    json.array("samples") { json in
      for sample in samples {
        json.object { json in
          json.member("raw", sample.raw.brief)
          json.member("read", sample.read.map { stored($0).json } ?? .null)
        }
      }
    }
    if case .metric(let key) = meaning { json.member("now", now[key]) }
  }
}

extension ColumnReading.Value {
  fileprivate var json: JSON {
    switch self {
    case .number(let value): ["number": .double(value)]
    case .moment(let time): ["moment": .number(.int(time))]
    case .day(let time): ["day": .number(.int(time))]
    case .text(let text): ["text": .string(text.brief)]
    }
  }
}
