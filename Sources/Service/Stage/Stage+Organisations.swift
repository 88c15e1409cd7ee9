import Board
import Identity
import JSON

extension Stage {
  /// Founds an organisation; again under the same id nothing changes. Its name is judged before it is listed: one that
  /// is listed can be served.
  func found(_ id: Identifier, name: String) async throws {
    let command = Command(id: id.derived(step: 1), log: id, op: "organisation.found", args: ["name": .string(name)])
    _ = try await submit(command, by: .server(for: id), in: id).get()
    try await createOrganisation(id, name: name)
  }

  /// A link with which one lead joins, for three days.
  func leadToken(of organisation: Identifier) async throws -> String {
    try await offerInvitation(
      organisation: organisation, by: organisation, roles: Role.allCases, isLead: true, hours: 72, uses: 1
    ).token
  }
}
