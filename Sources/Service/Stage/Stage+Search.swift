import Board
import Identity
import Live
import Rows
import ServiceLoop
import Store

// What search finds of logs that were appended to by a build, or a node, that did not write it.
extension Stage {
  static let searchCheck = Duration.seconds(30)

  /// Logs never written, or by another rule, are written now. Of one that is behind its head a node may be about to write
  /// the rest: it is written here when its mark has not moved since the last time.
  func sweepSearch() {
    guard store.isAvailable, !isStopping, !isSweepingSearch else { return }
    isSweepingSearch = true
    ServiceLoop.begin { [self] in
      var behind: [Identifier: Int64] = [:]
      var last: Identifier?
      while let due = try? await logsToIndex(after: last), !due.isEmpty {
        for (log, organisation, seq) in due where !isStopping {
          if seq < 0 || behindInSearch[log] == seq {
            try? await index(log, of: organisation)
          } else {
            behind[log] = seq
          }
        }
        last = due.last?.log
      }
      behindInSearch = behind
      isSweepingSearch = false
    }
  }

  private func index(_ log: Identifier, of organisation: Identifier) async throws {
    let look = try await look(at: log, in: organisation)
    let writes = await Aside.run {
      look.fold.searchLines.map {
        SearchWrite(SearchRow($0, in: look.fold), of: log, in: organisation, at: look.head)
      }
    }
    try await Store.answer {
      store.keepAll(writes, of: log, at: look.head, edition: SearchLine.edition, then: $0)
    }
  }

  private func logsToIndex(after last: Identifier?) async throws -> [(
    log: Identifier, organisation: Identifier, seq: Int64
  )] {
    if isStopping { return [] }
    return try await Store.answer { store.logsToIndex(edition: SearchLine.edition, after: last, then: $0) }
  }

  func search(_ question: SearchQuestion) async throws -> SearchAnswer {
    try await Store.answer { store.search(question, then: $0) }
  }
}
