import Identity
import JSON

// Commands on invitations and members.
extension LogFold {
  /// Server, for the lead who offers: `invitation` (the id, made by the server), `roles`, `lead?`, `expires`, `uses`.
  func offerInvitation(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("invitation")
    let roles = try args.someOf("roles", as: Role.self, 0...Role.allCases.count).inOrder
    let isLead = try args.bool("lead", default: false)
    let expires = try args.time("expires")
    let uses = try args.int("uses", 1...1000)
    try args.end()
    guard find(id, as: Invitation.self) == nil else { return .nothing }
    let now = request.context.now
    try checkRoom(taken: shelves.all(Invitation.self).count { $0.isOpen(at: now) }, limit: Limits.invitations)
    return Decision(
      .invitationOffered(
        invitation: Invitation(
          id: id, roles: roles, isLead: isLead, expires: expires, uses: uses, revoked: false)))
  }

  func revokeInvitation(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("invitation")
    try args.end()
    guard let invitation = find(id, as: Invitation.self) else { throw Refusal.notFound }
    return invitation.revoked ? .nothing : Decision(.invitationRevoked(invitation: id))
  }

  /// Server, for the member who joins: `name` 1–20, `roles`, and either `invitation`, which is then judged and used,
  /// or, when the server vouches, `lead?`.
  func joinMember(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let name = try args.text("name", 1...20)
    let roles = try args.someOf("roles", as: Role.self, 0...Role.allCases.count).inOrder
    let invitationID = try args.optionalID("invitation")
    var isLead = try args.bool("lead", default: false)
    try args.end()
    guard find(request.actor.member.description, as: Member.self) == nil else { return .nothing }
    if let invitationID {
      isLead = try checkInvitation(invitationID, for: roles, at: request.context.now).isLead
    }
    guard isLead || !roles.isEmpty else { throw Refusal.invalid("roles", .missing) }
    try checkRoom(taken: shelves.tally.activeMembers, limit: Limits.members)
    return Decision(
      .memberJoined(
        member: request.actor.member, name: name, roles: roles, lead: isLead,
        invitation: invitationID))
  }

  private func checkInvitation(_ id: String, for roles: [Role], at now: Int64) throws(Refusal)
    -> Invitation
  {
    guard let invitation = find(id, as: Invitation.self), invitation.isOpen(at: now) else { throw .notFound }
    guard roles.allSatisfy(invitation.roles.contains) else { throw .invalid("roles", .invalid) }
    return invitation
  }

  func renameMember(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let name = try args.text("name", 1...20)
    try args.end()
    let member = try member(request.actor.member)
    return member.name == name
      ? .nothing : Decision(.memberRenamed(member: member.member, name: name))
  }

  func assignMember(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.identifier("member")
    let roles = try args.someOf("roles", as: Role.self, 0...Role.allCases.count).inOrder
    try args.end()
    return try member(id).roles == roles
      ? .nothing : Decision(.memberAssigned(member: id, roles: roles))
  }

  func appointMember(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.identifier("member")
    let isLead = try args.bool("lead")
    try args.end()
    let member = try member(id)
    if member.isLead == isLead { return .nothing }
    try checkLastLead(without: member)
    return Decision(.memberAppointed(member: id, lead: isLead))
  }

  func removeMember(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.identifier("member")
    try args.end()
    try checkLastLead(without: try member(id))
    return Decision(.memberRemoved(member: id))
  }

  private func member(_ id: Identifier) throws(Refusal) -> Member {
    guard let member = find(id.description, as: Member.self), member.active else { throw .notFound }
    return member
  }

  private func checkLastLead(without member: Member) throws(Refusal) {
    if member.isLead, shelves.tally.leads == 1 { throw Refusal(.lastLead) }
  }
}
