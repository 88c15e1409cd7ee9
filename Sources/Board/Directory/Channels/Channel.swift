public import Identity
import JSON

/// A 直播间.
public struct Channel: Sendable, Equatable, Codable {
  public let id: String
  public var name: String
  /// Its own log, which follows from its id and the organisation's: not stored.
  public private(set) var log: Identifier?

  private enum CodingKeys: CodingKey { case id, name }

  init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  func placed(in organisation: Identifier) -> Channel {
    var channel = self
    channel.log = LogFold.log(ofChannel: id, in: organisation)
    return channel
  }
}

extension Channel: Recorded {
  static var kind: RecordKind { .channel }
  static let told = "`id, name, log` (its own log)"
  var record: Record { .channel(self) }

  init?(_ record: Record) {
    guard case .channel(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("name", name)
    json.member("log", log)
  }
}
