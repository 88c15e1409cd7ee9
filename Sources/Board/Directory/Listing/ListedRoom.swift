public import Identity
import JSON

/// A room as the directory lists it, and the logs of its shows' channels.
public struct ListedRoom: Sendable, Equatable, Codable {
  public let log: Identifier
  public let title: String
  public let shows: [Identifier]
  public let openedAt: Int64
  public let by: Identifier
  /// In a channel's log: the event of the directory that told it like this, or a later one. Told to nobody.
  @AddedLater var listedAt: Int64 = 0
}

extension ListedRoom: Recorded {
  static var kind: RecordKind { .room }
  static let told = "`id (the room's log), title, shows:[log], openedAt, by`"
  public var id: String { log.description }
  var record: Record { .listedRoom(self) }

  init?(_ record: Record) {
    guard case .listedRoom(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("title", title)
    json.member("shows", shows.map(\.description))
    json.member("openedAt", openedAt)
    json.member("by", by)
  }
}
