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
      if let insider = change.before?.insider { note(insider) }
      if let insider = change.after?.insider { note(insider) }
    }
  }

  private func note(_ insider: Identifier) {
    if !insiders.contains(insider) { insiders.append(insider) }
  }

  /// The event as an element of `ev`.
  func bytes(for audience: Audience) -> [UInt8] { rendering(for: audience).bytes }

  /// The event for one member: of the records that do not know them, what their audience sees.
  func bytes(for member: Identifier, of audience: Audience) -> [UInt8] {
    let shared = rendering(for: audience)
    guard insiders.contains(member) else { return shared.bytes }
    let viewer = Viewer(member: member, isLead: audience == .lead)
    return EventRendering(event, changes, for: viewer, shared: shared).bytes
  }

  private func rendering(for audience: Audience) -> EventRendering {
    if let known = audience == .lead ? lead : common { return known }
    let made = EventRendering(event, changes, for: audience.viewer)
    if audience == .lead { lead = made } else { common = made }
    return made
  }
}

extension Change {
  /// Whether the member saw the record with other eyes, or does now.
  func isKnown(to member: Identifier) -> Bool { before?.insider == member || after?.insider == member }
}
