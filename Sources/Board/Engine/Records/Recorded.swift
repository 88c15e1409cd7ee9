import Identity
import JSON

/// What a log holds by kind and id. A record's rendering depends on its own value alone, so that values kept from
/// before and after an event can be rendered at any time.
protocol Recorded: Sendable, Equatable, Codable {
  static var kind: RecordKind { get }
  /// The members a client gets, as the Protocol article tells them; it is written from here.
  static var told: String { get }
  var id: String { get }
  /// This, as the one type a log's shelves hold.
  var record: Record { get }
  /// The way back; nil when the record is of another kind.
  init?(_ record: Record)

  func isVisible(to viewer: Viewer) -> Bool
  /// The member who sees it differently from everybody else.
  var insider: Identifier? { get }
  /// The members of the JSON object a viewer gets to whom it is visible.
  func write(into json: inout JSONWriter, for viewer: Viewer)
  /// Whether it is written otherwise than `before`, another value of the same record, for whoever sees both. Nil: a
  /// glance does not tell.
  func isWrittenAnew(since before: Self) -> Bool?
}

extension Recorded {
  func isVisible(to viewer: Viewer) -> Bool { true }
  var insider: Identifier? { nil }
  func isWrittenAnew(since before: Self) -> Bool? { nil }
}

/// Whose words can be edited; every edit leaves its mark, which is always written.
protocol Edited: Recorded {
  var edits: Edits { get }
}

extension Edited {
  func isWrittenAnew(since before: Self) -> Bool? { edits.last != before.edits.last ? true : nil }
}
