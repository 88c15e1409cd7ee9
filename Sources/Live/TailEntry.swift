import Board
import Identity

/// A committed event as it is sent: rendered at most once for each audience, when first asked for.
final class TailEntry {
  let event: Event
  let changes: [Change]
  /// What it weighs in the tail's memory, roughly.
  let size: Int
  /// Members to whom this event shows something else than to everybody.
  private(set) var insiders: [Identifier] = []
  private var common: EventRendering?
  private var lead: EventRendering?

  /// `size`: of the event's body.
  init(event: Event, changes: [Change], size: Int) {
    self.event = event
    self.changes = changes
    self.size = size * 2 + 256
    for change in changes {
      for insider in change.insiders where !insiders.contains(insider) { insiders.append(insider) }
    }
  }

  /// The event as an element of `ev`.
  func bytes(for audience: Audience) -> [UInt8] { rendering(for: audience).bytes }

  /// The event for one member: of the records that do not know them, what their audience sees.
  func bytes(for member: Identifier, of audience: Audience) -> [UInt8] {
    let shared = rendering(for: audience)
    guard insiders.contains(member) else { return shared.bytes }
    let viewer = Viewer(member: member, isLead: audience == .lead)
    let pieces = zip(changes, shared.pieces).map { change, piece in
      change.insiders.contains(member) ? RecordPiece(change, for: viewer) : piece
    }
    return EventRendering(event, changes, pieces, for: viewer).bytes
  }

  private func rendering(for audience: Audience) -> EventRendering {
    if let known = audience == .lead ? lead : common { return known }
    let viewer = audience.viewer
    let made = EventRendering(event, changes, changes.map { RecordPiece($0, for: viewer) }, for: viewer)
    if audience == .lead { lead = made } else { common = made }
    return made
  }
}

extension Change {
  /// Whoever saw the record with other eyes, or does now.
  fileprivate var insiders: [Identifier] { [before?.insider, after?.insider].compactMap(\.self) }
}
