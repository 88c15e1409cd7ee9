import JSON
import Metrics

/// The numbers of a series, which are kept beside the log. Offsets are seconds from the show's start.
struct Curve {
  let offsets: [Int]
  let columns: [Series.Column]
  /// Per column, per offset.
  let values: [[Double?]]

  var minutes: Int { (offsets[offsets.count - 1] - offsets[0]) / 60 + 1 }

  /// Where the people online turned.
  var turns: (peaks: [Series.Extreme], troughs: [Series.Extreme]) {
    guard let column = columns.firstIndex(where: { $0.metric == "online" }) else { return ([], []) }
    let turns = Turns(offsets: offsets, values: values[column])
    return (turns.peaks.map(Series.Extreme.init), turns.troughs.map(Series.Extreme.init))
  }

  /// What `/api/series` answers.
  func json(of series: Series) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", series.id)
      json.member("from", series.from)
      Series.write(columns, into: &json)
      json.array("offsets") { json in for offset in offsets { json.int(offset) } }
      json.array("values") { json in
        for column in values {
          json.beginArray()
          for value in column { if let value { json.number(value) } else { json.null() } }
          json.endArray()
        }
      }
    }
    return json.bytes
  }
}

extension Series.Extreme {
  fileprivate init(_ point: Turns.Point) { self.init(offset: point.offset, value: point.value) }
}
