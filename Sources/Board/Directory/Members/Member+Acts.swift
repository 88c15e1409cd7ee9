import Identity
import JSON

// What is done with a member.
extension Member {
  static let acts: [Act] = [join, rename, assign, appoint, remove]
  private static let called = Argument.text("name", 1...20)

  /// For the member who joins: by an invitation, which is then judged and used, or where the server vouches.
  static let join = Act(
    "member.join", in: .directory, by: [.server],
    called, .roles(atLeast: 0), .optional(.record("invitation", .invitation)), .optional(.flag("lead"), or: false),
    example: ["name": "新人", "roles": ["host"]], note: "with an `invitation`, that one tells whether they lead"
  ) { fold, request, name, roles, invitation, vouched in
    let member = request.actor.member
    guard fold.find(member.description, as: Member.self) == nil else { return .nothing }
    let isLead =
      try invitation.map { try fold.checkInvitation($0, for: roles, at: request.context.now).isLead } ?? vouched
    guard isLead || !roles.isEmpty else { throw Refusal.invalid("roles", .missing) }
    try fold.checkRoom(taken: fold.shelves.tally.activeMembers, limit: Bounds.members)
    return Decision(
      .directory(.memberJoined(member: member, name: name, roles: roles, lead: isLead, invitation: invitation)))
  }

  static let rename = Act(
    "member.rename", in: .directory, zh: "改名", en: "Rename", by: [.oneself], called, example: ["name": "新名"],
    undo: { before, event in
      guard case .directory(.memberRenamed(let id, _))? = event.facts.first, let member = before.known(id) else {
        return nil
      }
      return Opposite("member.rename", ["name": .string(member.name)])
    }
  ) { fold, request, name in
    let member = try fold.member(request.actor.member)
    return member.name == name ? .nothing : Decision(.directory(.memberRenamed(member: member.member, name: name)))
  }

  static let assign = Act(
    "member.assign", in: .directory, zh: "改岗位", en: "Roles", by: [.lead], .member("member"), .roles(atLeast: 0),
    example: ["roles": ["floor"]],
    undo: { before, event in
      guard case .directory(.memberAssigned(let id, _))? = event.facts.first, let member = before.known(id) else {
        return nil
      }
      return Opposite(
        "member.assign",
        ["member": .string(member.id), "roles": .array(member.roles.map { JSON.word($0) })])
    }
  ) { fold, _, id, roles in
    try fold.member(id).roles == roles ? .nothing : Decision(.directory(.memberAssigned(member: id, roles: roles)))
  }

  static let appoint = Act(
    "member.appoint", in: .directory, zh: "改负责人", en: "Lead", by: [.lead], .member("member"), .flag("lead"),
    example: ["lead": true],
    note: "the last lead stays",
    undo: { before, event in
      guard case .directory(.memberAppointed(let id, _))? = event.facts.first, let member = before.known(id) else {
        return nil
      }
      return Opposite("member.appoint", ["member": .string(member.id), "lead": .bool(member.isLead)])
    }
  ) { fold, _, id, isLead in
    let member = try fold.member(id)
    if member.isLead == isLead { return .nothing }
    try fold.checkLastLead(without: member)
    return Decision(.directory(.memberAppointed(member: id, lead: isLead)))
  }

  static let remove = Act(
    "member.remove", in: .directory, zh: "移出成员", en: "Remove member", by: [.lead], .member("member"),
    note: "the last lead stays; closes their sockets",
    final: "their devices are signed out; they are invited again"
  ) { fold, _, id in
    try fold.checkLastLead(without: fold.member(id))
    return Decision(.directory(.memberRemoved(member: id)))
  }
}

extension LogFold {
  fileprivate func checkInvitation(_ id: String, for roles: [Role], at now: Int64) throws(Refusal) -> Invitation {
    guard let invitation = find(id, as: Invitation.self), invitation.isOpen(at: now) else { throw .notFound }
    guard roles.allSatisfy(invitation.roles.contains) else { throw .invalid("roles", .invalid) }
    return invitation
  }

  fileprivate func member(_ id: Identifier) throws(Refusal) -> Member {
    guard let member = known(id), member.active else { throw .notFound }
    return member
  }

  /// Also who has been removed.
  fileprivate func known(_ member: Identifier) -> Member? { find(member.description) }

  fileprivate func checkLastLead(without member: Member) throws(Refusal) {
    if member.isLead, shelves.tally.leads == 1 { throw Refusal(.lastLead) }
  }
}
