import JSON

/// The team, or company, everything belongs to.
public struct Organisation: Sendable, Equatable, Codable {
  public var name: String
  /// An IANA time zone, in which times are shown.
  public var zone: String
  /// What the team calls its roles, where it has words of its own; the keys are fixed.
  public var labels: [String: String]
}

extension Organisation: Recorded {
  static var kind: RecordKind { .organisation }
  static let told = """
    `id:"organisation", name, zone, labels:{role: text}` (of the roles that have been renamed)
    """
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
        guard let label = labels[role.rawValue] else { continue }
        json.key(named: role.rawValue)
        json.string(label)
      }
    }
  }
}
