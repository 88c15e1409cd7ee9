public import Identity

/// Through whose eyes a record is rendered. `member` nil: anyone the record does not know in person
/// (`Record.insider`), so that one encoding serves all of them.
public struct Viewer: Sendable, Hashable {
  public let member: Identifier?
  public let isLead: Bool

  public init(member: Identifier?, isLead: Bool) {
    self.member = member
    self.isLead = isLead
  }
}
