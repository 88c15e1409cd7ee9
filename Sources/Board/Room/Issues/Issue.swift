public import Identity
import JSON

/// What a role brings to the review.
public struct Issue: Sendable, Equatable, Codable {
  public let id: String
  /// Before all the rest: two values of an issue nearly always differ here, and texts are dear to compare.
  var edits: Edits
  /// Given at the reveal.
  public var no: Int?
  /// The lane in which it lies. It is called by the name of a role, as before there was one for everyone.
  public var role: Lane
  public var kind: Kind
  public var text: String
  /// The words with which it began, where they are others now: what was written about it may quote them. Told to
  /// nobody.
  var began: String?
  /// The words it had between those and the present ones, each once, the last ones only. Told to nobody.
  var between: [String]?
  /// Seconds from the show's start.
  public var offset: Int?
  public let anonymous: Bool
  /// Told to nobody but themselves while the issue is anonymous.
  let author: Identifier
  public var revealed: Bool
  /// Present only while the totals may be told: what is not here cannot leak.
  public var votes: Int?
  public var link: Link?
  public var question: Origin?
  /// Free words, in the order they were given.
  @AddedLater public var tags: [String]
  /// How far the talk about it has come.
  @AddedLater public var state: State = .open
  /// Its words are gone.
  public var erased: Erasure?
  /// Solutions and comments that have its erased words and were left. Told to nobody.
  var quotedBy: [String]?

  /// A metric of a snapshot, frozen when it was linked.
  public struct Link: Sendable, Equatable, Codable {
    public let show: Identifier
    public let snapshot: String
    public let metric: String
    public let value: Double
    public let goal: Double?
    /// The channel's previous show's value.
    public let last: Double?
  }

  /// The user's question it came from.
  public struct Origin: Sendable, Equatable, Codable {
    public let show: Identifier
    public let question: String
    public var offset: Int
    public let plus: Int
  }
}

extension Issue: Edited {
  static var kind: RecordKind { .issue }
  static let told = """
    `id, no? (given at reveal), role (or "all": everyone's lane), kind, text, offset?, anonymous, by?, \
    mine? (true, to its author only, of an anonymous card), revealed, votes? (once the vote has ended), \
    link?:{show,snapshot,metric,value,goal?,last?}, tags?:[text], question?:{show,question,offset,plus}, \
    state? (discussing, solved, parked; absent: open), \
    edited, erased?:{at,reason}` (then `text` is empty)
    """
  var record: Record { .issue(self) }

  init?(_ record: Record) {
    guard case .issue(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { revealed || viewer.member == author }

  /// A revealed issue with a name is to its author what it is to everyone: they know their name.
  var insider: Identifier? { revealed && !anonymous ? nil : author }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    let isMine = viewer.member == author
    json.member("id", id)
    json.member("no", no)
    json.member("role", role.rawValue)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("offset", offset)
    json.member("anonymous", anonymous)
    if isMine || !anonymous { json.member("by", author) }
    if isMine && anonymous { json.member("mine", true) }
    json.member("revealed", revealed)
    json.member("votes", votes)
    if !tags.isEmpty { json.member("tags", tags) }
    if state != .open { json.member("state", state.rawValue) }
    write(link, into: &json)
    write(question, into: &json)
    json.member("edited", edits.last)
    json.member(erased)
  }

  private func write(_ link: Link?, into json: inout JSONWriter) {
    guard let link else { return }
    json.object("link") { json in
      json.member("show", link.show)
      json.member("snapshot", link.snapshot)
      json.member("metric", link.metric)
      json.member("value", number: link.value)
      json.member("goal", number: link.goal)
      json.member("last", number: link.last)
    }
  }

  private func write(_ origin: Origin?, into json: inout JSONWriter) {
    guard let origin else { return }
    json.object("question") { json in
      json.member("show", origin.show)
      json.member("question", origin.question)
      json.member("offset", origin.offset)
      json.member("plus", origin.plus)
    }
  }
}
