import Identity
import JSON

extension Entry: Edited {
  static var kind: RecordKind { .entry }
  var record: Record { .entry(self) }

  init?(_ record: Record) {
    guard case .entry(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("no", no)
    json.member("title", title)
    json.member("kind", kind.rawValue)
    json.member("roles", roles.names)
    json.member("stage", stage?.rawValue)
    json.member("trigger", trigger)
    json.member("text", text)
    json.array("evidence") { json in
      for item in evidence { json.object { json in write(item, into: &json) } }
    }
    if let origin {
      json.object("origin") { json in
        json.member("room", origin.room)
        json.member("solution", origin.solution)
        json.member("roomTitle", origin.roomTitle)
      }
    }
    json.member("status", status.rawValue)
    json.member("version", version)
    if let verified { json.object("verified") { json in write(verified, into: &json) } }
    json.member("by", by)
    json.member("at", at)
    json.member("edited", edits.last)
    json.member(erased)
  }

  private func write(_ evidence: Evidence, into json: inout JSONWriter) {
    json.member("metric", evidence.metric)
    json.member("before", number: evidence.before)
    json.member("after", number: evidence.after)
    json.member("goal", number: evidence.goal)
    json.member("last", number: evidence.last)
    json.member("show", evidence.show)
    json.member("offset", evidence.offset)
  }

  private func write(_ verified: Verification, into json: inout JSONWriter) {
    json.member("show", verified.show)
    json.member("note", verified.note)
    json.member("by", verified.by)
    json.member("at", verified.at)
  }
}
