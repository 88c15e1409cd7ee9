import Identity
public import JSON

/// How much is said of an issue, or of an action: a small record beside it, so that a comment or a reaction resends no text. Whoever looks
/// at the issue's sheet reads it again when this has changed.
public struct Talk: Sendable, Equatable, Codable {
  /// The issue's, or the action's.
  public let id: String
  public var comments: Int
  var reactions: Reactions
  /// The event that last changed any of it.
  public var last: Int64
}

extension Talk: Recorded {
  static var kind: RecordKind { .talk }
  static let told = """
    `id (= issue, or action in a channel's log), comments? (how many), reactions?:{word: n}, last (the event that last changed any of it)`; not there \
    while nobody has said anything
    """
  var record: Record { .talk(self) }

  init?(_ record: Record) {
    guard case .talk(let value) = record else { return nil }
    self = value
  }

  func isWrittenAnew(since before: Talk) -> Bool? { last != before.last ? true : nil }

  func write(into json: inout JSONWriter, for viewer: Viewer) { write(into: &json) }

  /// Nothing in it is secret.
  public func write(into json: inout JSONWriter) {
    json.member("id", id)
    if comments > 0 { json.member("comments", comments) }
    if !reactions.isEmpty { json.object("reactions") { reactions.writeCounts(into: &$0) } }
    json.member("last", last)
  }
}

extension LogFold {
  /// Of an issue that was withdrawn there is no talk. One of which nothing is said any more has none either.
  mutating func reviseTalk(of issue: String, _ event: Event, _ change: (inout Talk) -> Void) {
    guard hasSubject(issue) else { return }
    var talk = find(issue) ?? Talk(id: issue, comments: 0, reactions: Reactions(), last: event.seq)
    change(&talk)
    talk.last = event.seq
    if talk.comments > 0 || !talk.reactions.isEmpty { put(talk) } else { remove(Talk.self, issue) }
  }

  /// With the issue goes what was said of it. The comments are kept for their words to be erased.
  mutating func forgetTalk(of issue: String) {
    remove(Talk.self, issue)
    forgetMentions { $0.issue == issue }
  }

  /// What is said of an issue or an action, as the viewer may read it. False: they may not see it, and nothing has been
  /// written.
  public func writeDiscussion(of id: String, for viewer: Viewer, into json: inout JSONWriter) -> Bool {
    guard find(id, as: Action.self) != nil || find(id, as: Issue.self)?.isVisible(to: viewer) == true else {
      return false
    }
    let talk = find(id, as: Talk.self)
    json.object { json in
      json.member("last", talk?.last ?? 0)
      json.array("comments") { json in
        for comment in comments(on: id) where comment.withdrawnBy == nil {
          json.object { comment.writeTold(into: &$0, for: viewer) }
        }
      }
      json.object("reactions") { talk?.reactions.writeMembers(into: &$0) }
    }
    return true
  }
}
