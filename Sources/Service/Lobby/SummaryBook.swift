import Identity
import Store

/// The summaries of one organisation's shows and rooms as this node knows them, each with the revision at which it last
/// changed: whoever tells what they have seen is told only what is new.
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

  /// A newer summary takes the place of the older one, whichever way and in whatever order they come.
  mutating func take(_ summary: LogSummary) {
    if let known = lines[summary.log], known.summary.head >= summary.head { return }
    revision += 1
    lines[summary.log] = (summary, revision)
  }

  func knows(_ log: Identifier, olderThan head: Int64) -> Bool {
    lines[log].map { $0.summary.head < head } ?? false
  }

  /// The logs that have moved on according to `heads`, which were asked for at `revision`. Nil when the database is
  /// behind what was known then: it was restored, or lost its last commits, and nothing here is to be believed.
  func stale(_ heads: [Identifier: Int64], askedAt revision: Int) -> [Identifier]? {
    for (log, line) in lines where line.revision <= revision {
      guard let head = heads[log], head >= line.summary.head else { return nil }
    }
    return heads.filter { log, head in lines[log].map { $0.summary.head < head } ?? true }.keys.sorted()
  }

  /// Everything, or what changed after a mark of this book; in the order of ids.
  func summaries(since mark: Mark? = nil) -> [LogSummary] {
    let seen = mark?.book == id ? mark?.revision ?? 0 : 0
    return lines.values.filter { $0.revision > seen }.map(\.summary).sorted { $0.log < $1.log }
  }
}

extension SummaryBook.Mark: LosslessStringConvertible {
  var description: String { "\(String(book, radix: 16)).\(revision)" }

  init?(_ description: String) {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let book = UInt64(parts[0], radix: 16), let revision = Int(parts[1]) else { return nil }
    self.init(book: book, revision: revision)
  }
}
