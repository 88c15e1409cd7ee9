public import Identity
import JSON

/// A show as the directory lists it, and its channel's log.
public struct ListedShow: Sendable, Equatable, Codable {
  public let log: Identifier
  public let channel: String
  public var title: String
  /// Milliseconds UTC, planned.
  public var startsAt: Int64
  public var endsAt: Int64?
  /// Known from a platform's list only.
  public let imported: Bool
  /// In a channel's log: the event of the directory that told it like this, or a later one. Told to nobody.
  @AddedLater var listedAt: Int64 = 0
  /// Removed by whoever plans shows, or with the list that made it.
  @AddedLater public var isHidden: Bool = false
  /// In the directory: a person removed it. No list that is brought back brings it back.
  @AddedLater public var isHiddenByHand: Bool = false
  /// In the directory: the event of the show's log that last had it hidden, or brought back, with the list that made it.
  @AddedLater var settledAt: Int64 = 0
  /// In a channel's log: the list that made it.
  var file: String?
}

extension ListedShow: Recorded {
  static var kind: RecordKind { .show }
  static let told =
    "`id (the show's log), channel, title, startsAt, endsAt?, imported, hidden? (true: it was removed), file?` (in a channel's log: the list that made it)"
  public var id: String { log.description }
  var record: Record { .listedShow(self) }

  init?(_ record: Record) {
    guard case .listedShow(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("channel", channel)
    json.member("title", title)
    json.member("startsAt", startsAt)
    json.member("endsAt", endsAt)
    json.member("imported", imported)
    if isHidden { json.member("hidden", true) }
    json.member("file", file)
  }
}
