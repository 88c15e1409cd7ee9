import Identity
import JSON

extension Ballot {
  /// As the synthesized conformance describes it: with what everyone gave to every card.
  func writeStored(into json: inout JSONWriter) {
    json.member("member", member)
    json.object("votes") { json in
      for (issue, votes) in votes {
        json.key(named: issue)
        json.int(votes)
      }
    }
    json.member("left", left)
  }

  init(stored cursor: inout JSONCursor) throws {
    var (member, left): (Identifier?, Int?)
    var votes: [(String, Int)] = []
    try cursor.members { name, cursor in
      switch name {
      case "member": member = try cursor.identifier()
      case "votes": try cursor.entries { issue, cursor in votes.append((issue, try cursor.int())) }
      case "left": left = try cursor.int()
      default: try cursor.skip()
      }
    }
    self.init(
      member: try member.orMissing("member"), votes: Dictionary(votes, uniquingKeysWith: { $1 }),
      left: try left.orMissing("left"))
  }
}
