import Identity
import Rows

/// The summaries of one organisation's shows and rooms as this node knows them, each with the revision at which it last
/// changed. A page that tells what it has seen is told only what is new.
struct SummaryBook {
  /// What a page has seen: of which book, and up to where. A page may come from another node, or from before a restart.
  struct Mark: Equatable {
    let book: UInt64
    let revision: Int
  }

  /// Random: no two books are taken for each other.
  let id: UInt64
  private(set) var revision = 0
  private var lines: [Identifier: (summary: LogSummary, revision: Int)] = [:]

  init(id: UInt64) { self.id = id }

  var mark: Mark { Mark(book: id, revision: revision) }

  /// A newer summary takes the place of the older one, whichever way and in whatever order they come. Of two histories
  /// up to one head the last told is kept: the next comparison finds out whether it is the stored one.
  mutating func take(_ summary: LogSummary) {
    guard lines[summary.log].map({ $0.summary.standing.isMoved(by: summary.standing) }) ?? true else { return }
    revision += 1
    lines[summary.log] = (summary, revision)
  }

  /// Whether what is known of the log is from before `told`, or of another history.
  func isMoved(by told: Standing) -> Bool { lines[told.log].map { $0.summary.standing.isMoved(by: told) } ?? false }

  /// The logs that have moved on according to `heads`, which were asked for at `revision`. Nil when the database is
  /// behind what was known then, or of another history: it was restored, or lost its last commits, and nothing here is
  /// to be believed.
  func stale(_ heads: [Standing], askedAt revision: Int) -> [Identifier]? {
    let stored = Dictionary(heads.map { ($0.log, $0) }, uniquingKeysWith: { $1 })
    for (log, line) in lines where line.revision <= revision {
      guard let told = stored[log], told.head > line.summary.standing.head || told == line.summary.standing else {
        return nil
      }
    }
    return heads.filter { told in lines[told.log].map { $0.summary.standing.head < told.head } ?? true }
      .map(\.log).sorted()
  }

  /// Everything, or what changed after a mark of this book; in the order of ids.
  func summaries(since mark: Mark? = nil) -> [LogSummary] {
    let seen = mark?.book == id ? mark?.revision ?? 0 : 0
    return lines.values.filter { $0.revision > seen }.map(\.summary).sorted { $0.log < $1.log }
  }
}

extension Standing {
  fileprivate func isMoved(by told: Standing) -> Bool { told.head > head || told.head == head && told.tag != tag }
}

extension SummaryBook.Mark: LosslessStringConvertible {
  var description: String { "\(String(book, radix: 16)).\(revision)" }

  init?(_ description: String) {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let book = UInt64(parts[0], radix: 16), let revision = Int(parts[1]) else { return nil }
    self.init(book: book, revision: revision)
  }
}
