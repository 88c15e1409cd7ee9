import Identity
import JSON

// What is stored by the thousand is written and read member by member, at a tenth of what a walk through the containers
// of `Codable` costs: the same JSON as the synthesized conformances describe.

extension Issue {
  private enum Member: String, CaseIterable {
    case id, edits, no, role, kind, text, began, between, offset, anonymous, author, revealed, votes, link, question,
      tags, erased, quotedBy
    case state
  }
  private static let members = JSONWords<Member>()
  private static let roles = JSONWords<Lane>()
  private static let kinds = JSONWords<Kind>()
  private static let states = JSONWords<State>()

  func writeStored(into json: inout JSONWriter) throws {
    json.member("id", id)
    json.object("edits") { edits.writeStored(into: &$0) }
    json.member("no", no)
    json.member("role", role.rawValue)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("began", began)
    if let between { json.member("between", between) }
    json.member("offset", offset)
    json.member("anonymous", anonymous)
    json.member("author", author)
    json.member("revealed", revealed)
    json.member("votes", votes)
    try json.member("link", encoding: link)
    try json.member("question", encoding: question)
    if !tags.isEmpty { json.member("tags", tags) }
    if state != .open { json.member("state", state.rawValue) }
    try json.member("erased", encoding: erased)
    try json.member("quotedBy", encoding: quotedBy)
  }

  init(stored cursor: inout JSONCursor) throws {
    var (id, text, began): (String?, String?, String?)
    var between: [String]?
    var (role, kind): (Lane?, Kind?)
    var (no, offset, votes): (Int?, Int?, Int?)
    var (anonymous, revealed): (Bool?, Bool?)
    var (author, link, question, edits): (Identifier?, Link?, Origin?, Edits?)
    var (tags, erased, quotedBy): ([String], Erasure?, [String]?) = ([], nil, nil)
    var state = State.open
    try cursor.members(Self.members) { member, cursor in
      switch member {
      case .id: id = try cursor.string()
      case .no: no = try cursor.int()
      case .role: role = try cursor.word(Self.roles)
      case .kind: kind = try cursor.word(Self.kinds)
      case .text: text = try cursor.string()
      case .began: began = try cursor.string()
      case .between: between = try cursor.decode()
      case .offset: offset = try cursor.int()
      case .anonymous: anonymous = try cursor.bool()
      case .author: author = try cursor.identifier()
      case .revealed: revealed = try cursor.bool()
      case .votes: votes = try cursor.int()
      case .link: link = try cursor.decode()
      case .question: question = try cursor.decode()
      case .edits: edits = try Edits(stored: &cursor)
      case .tags: tags = try cursor.decode()
      case .state: state = try cursor.word(Self.states)
      case .erased: erased = try cursor.decode()
      case .quotedBy: quotedBy = try cursor.decode()
      }
    }
    self.init(
      id: try id.orMissing("id"), edits: try edits.orMissing("edits"), no: no, role: try role.orMissing("role"),
      kind: try kind.orMissing("kind"),
      text: try text.orMissing("text"), began: began, between: between, offset: offset,
      anonymous: try anonymous.orMissing("anonymous"),
      author: try author.orMissing("author"), revealed: try revealed.orMissing("revealed"), votes: votes, link: link,
      question: question, tags: tags, state: state, erased: erased, quotedBy: quotedBy)
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
