public import Identity

/// Who acts: a member with the rights they have now, or the server itself.
public struct Actor: Sendable, Hashable {
  public let member: Identifier
  public let roles: Set<Role>
  public let isLead: Bool
  /// The server's own commands (`room.found`, `member.join` …) are refused to everyone else.
  public let isServer: Bool

  public init(member: Identifier, roles: Set<Role>, isLead: Bool, isServer: Bool = false) {
    self.member = member
    self.roles = roles
    self.isLead = isLead
    self.isServer = isServer
  }

  /// The server, acting on behalf of `member`, with no rights of their own.
  public static func server(for member: Identifier) -> Actor {
    Actor(member: member, roles: [], isLead: false, isServer: true)
  }
}
