import Board
import Identity
import Live
import Rows
import ServiceLoop
import Store

/// Rooms' histories, folded aside from the loop and once for all who look at the same time. Every answer is of where the
/// log stands in the database when it is asked for, so that none is from before an erasing, through whichever node.
@ServiceLoop final class HistoryKeeper {
  /// A history that is being folded, and who waits for it.
  private struct Making {
    let standing: Standing
    var waiting: [CheckedContinuation<RoomHistory, any Error>] = []
  }

  private let loop: EventLoop
  private let store: Store
  private var shelf = HistoryShelf<RoomHistory>()
  private var making: [Identifier: Making] = [:]

  init(loop: EventLoop, store: Store) {
    self.loop = loop
    self.store = store
  }

  func history(of log: Identifier) async throws -> RoomHistory {
    guard let standing = try await Store.answer({ store.heads(of: [log], then: $0) }).first else {
      return RoomHistory(log: log, events: [])
    }
    if let history = shelf.find(standing, now: loop.monotonic) { return history }
    guard let made = making[log] else { return try await make(standing) }
    // It has gone on since the other one asked.
    guard made.standing == standing else { return try await fold(log) }
    return try await withCheckedThrowingContinuation { making[log]?.waiting.append($0) }
  }

  /// The log went on, through this node or another: what was made of it before may hold words that are erased now.
  func moved(_ log: Identifier) { shelf.drop(log) }

  /// Now and then: lets go of what nobody looks at.
  func rest() { shelf.dropIdle(now: loop.monotonic) }

  /// The database was rewound.
  func forget() { shelf.dropAll() }

  private func make(_ standing: Standing) async throws -> RoomHistory {
    making[standing.log] = Making(standing: standing)
    do {
      let history = try await fold(standing.log)
      // Where it went on while it was read, its first part may be older than its last.
      if let last = history.last, last.seq == standing.head, last.tag == standing.tag {
        shelf.keep(history, of: standing, now: loop.monotonic)
      }
      end(standing.log, .success(history))
      return history
    } catch {
      end(standing.log, .failure(error))
      throw error
    }
  }

  private func end(_ log: Identifier, _ result: Result<RoomHistory, any Error>) {
    for waiting in making.removeValue(forKey: log)?.waiting ?? [] { waiting.resume(with: result) }
  }

  private func fold(_ log: Identifier) async throws -> RoomHistory {
    let rows = try await rows(of: log)
    return try await Aside.run { RoomHistory(log: log, events: try rows.map { try Event($0, of: .room) }) }
  }

  /// All events of a log, as they are stored: the erased ones without their words.
  private func rows(of log: Identifier) async throws -> [EventRow] {
    let stretch = 1000
    var rows: [EventRow] = []
    while true {
      let first = Int64(rows.count + 1)
      let next = try await Store.answer { store.read(log, from: first, limit: stretch, then: $0) }.events
      rows += next
      if next.count < stretch { return rows }
    }
  }
}
