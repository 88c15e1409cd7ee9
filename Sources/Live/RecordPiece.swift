import Board

/// What an event does to one record in a viewer's eyes.
enum RecordPiece: Equatable {
  case put
  case cut
  case nothing

  /// A change the viewer cannot see is none: the same bytes sent again would tell that something hidden changed.
  init(_ change: Change, for viewer: Viewer) {
    guard let after = change.after else {
      self = change.before?.isVisible(to: viewer) == true ? .cut : .nothing
      return
    }
    let sight = after.sight(since: change.before, of: viewer)
    switch (sight.wasSeen, sight.isSeen) {
    case (false, false): self = .nothing
    case (true, false): self = .cut
    case (false, true): self = .put
    case (true, true):
      // What was before is written out only where nothing else tells the two apart.
      let isAnew = sight.isAnew ?? (change.before?.render(for: viewer) != after.render(for: viewer))
      self = isAnew ? .put : .nothing
    }
  }
}
