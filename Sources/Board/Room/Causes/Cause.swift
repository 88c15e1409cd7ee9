import Identity
import JSON

/// Why an issue happened: a chain of whys, from what was seen to what can be changed. Beside the issue, and nobody's in
/// particular.
public struct Cause: Sendable, Equatable, Codable {
  /// The issue's.
  public let id: String
  public var whys: [String]
  var edits: Edits
  /// The issue is gone: nobody sees it, and an erasing finds it yet.
  var isWithdrawn = false
}

/// One why, as it is said.
public struct Why: Sendable, Equatable, Codable {
  /// By which an erasing finds it in the events: the issue's own id would have it go with the issue's earlier words.
  let id: String
  let issue: String
  let place: Int
  let text: String

  init(issue: String, place: Int, text: String) {
    (id, self.issue, self.place, self.text) = (Cause.record(of: issue), issue, place, text)
  }
}

extension Cause: Edited {
  static var kind: RecordKind { .cause }
  static let told = "`id` (= the issue), `whys:[text], edited`"
  var record: Record { .cause(self) }

  init?(_ record: Record) {
    guard case .cause(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { !isWithdrawn && !whys.isEmpty }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("whys", whys)
    json.member("edited", edits.last)
  }

  /// What stored words of an issue's cause are named by.
  static func record(of issue: String) -> String { "\(issue)/why" }
}
