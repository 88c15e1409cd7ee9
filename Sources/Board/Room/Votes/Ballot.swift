public import Identity
import JSON

/// One member's votes. Nobody else ever sees it.
public struct Ballot: Sendable, Equatable, Codable {
  public let member: Identifier
  public var votes: Votes
  /// What is left of the budget; never negative.
  public private(set) var left: Int
  /// There was none left once, and is now: what was voted for has gone. Told to nobody.
  private(set) var wasSpent: Bool?

  init(member: Identifier, votes: Votes, left: Int, wasSpent: Bool? = nil) {
    (self.member, self.votes, self.left) = (member, votes, left)
    self.wasSpent = wasSpent
  }
}

extension Ballot {
  /// Whether all of it was cast, taken back or not: who is counted stays counted, for a number that fell with an issue
  /// would tell who had voted for it.
  var isSpent: Bool { left == 0 || wasSpent == true }

  /// As many of them as are left.
  mutating func give(_ votes: Int, to issue: String) {
    let given = min(votes, left)
    self.votes[issue] += given
    leave(left - given)
  }

  mutating func leave(_ left: Int) {
    wasSpent = isSpent && left > 0 ? true : nil
    self.left = left
  }

  /// The budget is another: what was spent of the one before counts no more.
  mutating func begin(leaving left: Int) {
    (self.left, wasSpent) = (left, nil)
  }
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
