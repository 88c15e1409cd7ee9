import Metrics
import Tables

/// A list of shows: for each row the show it speaks of, and its numbers. Pure: runs on any thread.
struct ListPlan: Sendable {
  let rows: [ShowRow]
  let report: ImportReport

  init(_ bytes: [UInt8]) throws(TableFault) {
    let shows = try TableFile(bytes).first { (table) throws(TableFault) in try ShowImport.list(table) }
    if let doubt = shows.file.doubts.first { throw TableFault(doubt) }
    // A show of a few seconds is a button pressed too early, and is left out.
    rows = shows.file.content.filter { !$0.isFalseStart }
    var report = ImportReport(shows)
    report.accepted = rows.count
    self.report = report
  }
}
