import Board
import JSON

/// An event in a viewer's eyes: an element of `ev`. Made once and shared.
final class EventRendering {
  let bytes: [UInt8]
  /// What it does to the record of each change.
  private let pieces: [RecordPiece]
  /// Where the records that are put stand in `bytes`, in the order of the changes.
  private let places: [Range<Int>]

  /// As everyone sees it who is no change's insider. Changes come in the order of their keys: kinds stand together.
  /// `isForAll`: there are no insiders, who would want what is shared with them told apart.
  convenience init(_ event: Event, _ changes: [Change], for viewer: Viewer, isForAll: Bool) {
    let pieces = changes.map { RecordPiece($0, for: viewer) }
    self.init(event, changes, pieces, for: viewer, isForAll: isForAll) { change, _, json in
      _ = change.after?.write(into: &json, for: viewer)
    }
  }

  /// As `viewer` sees it, who is an insider of some of the changes; the others are `shared` with everyone.
  convenience init(_ event: Event, _ changes: [Change], for viewer: Viewer, shared: EventRendering) {
    func isKnown(_ change: Change) -> Bool { viewer.member.map(change.isKnown) ?? false }
    let pieces = zip(changes, shared.pieces).map { isKnown($0) ? RecordPiece($0, for: viewer) : $1 }
    var puts = 0
    let placed = shared.pieces.map { piece in
      defer { if piece == .put { puts += 1 } }
      return piece == .put ? shared.places[puts] : 0..<0
    }
    self.init(event, changes, pieces, for: viewer, isForAll: true) { change, index, json in
      if isKnown(change) {
        _ = change.after?.write(into: &json, for: viewer)
      } else {
        json.raw(shared.bytes[placed[index]])
      }
    }
  }

  /// `put` writes the record of the change of that index, which `viewer` sees.
  private init(
    _ event: Event, _ changes: [Change], _ pieces: [RecordPiece], for viewer: Viewer, isForAll: Bool,
    put: (Change, Int, inout JSONWriter) -> Void
  ) {
    var places: [Range<Int>] = []
    var json = JSONWriter()
    json.reserve(512)
    json.beginObject()
    json.member("tag", tag: event.tag)
    if pieces.contains(where: { $0 != .nothing }) {
      if !LogFold.hidesAuthor(of: event, changes, from: viewer) {
        json.member("id", event.id)
        json.member("by", event.by)
        json.member("at", event.at)
        json.member("op", event.op)
      }
      Self.write("put", .put, changes, pieces, into: &json) { change, index, json in
        let start = json.nextValue
        put(change, index, &json)
        if !isForAll { places.append(start..<json.count) }
      }
      Self.write("cut", .cut, changes, pieces, into: &json) { change, _, json in json.string(change.key.id) }
    }
    json.endObject()
    self.places = places
    self.pieces = isForAll ? [] : pieces
    bytes = json.bytes
  }

  /// What the pieces of that sort do, by kind; left out when there is none.
  private static func write(
    _ name: StaticString, _ sort: RecordPiece, _ changes: [Change], _ pieces: [RecordPiece],
    into json: inout JSONWriter, element: (Change, Int, inout JSONWriter) -> Void
  ) {
    var records = RecordsByKind()
    for index in changes.indices where pieces[index] == sort {
      if records.isEmpty { json.key(name) }
      records.turn(to: changes[index].key.kind, in: &json)
      element(changes[index], index, &json)
    }
    records.end(in: &json)
  }
}
