public import Identity
import JSON

/// What the team has learnt and does again.
public struct Entry: Sendable, Equatable, Codable {
  public let id: String
  public let no: Int
  public var title: String
  public var kind: Kind
  public var roles: [Role]
  public var stage: Stage?
  public var trigger: String?
  public var text: String
  public var evidence: [Evidence]
  public let origin: Origin?
  public var status: Status
  /// Counts the changes of its words, from 1.
  public var version: Int
  /// Where it was last seen to work, while it is not on trial again.
  public var verified: Verification?
  public let by: Identifier
  public let at: Int64
  var edits: Edits
  /// Its words are gone.
  public var erased: Erasure?

  public enum Kind: String, Sendable, Codable, CaseIterable {
    case sop, script, checklist, play, taboo
  }

  public enum Stage: String, Sendable, Codable, CaseIterable {
    case before, opening, explaining, closing, switching, ending, after
  }

  public enum Status: String, Sendable, Codable, CaseIterable { case trial, inForce, retired }

  /// The number the review looked at, as it was known when the entry was proposed: an effect nobody has measured yet.
  public struct Evidence: Sendable, Equatable, Codable {
    public let metric: String
    /// Of entries stored before goal and last show were kept apart: nobody knows any more which of the two it is.
    public let before: Double?
    /// The show's own number.
    public let after: Double?
    public let goal: Double?
    /// The channel's previous show's.
    public let last: Double?
    public let show: Identifier?
    public var offset: Int?

    public init(
      metric: String, before: Double?, after: Double?, goal: Double?, last: Double?, show: Identifier?, offset: Int?
    ) {
      (self.metric, self.before, self.after, self.goal, self.last) = (metric, before, after, goal, last)
      (self.show, self.offset) = (show, offset)
    }
  }

  /// A lead's word that it works: in which show that was seen, and how.
  public struct Verification: Sendable, Equatable, Codable {
    public let show: Identifier?
    public let note: String?
    public let by: Identifier
    public let at: Int64

    public init(show: Identifier?, note: String?, by: Identifier, at: Int64) {
      (self.show, self.note, self.by, self.at) = (show, note, by, at)
    }
  }

  /// The review it was promoted from.
  public struct Origin: Sendable, Equatable, Codable {
    public let room: Identifier
    public let solution: String
    public let roomTitle: String
  }
}

extension Entry: Edited {
  static var kind: RecordKind { .entry }
  static let told = """
    `id, no, title, kind, roles, stage?, trigger?, text, \
    evidence:[{metric,after?,goal?,last?,before?,show?,offset?}], origin?:{room,solution,roomTitle}, \
    status:"trial"\\|"inForce"\\|"retired", version, verified?:{show?,note?,by,at}, by, at, edited, \
    erased?:{at,reason}` (then `title` and `text` are empty)
    """
  var record: Record { .entry(self) }

  init?(_ record: Record) {
    guard case .entry(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("no", no)
    json.member("title", title)
    json.member("kind", kind.rawValue)
    json.member("roles", roles.names)
    json.member("stage", stage?.rawValue)
    json.member("trigger", trigger)
    json.member("text", text)
    json.array("evidence") { json in
      for item in evidence { json.object { json in write(item, into: &json) } }
    }
    if let origin {
      json.object("origin") { json in
        json.member("room", origin.room)
        json.member("solution", origin.solution)
        json.member("roomTitle", origin.roomTitle)
      }
    }
    json.member("status", status.rawValue)
    json.member("version", version)
    if let verified { json.object("verified") { json in write(verified, into: &json) } }
    json.member("by", by)
    json.member("at", at)
    json.member("edited", edits.last)
    json.member(erased)
  }

  private func write(_ evidence: Evidence, into json: inout JSONWriter) {
    json.member("metric", evidence.metric)
    json.member("before", number: evidence.before)
    json.member("after", number: evidence.after)
    json.member("goal", number: evidence.goal)
    json.member("last", number: evidence.last)
    json.member("show", evidence.show)
    json.member("offset", evidence.offset)
  }

  private func write(_ verified: Verification, into json: inout JSONWriter) {
    json.member("show", verified.show)
    json.member("note", verified.note)
    json.member("by", verified.by)
    json.member("at", verified.at)
  }
}
