import Board

/// What an event does to one record in a viewer's eyes.
enum RecordPiece {
  case put([UInt8])
  case cut
  case nothing

  /// A change the viewer cannot see is none: the same bytes sent again would tell that something hidden changed.
  init(_ change: Change, for viewer: Viewer) {
    let before = change.before.flatMap { $0.isVisible(to: viewer) ? $0 : nil }
    guard let after = change.after, after.isVisible(to: viewer) else {
      self = before == nil ? .nothing : .cut
      return
    }
    let isAnew = before.map { after.isWrittenAnew(since: $0) } ?? true
    guard isAnew != false, let rendered = after.render(for: viewer) else {
      self = .nothing
      return
    }
    // What was before is written out only where nothing else tells the two apart.
    self = isAnew == nil && before?.render(for: viewer) == rendered ? .nothing : .put(rendered)
  }
}
