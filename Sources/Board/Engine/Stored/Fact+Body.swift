import JSON

extension Fact {
  /// The same JSON as the `Codable` conformance describes. What happens hundreds of times an evening is written member
  /// by member, at a tenth of what a walk through `Encodable`'s containers costs; the rest takes the walk.
  func write(into json: inout JSONWriter) throws {
    switch self {
    case .issuePosted(let issue): try json.stored("issuePosted", "issue", issue.writeStored)
    case .issueEdited(let issue, let content):
      json.stored("issueEdited") { json in
        json.member("issue", issue)
        json.object("content", content.writeStored)
      }
    case .voteSet(let issue, let votes):
      json.stored("voteSet") { json in
        json.member("issue", issue)
        json.member("votes", votes)
      }
    case .questionLogged(let question): try json.stored("questionLogged", "question", question.writeStored)
    case .questionAskedAgain(let question):
      json.stored("questionAskedAgain") { $0.member("question", question) }
    default: try json.encode(self)
    }
  }
}
