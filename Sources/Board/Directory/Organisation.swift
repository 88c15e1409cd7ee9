import JSON

/// The team, or company, everything belongs to.
public struct Organisation: Sendable, Equatable, Codable {
  public var name: String
  /// An IANA time zone, in which times are shown.
  public var zone: String
  /// What the five roles are called here; the keys are fixed.
  public var labels: [String: String]

  public func label(of role: Role) -> String { labels[role.rawValue] ?? role.label }
}

extension Organisation: Recorded {
  static var kind: RecordKind { .organisation }
  public var id: String { "organisation" }
  var record: Record { .organisation(self) }

  init?(_ record: Record) {
    guard case .organisation(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("name", name)
    json.member("zone", zone)
    json.object("labels") { json in
      for role in Role.allCases {
        json.key(named: role.rawValue)
        json.string(label(of: role))
      }
    }
  }
}
