import Board
import Identity
import JSON

/// A committed event as it is sent: rendered at most once for each audience, when first asked for.
final class TailEntry {
  let event: Event
  let changes: [Change]
  /// What it weighs in the tail's memory, roughly.
  let size: Int
  /// Members to whom this event shows something else than to everybody.
  let insiders: Set<Identifier>
  private var common: Rendering?
  private var lead: Rendering?

  /// `size`: of the event's body.
  init(event: Event, changes: [Change], size: Int) {
    self.event = event
    self.changes = changes
    self.size = size * 2 + 256
    var insiders: Set<Identifier> = []
    for change in changes {
      if let before = change.before { insiders.formUnion(before.insiders) }
      if let after = change.after { insiders.formUnion(after.insiders) }
    }
    self.insiders = insiders
  }

  /// The event as an element of `ev`.
  func bytes(for audience: Audience) -> [UInt8] { rendering(for: audience).bytes }

  /// The event for one member: of the records that do not know them, what their audience sees.
  func bytes(for member: Identifier, of audience: Audience) -> [UInt8] {
    let shared = rendering(for: audience)
    guard insiders.contains(member) else { return shared.bytes }
    let viewer = Viewer(member: member, isLead: audience == .lead)
    let pieces = changes.indices.map { index in
      let change = changes[index]
      let isInside = change.before?.insiders.contains(member) == true || change.after?.insiders.contains(member) == true
      return isInside ? Piece(change, for: viewer) : shared.pieces[index]
    }
    return Rendering(event, changes, pieces, for: viewer).bytes
  }

  private func rendering(for audience: Audience) -> Rendering {
    if let known = audience == .lead ? lead : common { return known }
    let viewer = audience.viewer
    let made = Rendering(event, changes, changes.map { Piece($0, for: viewer) }, for: viewer)
    if audience == .lead { lead = made } else { common = made }
    return made
  }
}

/// Who gets the same bytes: everyone whom no record knows in person, by whether they lead.
enum Audience: CaseIterable {
  case common, lead

  init(isLead: Bool) { self = isLead ? .lead : .common }

  var viewer: Viewer { Viewer(member: nil, isLead: self == .lead) }
}

/// What an event does to one record in a viewer's eyes.
private enum Piece {
  case put([UInt8])
  case cut
  case nothing

  /// A change the viewer cannot see is none: the same bytes sent again would tell that something hidden changed.
  init(_ change: Change, for viewer: Viewer) {
    let before = change.before?.render(for: viewer)
    let after = change.after?.render(for: viewer)
    if let after {
      self = after == before ? .nothing : .put(after)
    } else {
      self = before == nil ? .nothing : .cut
    }
  }
}

private struct Rendering {
  let pieces: [Piece]
  let bytes: [UInt8]

  init(_ event: Event, _ changes: [Change], _ pieces: [Piece], for viewer: Viewer) {
    self.pieces = pieces
    var json = JSONWriter()
    json.object { json in
      json.member("tag", Tag.text(event.tag))
      let isSeen = pieces.contains { if case .nothing = $0 { false } else { true } }
      guard isSeen else { return }
      if !LogFold.hidesAuthor(of: event, changes, from: viewer) {
        json.member("id", event.id)
        json.member("by", event.by)
        json.member("at", event.at)
        json.member("op", event.op)
      }
      Self.write("put", into: &json, changes, pieces) { json, index in
        guard case .put(let record) = pieces[index] else { return }
        json.raw(record)
      } isMeant: {
        if case .put = $0 { true } else { false }
      }
      Self.write("cut", into: &json, changes, pieces) { json, index in
        json.string(changes[index].key.id)
      } isMeant: {
        if case .cut = $0 { true } else { false }
      }
    }
    bytes = json.bytes
  }

  /// An object from kind to array; left out when empty. Changes come in the order of their keys: kinds stand together.
  private static func write(
    _ name: String, into json: inout JSONWriter, _ changes: [Change], _ pieces: [Piece],
    element: (inout JSONWriter, Int) -> Void, isMeant: (Piece) -> Bool
  ) {
    let meant = pieces.indices.filter { isMeant(pieces[$0]) }
    guard !meant.isEmpty else { return }
    json.object(name) { json in
      var kind: RecordKind?
      for index in meant {
        if changes[index].key.kind != kind {
          if kind != nil { json.endArray() }
          kind = changes[index].key.kind
          json.key(changes[index].key.kind.rawValue)
          json.beginArray()
        }
        element(&json, index)
      }
      json.endArray()
    }
  }
}
