import JSON

/// How far off its goal a number of the channel's shows may be: the traffic light. In percent of the goal.
public struct Thresholds: Sendable, Equatable, Codable {
  /// Less off than that is green.
  public let near: Int
  /// More off than that is red; what is between is amber.
  public let far: Int

  /// Where there is no record.
  public static let usual = Thresholds(near: 10, far: 30)
}

extension Thresholds: Recorded {
  static var kind: RecordKind { .thresholds }
  static let told = """
    `id:"thresholds", near, far`, in percent of the goal: a number less than `near` off it is green, one \
    more than `far` off is red, what is between is amber; 10 and 30 where there is no such record
    """
  public var id: String { "thresholds" }
  var record: Record { .thresholds(self) }

  init?(_ record: Record) {
    guard case .thresholds(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("near", near)
    json.member("far", far)
  }
}
