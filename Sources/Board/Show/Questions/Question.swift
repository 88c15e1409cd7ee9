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
  /// The kinds of what looked personal in the words, and its writer said was not. The words stand in the text.
  @AddedLater public var kept: [String]
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
  /// The file it came from.
  var file: String?
  /// Its file was taken back: it is told to nobody until that is brought back. Its words are kept as long as any.
  @AddedLater var isFileWithdrawn: Bool

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
  public var isOpen: Bool {
    erased == nil && !isFileWithdrawn && (status == .followUp || status == .open && imported != true)
  }
}

extension Question: Edited {
  static var kind: RecordKind { .question }
  static let told = """
    `id, no, offset, askedAt, text (null once erased or expired), masked:[kind], kept?:[kind], source?, group?, user? \
    (masked), customer?, product?, category?, urgency?, status, plus, onAir, imported? (true: from a file, \
    and nobody has said since whether someone waits), answer?:{words?,by,role?,at}, issue?:{room,state}, by, \
    edited, erased?:{at,reason}`
    """
  var record: Record { .question(self) }

  init?(_ record: Record) {
    guard case .question(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { !isFileWithdrawn }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("no", no)
    json.member("offset", offset)
    json.member("askedAt", askedAt)
    if let text { json.member("text", text) } else { json.member("text", JSON.null) }
    json.member("masked", masked)
    if !kept.isEmpty { json.member("kept", kept) }
    json.member("source", source?.rawValue)
    json.member("group", group?.text)
    json.member("user", user?.text)
    json.member("customer", customer?.rawValue)
    json.member("product", product?.text)
    json.member("category", category?.rawValue)
    json.member("urgency", urgency?.rawValue)
    json.member("status", status.rawValue)
    json.member("plus", plus)
    json.member("onAir", onAir)
    json.member("imported", imported)
    write(answer, into: &json)
    write(issue, into: &json)
    json.member("by", by)
    json.member("edited", edits.last)
    json.member(erased)
  }

  private func write(_ answer: Answer?, into json: inout JSONWriter) {
    guard let answer else { return }
    json.object("answer") { json in
      json.member("words", answer.wording?.text)
      json.member("by", answer.by)
      json.member("role", answer.role?.rawValue)
      json.member("at", answer.at)
    }
  }

  /// Not which issue it became: that issue may not have been revealed.
  private func write(_ link: Link?, into json: inout JSONWriter) {
    guard let link else { return }
    json.object("issue") { json in
      json.member("room", link.room)
      json.member("state", link.state.rawValue)
    }
  }
}

extension Question {
  /// The text ids of its erasable words.
  var texts: [String] { [wording, group, user, product, answer?.wording].compactMap { $0?.id } }

  mutating func fill(from words: [String: String]) {
    wording = wording?.filled(from: words)
    group = group?.filled(from: words)
    user = user?.filled(from: words)
    product = product?.filled(from: words)
    let answerWords = answer?.wording?.filled(from: words)
    answer?.wording = answerWords
  }
}
