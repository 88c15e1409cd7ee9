import Board
import Identity
import JSON
import ServiceLoop

/// Someone of the demonstration's team, who speaks in commands.
@ServiceLoop struct DemoMember {
  let stage: Stage
  let organisation: Identifier
  let id: Identifier
  let role: Role

  /// A command of their own, judged with their rights. Answers its id.
  @discardableResult
  func says(_ op: String, in log: Identifier, _ args: JSON) async throws -> Identifier {
    try await submit(op, in: log, args, by: Actor(member: id, roles: [role], isLead: false))
  }

  /// What the server does on their behalf, as for an imported file.
  @discardableResult
  func serves(_ op: String, in log: Identifier, _ args: JSON) async throws -> Identifier {
    try await submit(op, in: log, args, by: .server(for: id))
  }

  private func submit(_ op: String, in log: Identifier, _ args: JSON, by actor: Actor) async throws -> Identifier {
    let command = Command(id: CommandID.fresh(at: stage.now), log: log, op: op, args: args)
    _ = try await stage.submit(command, by: actor, in: organisation).get()
    return command.id
  }
}

/// Five people, one for each role; operations leads.
@ServiceLoop struct DemoTeam {
  let members: [Role: DemoMember]

  init(_ stage: Stage, _ organisation: Identifier) async throws {
    var members: [Role: DemoMember] = [:]
    for (role, name) in [
      (Role.operations, "林晓"), (.host, "阿棠"), (.floor, "老周"), (.backstage, "小何"), (.privateDomain, "娜娜"),
    ] {
      let member = DemoMember(
        stage: stage, organisation: organisation, id: CommandID.fresh(at: stage.now).derived(step: 4),
        role: role)
      try await member.serves(
        "member.join", in: organisation,
        ["name": .string(name), "roles": [.string(role.rawValue)], "lead": .bool(role == .operations)])
      members[role] = member
    }
    self.members = members
  }

  var lead: DemoMember { self[.operations] }

  subscript(role: Role) -> DemoMember {
    // One for each role, made in `init`.
    members[role]!
  }
}
