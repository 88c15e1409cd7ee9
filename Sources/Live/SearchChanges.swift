import Board
import Rows

/// What events mean for search, gathered before they leave for the database.
struct SearchChanges {
  /// Records that it finds by other words, by id.
  private var keys: [String: RecordKey] = [:]
  /// Those whose words from before must be gone with the events.
  private var unfound: Set<String> = []
  /// Issues that were turned, or are gone: what is said of them comes and goes with them.
  private var issues: Set<String> = []

  mutating func note(_ speculation: Speculation) {
    let erases = speculation.event.facts.contains(where: \.erasesWords)
    for change in speculation.changes {
      let (before, after) = (change.before?.searchLine, change.after?.searchLine)
      guard erases || before != after else { continue }
      if keys[change.key.id] == nil || change.after != nil { keys[change.key.id] = change.key }
      if erases || after == nil { unfound.insert(change.key.id) }
      let isTurnedOrGone = change.before != nil && (before == nil) != (after == nil)
      if change.key.kind == .issue, isTurnedOrGone { issues.insert(change.key.id) }
    }
    for emptied in speculation.decision.emptied { unfound.insert(emptied.record) }
  }

  mutating func add(to append: inout Append, _ fold: LogFold) {
    noteComments(in: fold)
    guard !keys.isEmpty || !unfound.isEmpty else { return }
    append.unfound = unfound.sorted()
    append.searchRows = Set(keys.keys).union(unfound).sorted().map { id in
      let line = keys[id].flatMap { fold[$0] }.flatMap(fold.searchLine) ?? fold.searchLine(of: id)
      return line.map { SearchRow($0, in: fold) } ?? SearchRow(gone: id)
    }
  }

  private mutating func noteComments(in fold: LogFold) {
    guard !issues.isEmpty else { return }
    for (id, record) in fold.records(.comment) {
      guard case .comment(let comment) = record, issues.contains(comment.issue) else { continue }
      keys[id] = record.key
      if fold.searchLine(of: record) == nil { unfound.insert(id) }
    }
  }
}

extension LogFold {
  /// Of a record of which only the id is known.
  fileprivate func searchLine(of id: String) -> SearchLine? {
    for kind in RecordKind.allCases {
      if let line = self[RecordKey(kind, id)].flatMap(searchLine) { return line }
    }
    return nil
  }
}
