import Board
import Identity
import JSON
import ServiceLoop
import Store

extension Stage {
  /// Makes an invitation and the secret that leads to it. The token is kept first: one that leads nowhere is harmless,
  /// an invitation nobody can use is not.
  func offerInvitation(
    organisation: Identifier, by member: Identifier, roles: [Role], isLead: Bool, hours: Int, uses: Int
  ) async throws -> (id: Identifier, token: String) {
    let now = self.now
    let id = CommandID.fresh(at: now)
    let expires = now + Int64(hours) * 3_600_000
    let secret = SecretToken()
    try await createLink(
      secret.text, kind: isLead ? .lead : .invitation, organisation: organisation, reference: id, member: nil,
      expires: expires, uses: uses)
    let command = Command(
      id: CommandID.fresh(at: now), log: organisation, op: "invitation.offer",
      args: [
        "invitation": .string(id.description), "roles": .array(roles.map { .string($0.rawValue) }),
        "lead": .bool(isLead), "expires": .number(.int(expires)), "uses": .int(uses),
      ])
    _ = try await submit(command, by: .server(for: member), in: organisation).get()
    return (id, secret.text)
  }
}
