import JSON

/// What a metric was to become, set before the show.
public struct Goal: Sendable, Equatable, Codable {
  public let metric: String
  public var value: Double
  public var basis: String?
  /// The file that set it.
  var file: String?
  /// What was said of it since a person last set it, the newest last; none where no file has.
  @AddedLater var layers: [Layer] = []
}

extension Goal: Recorded {
  static var kind: RecordKind { .goal }
  static let told = "`id (= metric), metric, value, basis?, file?`"
  public var id: String { metric }
  var record: Record { .goal(self) }

  init?(_ record: Record) {
    guard case .goal(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { isSet }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("metric", metric)
    json.member("value", number: value)
    json.member("basis", basis)
    json.member("file", file)
  }
}
