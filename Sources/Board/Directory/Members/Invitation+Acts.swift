import Identity
import JSON

// What is done with an invitation.
extension Invitation {
  static let acts: [Act] = [offer, revoke]

  /// For the lead who offers. The server makes the id.
  static let offer = Act(
    "invitation.offer", in: .directory, by: [.server],
    .name("invitation"), .roles(atLeast: 0), .optional(.flag("lead"), or: false), .time("expires"),
    .number("uses", 1...1000),
    example: ["invitation": "next", "roles": ["host"], "expires": 1_773_921_483_000, "uses": 1],
    note: "`uses` is how many may still join by it"
  ) { fold, request, id, roles, isLead, expires, uses in
    guard fold.find(id, as: Invitation.self) == nil else { return .nothing }
    let now = request.context.now
    try fold.checkRoom(taken: fold.all(Invitation.self).count { $0.isOpen(at: now) }, limit: Bounds.invitations)
    return Decision(
      .directory(
        .invitationOffered(
          invitation: Invitation(id: id, roles: roles, isLead: isLead, expires: expires, uses: uses, revoked: false))))
  }

  static let revoke = Act(
    "invitation.revoke", in: .directory, zh: "撤回邀请", en: "Revoke invitation", by: [.lead],
    .record("invitation", .invitation),
    final: "whoever holds the link was told that it is over; another is offered"
  ) { fold, _, id in
    guard let invitation = fold.find(id, as: Invitation.self) else { throw Refusal.notFound }
    return invitation.revoked ? .nothing : Decision(.directory(.invitationRevoked(invitation: id)))
  }
}
