import Board
import Rows

/// What events mean for search, gathered before they leave for the database.
struct SearchChanges {
  /// Records that it finds by other words, by id.
  private var keys: [String: RecordKey] = [:]
  /// Those whose words from before must be gone with the events.
  private var unfound: Set<String> = []

  mutating func note(_ speculation: Speculation) {
    let erases = speculation.event.facts.contains(where: \.erasesWords)
    for change in speculation.changes where erases || change.changesSearchLine {
      if keys[change.key.id] == nil || change.after != nil { keys[change.key.id] = change.key }
      if erases || change.after?.searchLine == nil { unfound.insert(change.key.id) }
    }
    for emptied in speculation.decision.emptied { unfound.insert(emptied.record) }
  }

  func add(to append: inout Append, _ fold: LogFold) {
    guard !keys.isEmpty || !unfound.isEmpty else { return }
    append.unfound = unfound.sorted()
    append.searchRows = Set(keys.keys).union(unfound).sorted().map { id in
      let line = keys[id].flatMap { fold[$0]?.searchLine } ?? fold.searchLine(of: id)
      return line.map { SearchRow($0, in: fold) } ?? SearchRow(gone: id)
    }
  }
}

extension LogFold {
  /// Of a record of which only the id is known.
  fileprivate func searchLine(of id: String) -> SearchLine? {
    for kind in RecordKind.allCases {
      if let line = self[RecordKey(kind, id)]?.searchLine { return line }
    }
    return nil
  }
}
