import JSON

/// What search finds of a record: words that everyone who may follow the log may read, and nothing that names an
/// author nobody may know.
public struct SearchLine: Sendable, Equatable {
  /// The group it is listed in.
  public let kind: RecordKind
  public let id: String
  /// What it is called by; a match here stands before others.
  public let title: String
  /// What else it says, in lines.
  public var text = ""
  /// When it was, where the record tells; else it is as old as its log.
  var at: Int64?
  /// Seconds from the show's start: where it is opened, and how old it is where nothing else tells.
  public var offset: Int?
  public var role: Role?
  public var no: Int?
  /// The issue it is about, on whose sheet it stands.
  public var issue: String?
  /// The action it is about, in the list of which it stands.
  public var action: String?
  /// When its words are forgotten, whoever asks then; nil keeps them.
  public var expires: Int64?

  init(_ kind: RecordKind, _ id: String, title: String) {
    (self.kind, self.id, self.title) = (kind, id, title)
  }

  /// What is told of a hit: JSON.
  public var told: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("title", title)
      if !text.isEmpty { json.member("text", text) }
      json.member("role", role?.rawValue)
      json.member("no", no)
      json.member("offset", offset)
      json.member("issue", issue)
      json.member("action", action)
    }
    return json.bytes
  }

  /// Of what is said of an action, where nobody is anonymous, the time is told.
  func ofAction(at: Int64) -> SearchLine {
    var line = self
    (line.action, line.issue, line.at) = (issue, nil, at)
    return line
  }

  public var words: String { text.isEmpty ? title : "\(title)\n\(text)" }
}

extension SearchLine {
  /// Raised when records are found by other words than before: every log's lines are made anew then.
  public static let edition = 1
}

/// A record that search finds.
protocol Findable: Recorded {
  /// Whether everyone who may follow the log may read it. What is not is in no index.
  var isOpenToAll: Bool { get }
  /// Nil where there are no words.
  var searchLine: SearchLine? { get }
}

extension Findable {
  var isOpenToAll: Bool { isVisible(to: Viewer(member: nil, isLead: false)) }
}
