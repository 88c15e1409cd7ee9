public import Identity
import JSON

/// Issues that say the same, voted for as one. Made by people, after the turning; never by itself.
public struct Group: Sendable, Equatable, Codable {
  public let id: String
  /// Empty: it is called by what its first issue says.
  public var title: String
  /// In the order of ids, so that whoever takes a change back finds it as it was.
  public var issues: [String]
  /// Who made it.
  public let by: Identifier
  /// Present only while the totals may be told, as an issue's.
  public var votes: Int?
  /// Issues it held and holds no more: its titles may quote them. Told to nobody.
  @AddedLater var left: [String]
  /// The event that named it last. Told to nobody.
  var named: Int64?

  /// What it is called.
  public struct Naming: Sendable, Equatable, Codable {
    public let title: String
  }
}

extension Group: Recorded {
  static var kind: RecordKind { .group }
  static let told = "`id, title (may be empty), issues:[id], by, votes? (once the vote has ended)`"
  var record: Record { .group(self) }

  init?(_ record: Record) {
    guard case .group(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("title", title)
    json.member("issues", issues)
    json.member("by", by)
    json.member("votes", votes)
  }
}

extension Group {
  mutating func take(_ more: [String]) {
    issues = Set(issues + more).sorted()
    left.removeAll(where: more.contains)
  }

  mutating func lose(_ some: [String]) {
    let going = issues.filter(some.contains)
    issues.removeAll(where: some.contains)
    left = Set(left + going).sorted()
  }
}
