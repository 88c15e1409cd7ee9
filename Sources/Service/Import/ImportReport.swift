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

  init<Content>(_ sheets: SheetsImport<Content>) {
    let file = sheets.file
    encoding = file.encoding.rawValue
    rows = file.rows
    accepted = file.accepted
    ignored = file.ignored
    problems = file.problems
    left = sheets.left
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("encoding", encoding)
      json.member("rows", rows)
      json.member("accepted", accepted)
      json.member("ignored", ignored.map(Self.brief))
      json.member("left", left.map(Self.brief))
      json.array("problems") { json in
        for problem in problems.prefix(500) {
          json.object { json in
            json.member("sheet", problem.sheet.map(Self.brief))
            json.member("line", problem.line)
            json.member("column", problem.column)
            json.member("header", problem.header.map(Self.brief))
            json.member("code", problem.why.rawValue)
            json.member("raw", Self.brief(problem.raw))
          }
        }
      }
    }
    return json.bytes
  }

  /// A cell or a column's name, as far as it takes to find it by: it may be megabytes.
  private static func brief(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(80)))
  }
}
