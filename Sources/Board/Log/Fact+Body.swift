import Identity
import JSON

extension Fact {
  /// The same JSON as the `Codable` conformance describes. What happens hundreds of times an evening is written member
  /// by member, at a tenth of what a walk through `Encodable`'s containers costs; the rest takes the walk.
  func write(into json: inout JSONWriter) throws {
    switch self {
    case .issuePosted(let issue):
      try json.fact("issuePosted") { json throws in
        try json.object("issue") { json throws in try issue.writeStored(into: &json) }
      }
    case .issueEdited(let issue, let content):
      try json.fact("issueEdited") { json throws in
        json.member("issue", issue)
        json.object("content") { content.writeStored(into: &$0) }
      }
    case .voteSet(let issue, let votes):
      try json.fact("voteSet") { json throws in
        json.member("issue", issue)
        json.member("votes", votes)
      }
    case .questionAskedAgain(let question):
      try json.fact("questionAskedAgain") { json throws in json.member("question", question) }
    default: try json.encode(self)
    }
  }
}

extension JSONWriter {
  /// A case and its associated values, by the names synthesized conformances give them.
  fileprivate mutating func fact(_ name: StaticString, _ body: (inout JSONWriter) throws -> Void) throws {
    beginObject()
    try object(name, body)
    endObject()
  }

  fileprivate mutating func member(_ key: StaticString, encoding value: (some Encodable)?) throws {
    guard let value else { return }
    self.key(key)
    try encode(value)
  }
}

extension Issue {
  fileprivate func writeStored(into json: inout JSONWriter) throws {
    json.member("id", id)
    json.member("no", no)
    json.member("role", role.rawValue)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("offset", offset)
    json.member("anonymous", anonymous)
    json.member("author", author)
    json.member("revealed", revealed)
    json.member("votes", votes)
    try json.member("link", encoding: link)
    try json.member("question", encoding: question)
    json.object("edits") { edits.writeStored(into: &$0) }
  }
}

extension IssueContent {
  fileprivate func writeStored(into json: inout JSONWriter) {
    json.member("role", role.rawValue)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("offset", offset)
  }
}
