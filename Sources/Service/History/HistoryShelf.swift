import Identity
import Rows

/// What was made of whole logs, each as of one head, until it is asked for no more. Pure. A log that stands elsewhere now,
/// because it went on or because it was written anew, has nothing here: erasing words is an event like any other.
struct HistoryShelf<History> {
  /// Logs that are kept at most, and events that those may have together; one log is kept however many it has.
  static var mostLogs: Int { 8 }
  static var mostEvents: Int64 { 20_000 }
  /// In milliseconds. What nobody has asked for so long is let go of.
  static var rest: Int64 { 300_000 }

  private struct Kept {
    let standing: Standing
    let history: History
    var asked: Int64
  }

  private var kept: [Identifier: Kept] = [:]

  var isEmpty: Bool { kept.isEmpty }
  var count: Int { kept.count }

  /// Nil where none of exactly that head is kept.
  mutating func find(_ standing: Standing, now: Int64) -> History? {
    guard let found = kept[standing.log], found.standing == standing else { return nil }
    kept[standing.log]?.asked = now
    return found.history
  }

  mutating func keep(_ history: History, of standing: Standing, now: Int64) {
    kept[standing.log] = Kept(standing: standing, history: history, asked: now)
    while kept.count > 1, kept.count > Self.mostLogs || events > Self.mostEvents {
      guard let oldest = kept.filter({ $0.key != standing.log }).min(by: { $0.value.asked < $1.value.asked }) else {
        return
      }
      kept[oldest.key] = nil
    }
  }

  /// The log stands elsewhere.
  mutating func drop(_ log: Identifier) { kept[log] = nil }

  mutating func dropIdle(now: Int64) { kept = kept.filter { now - $0.value.asked < Self.rest } }

  mutating func dropAll() { kept = [:] }

  private var events: Int64 { kept.values.reduce(0) { $0 + $1.standing.head } }
}
