import JSON

/// A 直播间.
public struct Channel: Sendable, Equatable, Codable {
  public let id: String
  public var name: String
}

extension Channel: Recorded {
  static var kind: RecordKind { .channel }
  var record: Record { .channel(self) }

  init?(_ record: Record) {
    guard case .channel(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("name", name)
  }
}
