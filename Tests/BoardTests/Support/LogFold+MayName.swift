@testable import Board

extension LogFold {
  /// What is told of an event besides its tag: as whoever sends it has to decide.
  static func mayName(_ event: Event, _ changes: [Change], to viewer: Viewer) -> Bool {
    let sees = changes.contains {
      !$0.key.kind.countsSecrets && $0.before?.render(for: viewer) != $0.after?.render(for: viewer)
    }
    return sees && !hidesAuthor(of: event, changes, from: viewer)
  }
}
