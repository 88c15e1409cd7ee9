import Board
import Identity
import Likeness
import Postgres
import Rows
import ServiceLoop
import Store

/// Writes what search finds soon after the events it follows from. What a crash, or a database that is away, keeps from
/// being written is found by its log's mark, which then stays behind (`Stage.sweepSearch`).
@ServiceLoop final class SearchKeeper {
  /// A second gathers what is typed at once; with the write it stays under two.
  private static let gathering = Duration.seconds(1)
  /// A log of which nothing that search finds has changed is marked in passing, in milliseconds.
  private static let marking: Int64 = 10_000
  /// Of one transaction. What is more waits for the next.
  private static let most = 500
  /// What waits longer than the database is away takes memory: from so many rows on it is left to the sweep.
  private static let bound = 20_000

  /// What of one log is to be written, for the events behind `since` up to `till`.
  private struct Due {
    let organisation: Identifier
    var since: Int64
    var till: Int64
    /// By record, with the event of which each is.
    var rows: [String: (seq: Int64, row: SearchRow)] = [:]
    /// How often its stretch was told, and did not fit what is marked.
    var asked = 0

    /// In place: a copy of the rows for each append would cost more than all the rest.
    mutating func take(_ append: SearchAppend) {
      till = append.till
      for row in append.rows { rows[row.record] = (append.till, row) }
    }

    /// What could not be done before comes first; of one record the later row counts.
    mutating func follow(_ earlier: Due) {
      since = earlier.since
      rows = earlier.rows.merging(rows) { $1 }
      asked = earlier.asked
    }
  }

  private let loop: EventLoop
  private let store: Store
  private var due: [Identifier: Due] = [:]
  private var waiting = 0
  private var isGathering = false
  private var marked: Int64
  /// How often a stretch is told before it is left to the sweep: another node's may be missing before it.
  private static let patience = 3

  init(loop: EventLoop, store: Store) {
    self.loop = loop
    self.store = store
    marked = loop.monotonic
  }

  /// An append of this node has been committed.
  func committed(_ append: SearchAppend) {
    let new = Due(organisation: append.organisation, since: append.since, till: append.since)
    due[append.log, default: new].take(append)
    waiting += append.rows.count
    if waiting > Self.bound { (due, waiting) = ([:], 0) }
    if !append.rows.isEmpty { gather() }
  }

  private func gather() {
    guard !isGathering else { return }
    isGathering = true
    loop.schedule(after: Self.gathering) { [weak self] in
      guard let self else { return }
      ServiceLoop.begin { await self.write() }
    }
  }

  /// Marks logs of which nothing is to be written. Called every second.
  func tick() {
    if !due.isEmpty, loop.monotonic - marked >= Self.marking { gather() }
  }

  private func write() async {
    defer {
      isGathering = false
      if due.values.contains(where: { !$0.rows.isEmpty }) { gather() }
    }
    guard store.isAvailable else { return }
    let marksAll = loop.monotonic - marked >= Self.marking
    if marksAll { marked = loop.monotonic }
    var taken: [Identifier: Due] = [:]
    var count = 0
    for (log, due) in due.sorted(by: { $0.key < $1.key }) where marksAll || !due.rows.isEmpty {
      guard count == 0 || count + due.rows.count <= Self.most else { break }
      taken[log] = due
      count += due.rows.count
      self.due[log] = nil
    }
    waiting = max(0, waiting - count)
    guard !taken.isEmpty else { return }
    let batch = taken
    let writes = await Aside.run {
      batch.flatMap { log, due in
        due.rows.values.map { SearchWrite($0.row, of: log, in: due.organisation, at: $0.seq) }
      }
    }
    let stretches = taken.map { SearchStretch(log: $0.key, since: $0.value.since, till: $0.value.till) }
    do {
      let marks = try await Store.answer {
        store.keep(writes, of: stretches, edition: SearchLine.edition, then: $0)
      }
      for (log, due) in taken where !marks.contains(log) { tellAgain(due, of: log) }
    } catch let fault as PostgresFault where fault.isOfTheData {
      // One of the logs can never be written, and the sweep, which takes them one by one, finds out which.
      Journal.write(.error, "search.refused", ["code": fault.code.rawValue])
    } catch {
      for (log, due) in taken { putBack(due, of: log) }
    }
  }

  /// The database was rewound: what has not been written may never have been.
  func forget() { (due, waiting) = ([:], 0) }

  /// Another node's events, from before these, are not marked yet. After a while they are left to the sweep.
  private func tellAgain(_ written: Due, of log: Identifier) {
    guard written.asked < Self.patience else { return }
    var written = written
    written.rows = [:]
    written.asked += 1
    putBack(written, of: log)
  }

  private func putBack(_ earlier: Due, of log: Identifier) {
    waiting += earlier.rows.count
    guard var later = due[log] else { return due[log] = earlier }
    later.follow(earlier)
    due[log] = later
  }
}
