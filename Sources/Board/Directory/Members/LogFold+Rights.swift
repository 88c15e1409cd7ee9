public import Identity

// Of the directory's fold.
extension LogFold {
  /// The member with the rights they have now; nil: unknown or removed.
  public func actor(_ member: Identifier) -> Actor? {
    guard let member = find(member.description, as: Member.self), member.active else { return nil }
    return Actor(member: member.member, roles: Set(member.roles), isLead: member.isLead)
  }

  /// The seq of the event that last changed what this member may do; 0: never seen.
  public func rights(of member: Identifier) -> Int64 {
    find(member.description, as: Member.self)?.rightsAt ?? 0
  }
}
