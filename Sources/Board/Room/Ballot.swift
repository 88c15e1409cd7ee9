public import Identity
import JSON

/// One member's votes. Nobody else ever sees it.
public struct Ballot: Sendable, Equatable, Codable {
  public let member: Identifier
  /// By issue; no zeros.
  public var votes: [String: Int]
  /// What is left of the budget; never negative.
  public var left: Int

  var spent: Int { votes.values.reduce(0, +) }
}

extension Ballot: Recorded {
  static var kind: RecordKind { .ballot }
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
    json.object("votes") { json in
      for (issue, votes) in votes.sorted(by: { $0.key < $1.key }) {
        json.key(named: issue)
        json.int(votes)
      }
    }
    json.member("left", left)
  }
}
