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
  /// Put away: it leaves the lists, and is found where they say how many there are.
  @AddedLater public var isArchived: Bool = false
}

extension ListedRoom: Recorded {
  static var kind: RecordKind { .room }
  static let told = "`id (the room's log), title, shows:[log], openedAt, by, archived? (true: it was put away)`"
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
    if isArchived { json.member("archived", true) }
  }
}
