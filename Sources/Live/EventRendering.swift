import Board
import Identity
import JSON

/// An event in a viewer's eyes: an element of `ev`.
final class EventRendering {
  let bytes: [UInt8]
  /// What it does to the record of each change, and where a record that is put stands in `bytes`; empty unless others
  /// are to be made from this.
  private let pieces: [RecordPiece]
  private let places: [Range<Int>]

  /// The event as everyone sees it who is no change's insider. Changes come in the order of their keys, so kinds stand
  /// together.
  /// `isShared`: there are insiders, who will get the same of the changes that are not theirs.
  convenience init(_ event: Event, _ changes: [Change], for viewer: Viewer, isShared: Bool) {
    let pieces = changes.map { RecordPiece($0, for: viewer) }
    self.init(event, changes, pieces, for: viewer, isShared: isShared) { change, _, json in
      _ = change.after?.write(into: &json, for: viewer)
    }
  }

  /// As `member` sees it, an insider of some of the changes; the others are `shared` with everyone.
  convenience init(
    _ event: Event, _ changes: [Change], for viewer: Viewer, _ member: Identifier, shared: EventRendering
  ) {
    let pieces = zip(changes, shared.pieces).map { $0.isKnown(to: member) ? RecordPiece($0, for: viewer) : $1 }
    self.init(event, changes, pieces, for: viewer, isShared: false) { change, index, json in
      if change.isKnown(to: member) {
        _ = change.after?.write(into: &json, for: viewer)
      } else {
        json.raw(shared.bytes[shared.places[index]])
      }
    }
  }

  /// `put` writes the record of the change of that index, which `viewer` sees.
  private init(
    _ event: Event, _ changes: [Change], _ pieces: [RecordPiece], for viewer: Viewer, isShared: Bool,
    put: (Change, Int, inout JSONWriter) -> Void
  ) {
    var places = isShared ? Array(repeating: 0..<0, count: changes.count) : []
    var json = JSONWriter()
    json.reserve(512)
    json.beginObject()
    json.member("tag", tag: event.tag)
    if pieces.contains(where: { $0 != .nothing }) {
      // A viewer who sees only a count change is not told whose act changed it.
      let isSeen = zip(changes, pieces).contains { $1 != .nothing && !$0.key.kind.countsSecrets }
      if isSeen, !LogFold.hidesAuthor(of: event, changes, from: viewer) {
        json.member("id", event.id)
        json.member("by", event.by)
        json.member("at", event.at)
        json.member("op", event.op)
      }
      Self.write("put", .put, changes, pieces, into: &json) { change, index, json in
        let start = json.nextValue
        put(change, index, &json)
        if isShared { places[index] = start..<json.count }
      }
      Self.write("cut", .cut, changes, pieces, into: &json) { change, _, json in json.string(change.key.id) }
    }
    json.endObject()
    self.places = places
    self.pieces = isShared ? pieces : []
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
