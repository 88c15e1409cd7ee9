public import Identity
import JSON

/// A user's question, logged while the show runs: redacted and masked before it came here.
public struct Question: Sendable, Equatable, Codable {
  public let id: String
  public let no: Int
  /// Seconds from the show's start.
  public var offset: Int
  /// Milliseconds UTC.
  public let askedAt: Int64
  /// When its words came here, from which their keeping is counted.
  let loggedAt: Int64
  var wording: Wording?
  /// The kinds of what was masked in the words.
  public var masked: [String]
  public let source: QuestionSource?
  var group: Wording?
  var user: Wording?
  public let customer: Customer?
  var product: Wording?
  public var category: QuestionCategory?
  public var urgency: Urgency?
  public var status: QuestionStatus
  /// How many more users asked the same.
  public var plus: Int
  public var onAir: Bool
  public var answer: Answer?
  public var issue: Link?
  public let by: Identifier
  public var edits: Edits
  public var erased: Erasure?
  /// It came from a file, which does not tell whether someone waits for an answer, and nobody has said since.
  var imported: Bool?

  public struct Answer: Sendable, Equatable, Codable {
    var wording: Wording?
    public let by: Identifier
    /// Nil when a lead without a role answered.
    public let role: Role?
    public let at: Int64
  }

  /// The issue it became, or is to become.
  public struct Link: Sendable, Equatable, Codable {
    public let room: Identifier
    /// The act that raises it there.
    let act: Identifier
    public var issue: String?
    public var state: State
    /// Whether the issue was to go with the question's words.
    var isForgotten: Bool?

    public enum State: String, Sendable, Codable { case requested, raised, refused }
  }

  /// Nil once erased or expired.
  public var text: String? { wording?.text }

  /// Someone should still do something about it.
  public var isOpen: Bool { erased == nil && (status == .followUp || status == .open && imported != true) }
}
