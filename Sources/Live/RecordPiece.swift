import Board

/// What an event does to one record in a viewer's eyes.
enum RecordPiece {
  case put([UInt8])
  case cut
  case nothing

  /// A change the viewer cannot see is none: the same bytes sent again would tell that something hidden changed.
  init(_ change: Change, for viewer: Viewer) {
    guard let after = change.after?.render(for: viewer) else {
      self = change.before?.isVisible(to: viewer) == true ? .cut : .nothing
      return
    }
    self = Self.isAnew(change, after, for: viewer) ? .put(after) : .nothing
  }

  /// What was before is written out only where nothing else tells the two apart.
  private static func isAnew(_ change: Change, _ rendered: [UInt8], for viewer: Viewer) -> Bool {
    guard let before = change.before, before.isVisible(to: viewer) else { return true }
    if let after = change.after, after.isWrittenAnew(since: before) { return true }
    return before.render(for: viewer) != rendered
  }
}
