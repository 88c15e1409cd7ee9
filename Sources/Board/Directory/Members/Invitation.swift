import JSON

/// A link by which people join. The token is not in the log.
public struct Invitation: Sendable, Equatable, Codable {
  public let id: String
  /// What the joiner may choose from.
  public let roles: [Role]
  /// Whoever joins by it is a lead.
  public let isLead: Bool
  /// Milliseconds UTC.
  public let expires: Int64
  /// How many may still join by it.
  public var uses: Int
  public var revoked: Bool

  /// Whether someone may join by it.
  public func isOpen(at now: Int64) -> Bool { !revoked && expires > now && uses > 0 }
}

extension Invitation: Recorded {
  static var kind: RecordKind { .invitation }
  static let told = "`id, roles, lead, expires, uses, revoked` (leads only see it)"
  var record: Record { .invitation(self) }

  init?(_ record: Record) {
    guard case .invitation(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { viewer.isLead }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("roles", roles.names)
    json.member("lead", isLead)
    json.member("expires", expires)
    json.member("uses", uses)
    json.member("revoked", revoked)
  }
}
