import Identity
import JSON

@testable import Board

// What is said of a card, in tests.
extension Team {
  @discardableResult
  mutating func comment(
    _ text: String, on issue: String, naming members: [Actor] = [], roles: [Role] = [], anonymous: Bool = false,
    as actor: Actor
  ) throws(Refusal) -> World.Sent {
    try inRoom(
      "comment.post",
      [
        "issue": .string(issue), "text": .string(text), "anonymous": .bool(anonymous),
        "members": .array(members.map { .string($0.member.description) }), "roles": .array(roles.map { .word($0) }),
      ], as: actor)
  }

  /// What `GET /api/issue` answers; `notFound` where it does.
  func told(_ issue: String, as actor: Actor) throws -> JSON {
    var json = JSONWriter()
    guard roomFold.writeDiscussion(of: issue, for: viewer(actor), into: &json) else { throw Refusal.notFound }
    return try JSONReader.parse(json.bytes)
  }

  func discussion(_ issue: String, as actor: Actor) throws -> [JSON] {
    try told(issue, as: actor)["comments"]?.array ?? []
  }

  func viewer(_ actor: Actor) -> Viewer { Viewer(member: actor.member, isLead: actor.isLead) }
}
