import Board
import Identity
import JSON
import Rows

/// A review that was held before, as a later one's report tells of it: what its room's summary says of it, so that its
/// worth is there only where it may be told, and what became of the actions that were asked for in it.
struct PastReview {
  let log: Identifier
  let openedAt: Int64
  let summary: [UInt8]
  let answered: Report.Answered

  /// Whether it is over: of one that goes on nothing is counted.
  static func isOver(_ summary: [UInt8]) -> Bool {
    (try? JSONReader.parse(summary))?["phase"]?.string == Phase.closed.rawValue
  }

  func write(into json: inout JSONWriter, for member: Identifier) {
    json.member("log", log.description)
    json.member("at", openedAt)
    json.member("summary", raw: LogFold.summary(summary, for: member))
    answered.write(into: &json)
  }
}
