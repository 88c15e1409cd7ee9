import Board
import Fixtures
import Identity
import Rows

@testable import Live

/// Histories that were cut off.
struct Past {
  /// The database as it was now and then; any of them may come back.
  var backups: [[Identifier: FakeDatabase.Log]] = []
  /// Commands that were stored.
  var lost: Set<Identifier> = []
  /// Every event that was stored.
  var tags: [Identifier: [Int64: Set<UInt64>]] = [:]
  /// Rooms in which the cards were turned.
  var revealed: Set<Identifier> = []
}

// A standby that lacked the end is promoted, or an older backup restored.
extension World {
  /// Whether nothing that was stored has been lost so far.
  var isUnbroken: Bool { past.tags.isEmpty }

  func rewind() {
    guard mayRewind, let back = past.backups.indices.randomElement(using: &random) else { return }
    note("rewinds")
    let backup = past.backups[back]
    past.backups.removeSubrange(back...)
    for (id, log) in database.logs {
      let kept = Set((backup[id]?.rows ?? []).map(\.command))
      for row in log.rows {
        past.tags[id, default: [:]][row.seq, default: []].insert(row.tag)
        if !kept.contains(row.command) { past.lost.insert(row.command) }
      }
      if log.fold.room?.revealed == true { past.revealed.insert(id) }
    }
    database.restore(backup)
    let there = Set(database.logs.keys)
    for client in clients { client.follows.removeAll { !there.contains($0) } }
    // A fail-over cuts the connections, and may be recognised. What is put in place under a server that goes on is not.
    guard random.chance(70) else { return }
    let isRecognised = random.chance(50)
    for index in nodes.indices {
      loseDatabase(index)
      if isRecognised { receive(.databaseReplaced, index) }
      restoreDatabase(index)
    }
  }
}
