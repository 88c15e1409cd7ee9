import Board
import Identity

/// A committed event as it is sent: rendered at most once for each audience, when first asked for.
final class TailEntry {
  let seq: Int64
  let tag: UInt64
  let command: Identifier
  let actor: Identifier
  /// Whether nobody may be given what was said before it.
  let erasesWords: Bool
  /// Its size in memory, roughly.
  let size: Int
  /// Members to whom this event shows something else than to everybody: their own issue, or that the act was theirs.
  private(set) var insiders: [Identifier] = []
  /// What it is rendered from, kept as long as someone may come for whom it has not been rendered.
  private var source: (event: Event, changes: [Change])?
  private let leadsSeeMore: Bool
  private var common: EventRendering?
  private var lead: EventRendering?

  /// `size`: of the event's body.
  init(event: Event, changes: [Change], size: Int, leadsSeeMore: Bool) {
    seq = event.seq
    tag = event.tag
    command = event.id
    actor = event.by
    erasesWords = event.facts.contains(where: \.erasesWords)
    source = (event, changes)
    self.size = size * 2 + 256
    self.leadsSeeMore = leadsSeeMore
    for change in changes {
      if let insider = change.before?.insider { note(insider) }
      if let insider = change.after?.insider { note(insider) }
    }
    if LogFold.hidesAuthor(of: event, changes, from: Viewer(member: nil, isLead: false)) { note(event.by) }
  }

  private func note(_ insider: Identifier) {
    if !insiders.contains(insider) { insiders.append(insider) }
  }

  /// Whether it changes a record of that kind. To be asked before it is sent.
  func touches(_ kind: RecordKind) -> Bool { source?.changes.contains { $0.key.kind == kind } ?? false }

  /// The event as an element of `ev`.
  func bytes(for audience: Audience) -> [UInt8] { rendering(for: audience).bytes }

  /// The event for one member: of the records that do not know them, what their audience sees.
  func bytes(for member: Identifier, of audience: Audience) -> [UInt8] {
    guard let source, insiders.contains(member) else { return bytes(for: audience) }
    let viewer = Viewer(member: member, isLead: audience == .lead)
    return EventRendering(source.event, source.changes, for: viewer, member, shared: rendering(for: audience)).bytes
  }

  private func rendering(for audience: Audience) -> EventRendering {
    let audience = leadsSeeMore ? audience : .common
    if let known = audience == .lead ? lead : common { return known }
    guard let source else { preconditionFailure("an event rendered for everyone, and for one more") }
    let made = EventRendering(source.event, source.changes, for: audience.viewer, isShared: !insiders.isEmpty)
    if audience == .lead { lead = made } else { common = made }
    // A rendering takes as much memory as what is sent.
    if insiders.isEmpty, !leadsSeeMore { self.source = nil }
    return made
  }
}

extension Change {
  /// Whether the member saw the record with other eyes, or does now.
  func isKnown(to member: Identifier) -> Bool { before?.insider == member || after?.insider == member }
}
