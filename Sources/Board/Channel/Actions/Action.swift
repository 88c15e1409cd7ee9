public import Identity
public import JSON

/// What a team agreed to do, kept from room to room until it is done or dropped.
public struct Action: Sendable, Equatable, Codable {
  public let id: String
  public var text: String
  public var owner: Role
  /// Who of the role, where that is said.
  public var member: Identifier?
  public var due: Due?
  public var state: State
  /// Why it was dropped.
  public var reason: String?
  public let from: Origin?
  public let by: Identifier
  /// Milliseconds UTC.
  public let at: Int64
  /// When it was done or dropped.
  public var settledAt: Int64?
  /// By room, the newest last.
  public var answers: [Answer]
  var edits: Edits
  /// So many were settled since that it is told in the whole list alone.
  public internal(set) var isPutAway: Bool
  /// Its words are gone.
  public var erased: Erasure?

  public enum State: String, Sendable, Codable, CaseIterable {
    case todo, doing, done, dropped

    public var isOpen: Bool { self == .todo || self == .doing }
  }

  /// The solution it was made from.
  public struct Origin: Sendable, Equatable, Codable {
    public let room: Identifier
    public let solution: String
    public let issue: String?
  }

  /// Erasing empties members of these names in stored events.
  enum CodingKeys: String, CodingKey {
    case id, text, owner, member, state, from, by, at, settledAt, answers, edits, isPutAway, erased
    case due = "until"
    case reason = "note"
  }

  init(
    id: String, _ content: ActionContent, from: Origin?, by: Identifier, at: Int64, edits: Edits
  ) {
    self.id = id
    (text, owner, member, due) = (content.text, content.owner, content.member, content.due)
    (self.from, self.by, self.at, self.edits) = (from, by, at, edits)
    (state, reason, settledAt, answers, isPutAway, erased) = (.todo, nil, nil, [], false, nil)
  }
}

/// What an action says: all of it that can be edited.
public struct ActionContent: Sendable, Equatable, Codable {
  var text: String
  var owner: Role
  var member: Identifier?
  var due: Due?

  enum CodingKeys: String, CodingKey {
    case text, owner, member
    case due = "until"
  }
}

extension Action: Edited {
  static var kind: RecordKind { .action }
  static let told = """
    `id, text, owner (role), member?, due?:{day:"YYYY-MM-DD"}\\|{next:true}, state:"todo"\\|"doing"\\|"done"\\|"dropped", \
    reason? (why it was dropped), from?:{room, solution, issue?}, by, at, edited, settledAt?, missed (rooms that heard "not \
    yet"), answers:[{room, answer:"done"\\|"notYet"\\|"dropped", reason?, by, at}], erased?:{at,reason}`; of those that are \
    done or dropped the newest hundred
    """
  var record: Record { .action(self) }

  init?(_ record: Record) {
    guard case .action(let value) = record else { return nil }
    self = value
  }

  /// Whether that member answers for it: by name, and where it names nobody, by role.
  public func isMine(_ actor: Actor) -> Bool { member.map { $0 == actor.member } ?? actor.roles.contains(owner) }

  /// How many rooms heard that it is not done yet.
  public var missed: Int { answers.count { $0.answer == .notYet } }

  func isVisible(to viewer: Viewer) -> Bool { !isPutAway }

  func write(into json: inout JSONWriter, for viewer: Viewer) { write(into: &json) }

  /// Nothing in it is secret.
  public func write(into json: inout JSONWriter) {
    json.member("id", id)
    json.member("text", text)
    json.member("owner", owner.rawValue)
    json.member("member", member)
    if let due { json.object("due") { json in due.write(into: &json) } }
    json.member("state", state.rawValue)
    json.member("reason", reason)
    if let from {
      json.object("from") { json in
        json.member("room", from.room)
        json.member("solution", from.solution)
        json.member("issue", from.issue)
      }
    }
    json.member("by", by)
    json.member("at", at)
    json.member("edited", edits.last)
    json.member("settledAt", settledAt)
    json.member("missed", missed)
    json.array("answers") { json in
      for answer in answers { json.object { json in answer.write(into: &json) } }
    }
    json.member(erased)
  }
}
