import JSON

// What is stored by the thousand is written member by member, at a tenth of what a walk through `Encodable`'s
// containers costs: the same JSON as the synthesized conformances describe, which still read it.

extension Issue {
  func writeStored(into json: inout JSONWriter) throws {
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
  func writeStored(into json: inout JSONWriter) {
    json.member("role", role.rawValue)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("offset", offset)
  }
}

extension Ballot {
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
}
