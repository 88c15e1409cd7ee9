import JSON
import Metrics
import Tables

/// What became of a file, told cell by cell to whoever brought it. Good cells are kept, whatever the others are.
struct ImportReport: Sendable {
  let encoding: String
  let rows: Int
  var accepted: Int
  let ignored: [String]
  let problems: [Problem]
  /// Sheets of a workbook of which nothing was taken.
  let left: [String]

  init(_ reading: FileReading, _ part: FilePart) {
    encoding = part.encoding.rawValue
    rows = part.rows
    accepted = part.accepted
    ignored = part.columns.ignored
    problems = part.problems
    left = reading.unread
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("encoding", encoding)
      json.member("rows", rows)
      json.member("accepted", accepted)
      json.member("ignored", ignored.map(\.brief))
      json.member("left", left.map(\.brief))
      json.array("problems") { json in
        for problem in problems.prefix(500) {
          json.object { json in problem.write(into: &json) }
        }
      }
    }
    return json.bytes
  }
}
