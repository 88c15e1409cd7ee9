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
      Self.writePuts(changes, pieces, into: &json)
      Self.writeCuts(changes, pieces, into: &json)
    }
    json.endObject()
    bytes = json.bytes
  }

  /// An object from kind to records; left out when empty.
  private static func writePuts(_ changes: [Change], _ pieces: [RecordPiece], into json: inout JSONWriter) {
    var kind: RecordKind?
    for (change, piece) in zip(changes, pieces) {
      guard case .put(let record) = piece else { continue }
      if kind == nil { json.key("put") }
      begin(change.key.kind, after: &kind, into: &json)
      json.raw(record)
    }
    end(kind, into: &json)
  }

  /// An object from kind to ids; left out when empty.
  private static func writeCuts(_ changes: [Change], _ pieces: [RecordPiece], into json: inout JSONWriter) {
    var kind: RecordKind?
    for (change, piece) in zip(changes, pieces) {
      guard case .cut = piece else { continue }
      if kind == nil { json.key("cut") }
      begin(change.key.kind, after: &kind, into: &json)
      json.string(change.key.id)
    }
    end(kind, into: &json)
  }

  private static func begin(_ kind: RecordKind, after last: inout RecordKind?, into json: inout JSONWriter) {
    guard kind != last else { return }
    if last == nil { json.beginObject() } else { json.endArray() }
    json.key(named: kind.rawValue)
    json.beginArray()
    last = kind
  }

  private static func end(_ last: RecordKind?, into json: inout JSONWriter) {
    guard last != nil else { return }
    json.endArray()
    json.endObject()
  }
}

extension RecordPiece {
  fileprivate var isSeen: Bool { if case .nothing = self { false } else { true } }

  fileprivate var size: Int {
    switch self {
    case .put(let record): record.count + 24
    case .cut: 40
    case .nothing: 0
    }
  }
}
