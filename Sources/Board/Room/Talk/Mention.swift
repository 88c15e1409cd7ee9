public import Identity
import JSON

/// The comments that name one member and that they have not looked at yet. Nobody else ever sees it.
public struct Mention: Sendable, Equatable, Codable {
  public let member: Identifier
  /// The newest last; at most fifty.
  public var places: [Place]

  public struct Place: Sendable, Equatable, Codable {
    public let comment: String
    public let issue: String
  }
}

extension Mention: Recorded {
  static var kind: RecordKind { .mention }
  static let told = "`id (= member), comments:[{comment, issue}]` that name one and were not looked at; one's own only"
  public var id: String { member.description }
  var record: Record { .mention(self) }

  init?(_ record: Record) {
    guard case .mention(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { viewer.member == member }

  var insider: Identifier? { member }

  /// All of it is written.
  func isWrittenAnew(since before: Mention) -> Bool? { self != before }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.array("comments") { json in
      for place in places {
        json.object { json in
          json.member("comment", place.comment)
          json.member("issue", place.issue)
        }
      }
    }
  }
}

extension Mention {
  static let acts = [read]

  static let read = Act(
    "mentions.read", in: .room, zh: "看过提到我的评论", en: "Mentions read", by: [.oneself], .record("issue", .issue),
    note: "of that card; at any time",
    final: "it has been read"
  ) { fold, request, id in
    _ = try fold.visibleIssue(id, request)
    let mention = fold.find(request.actor.member.description, as: Mention.self)
    let isNamed = mention?.places.contains { $0.issue == id } ?? false
    return isNamed ? Decision(.room(.mentionsRead(issue: id))) : .nothing
  }
}

extension LogFold {
  mutating func mention(_ comment: Comment, to members: [Identifier]) {
    for member in members {
      var mention = find(member.description) ?? Mention(member: member, places: [])
      mention.places.append(.init(comment: comment.id, issue: comment.issue))
      mention.places = mention.places.suffix(Bounds.mentions)
      put(mention)
    }
  }

  /// Of everyone.
  mutating func forgetMentions(where isGone: (Mention.Place) -> Bool) {
    for mention in all(Mention.self) { forgetMentions(of: mention, where: isGone) }
  }

  mutating func applyReading(of issue: String, by member: Identifier) {
    guard let mention = find(member.description, as: Mention.self) else { return }
    forgetMentions(of: mention) { $0.issue == issue }
  }

  private mutating func forgetMentions(of mention: Mention, where isGone: (Mention.Place) -> Bool) {
    guard mention.places.contains(where: isGone) else { return }
    var mention = mention
    mention.places.removeAll(where: isGone)
    if mention.places.isEmpty { remove(Mention.self, mention.id) } else { put(mention) }
  }
}
