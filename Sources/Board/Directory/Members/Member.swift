public import Identity
import JSON

/// A person in an organisation.
public struct Member: Sendable, Equatable, Codable {
  public let member: Identifier
  public var name: String
  public var roles: [Role]
  public var isLead: Bool
  /// False once removed; the name stays beside what they wrote.
  public var active: Bool
  /// The event that last changed what they may do.
  public var rightsAt: Int64
}

extension Member: Recorded {
  static var kind: RecordKind { .member }
  static let told = "`id, name, roles, lead? (true), active`"
  public var id: String { member.description }
  var record: Record { .member(self) }

  init?(_ record: Record) {
    guard case .member(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("name", name)
    json.member("roles", roles.names)
    // An organisation has thousands, and each joiner gets them all.
    if isLead { json.member("lead", true) }
    json.member("active", active)
  }
}
