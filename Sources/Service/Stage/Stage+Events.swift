import Identity
import Rows
import ServiceLoop
import Store

extension Stage {
  /// All events of a log, as they are stored: the erased ones without their words.
  func events(of log: Identifier) async throws -> [EventRow] {
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
