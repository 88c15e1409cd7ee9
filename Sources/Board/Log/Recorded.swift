import Identity
import JSON

/// What a log holds by kind and id. A record's rendering depends on its own value alone, so that values kept from
/// before and after an event can be rendered at any time.
protocol Recorded: Sendable, Equatable, Codable {
  static var kind: RecordKind { get }
  var id: String { get }
  /// This, as the one type a log's shelves hold.
  var record: Record { get }
  /// The way back; nil when the record is of another kind.
  init?(_ record: Record)

  func isVisible(to viewer: Viewer) -> Bool
  /// Members who see it differently from everybody else.
  var insiders: Set<Identifier> { get }
  /// The members of the JSON object a viewer gets to whom it is visible.
  func write(into json: inout JSONWriter, for viewer: Viewer)
}

extension Recorded {
  func isVisible(to viewer: Viewer) -> Bool { true }
  var insiders: Set<Identifier> { [] }
}
