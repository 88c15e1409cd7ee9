import Board
import JSON

/// Writes an object from kind to array: what is sent of records. Elements of a kind must stand together.
struct RecordsByKind {
  private var kind: RecordKind?

  var isEmpty: Bool { kind == nil }

  /// To be called before each element.
  mutating func turn(to next: RecordKind, in json: inout JSONWriter) {
    guard next != kind else { return }
    if isEmpty { json.beginObject() } else { json.endArray() }
    json.key(named: next.rawValue)
    json.beginArray()
    kind = next
  }

  /// After the last one. Where there was none, nothing has been written.
  func end(in json: inout JSONWriter) {
    guard !isEmpty else { return }
    json.endArray()
    json.endObject()
  }
}
