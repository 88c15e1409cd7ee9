import Board
import Identity
import Live
import Rows
import ServiceLoop
import Store

// The figures beside shows that were last appended to by a build that wrote none, or others.
extension Stage {
  /// Of these shows of the organisation; those that are missing are worked out first.
  /// In no order.
  func figures(of shows: [Identifier], in organisation: Identifier) async throws -> [ShowFigures] {
    var figures = try await storedFigures(of: shows)
    // An append that comes between writes them itself.
    for log in figures.filter({ !$0.isOfEdition }).map(\.show) { try await keepFigures(of: log, in: organisation) }
    if !figures.allSatisfy(\.isOfEdition) { figures = try await storedFigures(of: shows) }
    return figures
  }

  /// All that are missing, one show after the other, in the background.
  func sweepFigures() {
    guard store.isAvailable, !isStopping, !isSweepingFigures else { return }
    isSweepingFigures = true
    ServiceLoop.begin { [self] in
      var last: Identifier?
      while let due = try? await showsWithoutFigures(after: last), !due.isEmpty {
        for (log, organisation) in due where !isStopping { try? await keepFigures(of: log, in: organisation) }
        last = due.last?.log
      }
      isSweepingFigures = false
    }
  }

  private func keepFigures(of log: Identifier, in organisation: Identifier) async throws {
    let look = try await look(at: log, in: organisation)
    _ = try await Store.answer {
      store.keep(figures: Figure.encode(look.fold.figures), of: Figure.edition, at: look.standing, then: $0)
    }
  }

  private func storedFigures(of shows: [Identifier]) async throws -> [ShowFigures] {
    try await Store.answer { store.figures(of: shows, edition: Figure.edition, then: $0) }
  }

  private func showsWithoutFigures(after last: Identifier?) async throws -> [(
    log: Identifier, organisation: Identifier
  )] {
    if isStopping { return [] }
    return try await Store.answer { store.showsWithoutFigures(of: Figure.edition, after: last, then: $0) }
  }
}
