public import Identity
import JSON

/// A file that was imported: what it made names it, so that it can be taken back as one. It stands in the log of the show
/// it was brought to. A list stands in the log of its channel, and under the same id in that of each show it touched.
public struct ImportedFile: Sendable, Equatable, Codable {
  public let id: String
  public let kind: Kind
  /// Redacted as typed words are; nil of pasted text.
  public let name: String?
  /// Of its bytes: the same file again is known by it.
  public let digest: String
  public let at: Int64
  public let by: Identifier
  /// What the log was when somebody agreed to it: the same request again has the same.
  public let state: String?
  /// All that it says has been stored.
  public var isFinished: Bool
  /// How often the log had forgotten files when it came: no name that is forgotten is given again.
  public var generation = 0
  /// Taken back, with everything it made.
  public var isWithdrawn = false
  /// The event of the channel's log that last had it taken back, or brought back; 0: none, or it is no list.
  var settledAt: Int64 = 0
  /// How many it brought.
  var goals = 0
  var markers = 0
  var questions = 0
  /// The real times it said, and those of them that nobody knew before.
  var told: Show.Times?
  var timed: Show.Times?
  /// In a channel's log: the shows it concerned, and those among them that it made.
  public var shows: [Identifier] = []
  public var added: [Identifier] = []

  public enum Kind: String, Sendable, Codable, CaseIterable { case summary, trend, markers, goals, questions, list }
}

extension ImportedFile: Recorded {
  static var kind: RecordKind { .file }
  static let told = """
    `id, kind: "summary"\\|"trend"\\|"markers"\\|"goals"\\|"questions"\\|"list", name?, digest, at, by, unfinished? \
    (true: part of it is still to be stored), withdrawn? (true: what it made counts no more), goals?, markers?, questions? (how many it brought), shows?, added? (how many a list concerned, \
    and how many of them it made)`
    """
  var record: Record { .file(self) }

  init?(_ record: Record) {
    guard case .file(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("kind", kind.rawValue)
    json.member("name", name)
    json.member("digest", digest)
    json.member("at", at)
    json.member("by", by)
    if !isFinished { json.member("unfinished", true) }
    if isWithdrawn { json.member("withdrawn", true) }
    if goals > 0 { json.member("goals", goals) }
    if markers > 0 { json.member("markers", markers) }
    if questions > 0 { json.member("questions", questions) }
    if !shows.isEmpty { json.member("shows", shows.count) }
    if !added.isEmpty { json.member("added", added.count) }
  }
}

extension LogFold {
  /// Those of a show or a channel, taken back or not.
  public var files: [ImportedFile] { all(ImportedFile.self) }

  /// The file an import names has been told of, and stands.
  func checkFile(_ id: String?) throws(Refusal) {
    guard let id else { return }
    guard let file = find(id, as: ImportedFile.self), !file.isWithdrawn else { throw .notFound }
  }
}
