import Identity
import JSON

extension Ballot {
  private enum Member: String, CaseIterable { case member, votes, left, wasSpent }
  private static let members = JSONWords<Member>()

  /// As the synthesized conformance describes it: with what everyone gave to every issue.
  func writeStored(into json: inout JSONWriter) {
    json.member("member", member)
    json.key("votes")
    votes.write(into: &json)
    json.member("left", left)
    if wasSpent == true { json.member("wasSpent", true) }
  }

  init(stored cursor: inout JSONCursor) throws {
    var (member, votes, left): (Identifier?, Votes?, Int?)
    var wasSpent: Bool?
    try cursor.members(Self.members) { name, cursor in
      switch name {
      case .member: member = try cursor.identifier()
      case .votes: votes = try Votes(stored: &cursor)
      case .left: left = try cursor.int()
      case .wasSpent: wasSpent = try cursor.bool()
      }
    }
    self.init(
      member: try member.orMissing("member"), votes: try votes.orMissing("votes"), left: try left.orMissing("left"),
      wasSpent: wasSpent)
  }
}
