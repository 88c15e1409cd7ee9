import Board
import JSON

/// An event in a viewer's eyes: an element of `ev`.
struct EventRendering {
  let pieces: [RecordPiece]
  let bytes: [UInt8]

  /// `pieces`: what it does to each of the records of `changes`. Changes come in the order of their keys: kinds stand
  /// together.
  init(_ event: Event, _ changes: [Change], _ pieces: [RecordPiece], for viewer: Viewer) {
    self.pieces = pieces
    var json = JSONWriter()
    json.reserve(pieces.reduce(256) { $0 + $1.size })
    json.beginObject()
    json.member("tag", tag: event.tag)
    if pieces.contains(where: \.isSeen) {
      if !LogFold.hidesAuthor(of: event, changes, from: viewer) {
        json.member("id", event.id)
        json.member("by", event.by)
        json.member("at", event.at)
        json.member("op", event.op)
      }
      Self.write("put", where: \.isPut, changes, pieces, into: &json)
      Self.write("cut", where: \.isCut, changes, pieces, into: &json)
    }
    json.endObject()
    bytes = json.bytes
  }

  /// What the pieces that are meant do, by kind; left out when there is none.
  private static func write(
    _ name: StaticString, where isMeant: (RecordPiece) -> Bool, _ changes: [Change], _ pieces: [RecordPiece],
    into json: inout JSONWriter
  ) {
    var records = RecordsByKind()
    for (change, piece) in zip(changes, pieces) where isMeant(piece) {
      if records.isEmpty { json.key(name) }
      records.turn(to: change.key.kind, in: &json)
      switch piece {
      case .put(let record): json.raw(record)
      case .cut: json.string(change.key.id)
      case .nothing: break
      }
    }
    records.end(in: &json)
  }
}

extension RecordPiece {
  fileprivate var isPut: Bool { if case .put = self { true } else { false } }
  fileprivate var isCut: Bool { if case .cut = self { true } else { false } }
  fileprivate var isSeen: Bool { isPut || isCut }

  fileprivate var size: Int {
    switch self {
    case .put(let record): record.count + 24
    case .cut: 40
    case .nothing: 0
    }
  }
}
