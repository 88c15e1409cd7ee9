public import Identity
import JSON

/// What a member says the review was worth to them, from 1 to 5. Nobody else ever sees it.
public struct Worth: Sendable, Equatable, Codable {
  public let member: Identifier
  public var score: Int
  /// What of it is in the mean that is told; nil until it is (``WorthTally``).
  var counted: Int?
}

extension Worth: Recorded {
  static var kind: RecordKind { .worth }
  static let told = "`id (= member), score`; one's own only"
  public var id: String { member.description }
  var record: Record { .worth(self) }

  init?(_ record: Record) {
    guard case .worth(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { viewer.member == member }

  var insider: Identifier? { member }

  /// Whether it is in the mean is not written.
  func isWrittenAnew(since before: Worth) -> Bool? { score != before.score }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("score", score)
  }
}
