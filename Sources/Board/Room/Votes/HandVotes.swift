import Identity
import JSON

/// The votes of people in the room who have no device, as the facilitator enters them. They count as any vote, and say
/// that they were entered by hand.
public struct HandVotes: Sendable, Equatable, Codable {
  /// How many people they are of: each has the room's budget.
  public var people: Int
  public var votes: Votes
  public var left: Int
  /// Who sees them while the vote lasts: the facilitator.
  var keeper: Identifier
  /// Whether the vote has ended, and everyone sees them.
  var isTold: Bool

  static let id = "hand"
}

extension HandVotes: Recorded {
  static var kind: RecordKind { .handVotes }
  static let told = """
    `id:"hand", people, votes:{issue or group: n}, left`; to the facilitator, and to everyone once the vote has ended
    """
  public var id: String { Self.id }
  var record: Record { .handVotes(self) }

  init?(_ record: Record) {
    guard case .handVotes(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { isTold || viewer.member == keeper }

  var insider: Identifier? { isTold ? nil : keeper }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("people", people)
    json.key("votes")
    votes.write(into: &json)
    json.member("left", left)
  }
}

extension HandVotes {
  mutating func fit(_ room: Room) {
    left = votes.fit(budget: people * room.votes, cap: room.cap.map { people * $0 })
  }
}
