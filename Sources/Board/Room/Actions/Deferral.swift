public import Identity
import JSON

/// An action that a room left unanswered, because whoever steers it said "later". It is asked for again at closing.
public struct Deferral: Sendable, Equatable, Codable {
  /// The action's.
  public let id: String
  public let by: Identifier
  public let at: Int64
  /// Said once more at closing: the room asks no further.
  public let isFinal: Bool
}

extension Deferral: Recorded {
  static var kind: RecordKind { .deferral }
  static let told =
    "`id (an action's, in a channel's log), by, at, final? (true: at closing, too)`: what a room left unanswered"
  var record: Record { .deferral(self) }

  init?(_ record: Record) {
    guard case .deferral(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("by", by)
    json.member("at", at)
    if isFinal { json.member("final", true) }
  }
}
