public import Identity
import JSON

/// What is to be done, by which role, until when.
public struct Solution: Sendable, Equatable, Codable {
  public let id: String
  public var issues: [String]
  /// Those among them that were withdrawn since. Told to nobody.
  var withdrawnIssues: [String]?
  public var text: String
  public var kind: Entry.Kind
  public var owner: Role
  public var due: String?
  public let by: Identifier
  var edits: Edits
  public var promotion: Promotion?
  /// What was made of it in a channel's log.
  @AddedLater public var actions: [Acted] = []
  /// Agreed upon, among the alternatives for its issues.
  @AddedLater public var isChosen: Bool = false
  /// Its words are gone.
  public var erased: Erasure?

  public struct Promotion: Sendable, Equatable, Codable {
    /// The act that writes the playbook's entry.
    let act: Identifier
    public var state: State
    public var entry: String?
    public var code: Refusal.Code?
    /// Whether the entry was to go with the solution's words.
    var isForgotten: Bool?
    /// The words it handed on, once the solution has been changed since. Told to nobody.
    var handedOn: String?
    /// Why the entry goes that was made of them, though the solution stays.
    var forgetting: String?

    public enum State: String, Sendable, Codable { case requested, done, refused }
  }
}

extension Solution: Edited {
  static var kind: RecordKind { .solution }
  static let told = """
    `id, issues:[id], text, kind, owner (role), due? (text), by, edited, \
    chosen? (true), promotion?:{state:"requested"\\|"done"\\|"refused", entry?, code?}, \
    actions?:[{channel (log), action, state, code?}], erased?:{at,reason}`
    """
  var record: Record { .solution(self) }

  init?(_ record: Record) {
    guard case .solution(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("issues", issues)
    json.member("text", text)
    json.member("kind", kind.rawValue)
    json.member("owner", owner.rawValue)
    json.member("due", due)
    json.member("by", by)
    json.member("edited", edits.last)
    if isChosen { json.member("chosen", true) }
    if let promotion {
      json.object("promotion") { json in
        json.member("state", promotion.state.rawValue)
        json.member("entry", promotion.entry)
        json.member("code", promotion.code?.rawValue)
      }
    }
    writeActions(into: &json)
    json.member(erased)
  }
}
