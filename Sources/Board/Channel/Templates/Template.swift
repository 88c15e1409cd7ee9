import JSON

/// Which kinds of issue a room knows, and what it asks for under each. A team keeps its own in the channel's log.
public struct Template: Sendable, Equatable, Codable {
  public let id: String
  /// What a team calls its own. The usual ones are named by the page.
  public let name: String?
  public let kinds: [Kind]
  /// What it says of its phases. Of the usual ones the page says it.
  public var hints: Hints? = nil
  /// Offered to nobody any more.
  @AddedLater var isRemoved = false

  public struct Kind: Sendable, Equatable, Codable {
    public let key: Issue.Kind
    /// As the team calls it; nil in a usual template.
    public let name: String?
    /// What is to be written under it.
    public let hint: String?
    public let sense: Sense
  }

  /// Which of the three it looks like and is sorted with: what went wrong, what is open, what is worth keeping.
  public enum Sense: String, Sendable, Codable, CaseIterable { case mistake, puzzle, experience }
}

extension Template: Recorded {
  static var kind: RecordKind { .template }
  static let told = """
    `id, name, kinds:[{key, name, hint?, sense:"mistake"\\|"puzzle"\\|"experience"}], hints?:{collect?, vote?, solve?}`: a \
    team's own; the usual ones are known to the page
    """
  var record: Record { .template(self) }

  init?(_ record: Record) {
    guard case .template(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { !isRemoved }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("name", name)
    writeKinds(into: &json)
    if let hints { json.object("hints") { hints.write(into: &$0) } }
  }

  /// As a room and its report tell of the one they go by.
  func writeOfRoom(into json: inout JSONWriter) {
    json.member("id", id)
    json.member("name", name)
    writeKinds(into: &json)
    if let hints { json.object("hints") { hints.write(into: &$0) } }
  }

  private func writeKinds(into json: inout JSONWriter) {
    json.array("kinds") { json in
      for kind in kinds {
        json.object { json in
          json.member("key", kind.key.rawValue)
          json.member("name", kind.name)
          json.member("hint", kind.hint)
          json.member("sense", kind.sense.rawValue)
        }
      }
    }
  }
}
