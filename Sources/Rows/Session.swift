public import Identity

/// A device of a member, signed in: on whose behalf a connection speaks, as the cookie of its handshake told.
public struct Session: Sendable, Hashable {
  public let id: Identifier
  public let organisation: Identifier
  public let member: Identifier

  public init(id: Identifier, organisation: Identifier, member: Identifier) {
    self.id = id
    self.organisation = organisation
    self.member = member
  }
}
