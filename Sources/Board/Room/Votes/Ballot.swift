public import Identity
import JSON

/// One member's votes. Nobody else ever sees it.
public struct Ballot: Sendable, Equatable, Codable {
  public let member: Identifier
  public var votes: Votes
  /// What is left of the budget; never negative.
  public var left: Int
}

extension Ballot: Recorded {
  static var kind: RecordKind { .ballot }
  static let told = "`id (= member), votes:{issue: n}, left`; one's own only"
  public var id: String { member.description }
  var record: Record { .ballot(self) }

  init?(_ record: Record) {
    guard case .ballot(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { viewer.member == member }

  var insider: Identifier? { member }

  /// All of it is written.
  func isWrittenAnew(since before: Ballot) -> Bool? { self != before }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.key("votes")
    votes.write(into: &json)
    json.member("left", left)
  }
}
