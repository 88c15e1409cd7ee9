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

  /// The kind of a log of this organisation; nil: none of its logs.
  public func knows(log: Identifier) -> LogKind? {
    if log == self.log { return .directory }
    let id = log.description
    if self[RecordKey(.show, id)] != nil { return .show }
    if self[RecordKey(.room, id)] != nil { return .room }
    return log == Self.playbook(of: self.log) ? .playbook : nil
  }

  /// The show of the same channel that was planned to start last before this one.
  func previousShow(before show: Identifier) -> Identifier? {
    guard let show = find(show.description, as: ListedShow.self) else { return nil }
    return all(ListedShow.self)
      .filter { $0.channel == show.channel && $0.startsAt < show.startsAt }
      .max { ($0.startsAt, $0.log) < ($1.startsAt, $1.log) }?.log
  }

  /// The organisation's playbook has no row in the directory: its log is found by the organisation's id.
  public static func playbook(of organisation: Identifier) -> Identifier {
    organisation.derived(step: 2)
  }
}
