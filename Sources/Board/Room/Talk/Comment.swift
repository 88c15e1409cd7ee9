import Identity
import JSON

/// What somebody says of an issue, or in a channel's log of an action. There are thousands, which come over HTTP when one
/// looks: no client holds any, and an event tells nobody more of one than the ``Talk`` of what it is said of.
public struct Comment: Sendable, Equatable, Codable {
  public let id: String
  /// The issue, or the action, it is said of.
  public let issue: String
  public var text: String
  /// Told to nobody but themselves while the comment is anonymous.
  let author: Identifier
  public let anonymous: Bool
  /// Milliseconds UTC.
  public let at: Int64
  /// The event with which it came: comments stand in this order.
  let seq: Int64
  var edits: Edits
  var mentions: Mentions
  var reactions: Reactions
  /// Who took it back: its author, or whoever steered the room. It is kept for its words to be erased.
  var withdrawnBy: Identifier?
  /// Its words are gone.
  public var erased: Erasure?
}

/// What a comment says: all of it that can be edited.
public struct CommentContent: Sendable, Equatable, Codable {
  var text: String
  var mentions: Mentions
}

extension Comment: Edited {
  static var kind: RecordKind { .comment }
  static let told = "to no client: they come with `GET /api/issue` and `GET /api/action`"
  var record: Record { .comment(self) }

  init?(_ record: Record) {
    guard case .comment(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { false }

  func write(into json: inout JSONWriter, for viewer: Viewer) {}
}

extension Comment {
  var content: CommentContent {
    get { CommentContent(text: text, mentions: mentions) }
    set { (text, mentions) = (newValue.text, newValue.mentions) }
  }

  mutating func edit(_ content: CommentContent, _ event: Event) {
    edits.note(event.seq, by: event.by, rewords: content.text != text)
    self.content = content
  }

  /// As whoever may read the issue reads it on its sheet.
  func writeTold(into json: inout JSONWriter, for viewer: Viewer) {
    let isMine = viewer.member == author
    json.member("id", id)
    json.member("text", text)
    if isMine || !anonymous { json.member("by", author) }
    if isMine && anonymous { json.member("mine", true) }
    if anonymous { json.member("anonymous", true) }
    // To the minute: the second would tell whose it is.
    json.member("at", anonymous && !isMine ? at.toTheMinute : at)
    json.member("edited", edits.last)
    if edits.haveChanged { json.member("changed", true) }
    mentions.write(into: &json)
    if !reactions.isEmpty { json.object("reactions") { reactions.writeMembers(into: &$0) } }
    json.member(erased)
  }
}
