public import Identity
public import Postgres

/// An organisation this server hosts.
public struct OrganisationRow: Sendable, Equatable {
  public let organisation: Identifier
  public let name: String
  public let directory: Identifier
  public let playbook: Identifier
  /// Milliseconds since 1970.
  public let created: Int64
}

extension Store {
  /// What tells this installation's database from another. Blocks: before serving, never on the loop.
  public nonisolated static func installation(by connection: BlockingConnection, _ statements: StatementCatalogue)
    throws(PostgresFault) -> Identifier
  {
    guard let row = try connection.query(statements[.installation].text).first else {
      preconditionFailure("the migration that makes the table fills it")
    }
    return row.id(0)
  }

  /// Answers whether it was made; made again under the same id nothing changes.
  public func createOrganisation(
    _ organisation: Identifier, name: String, directory: Identifier, playbook: Identifier, now: Int64,
    then: @escaping Answer<Bool>
  ) {
    let parameters: [Parameter] = [.id(organisation), .text(name), .id(directory), .id(playbook), .bigint(now)]
    ask(.createOrganisation, parameters, then: then) { $0.affected > 0 }
  }

  /// The oldest first.
  public func organisations(then: @escaping Answer<[OrganisationRow]>) {
    ask(.organisations, [], then: then) { rows in
      rows.map { row in
        OrganisationRow(
          organisation: row.id(0), name: row.text(1), directory: row.id(2), playbook: row.id(3),
          created: row.integer(4))
      }
    }
  }

  /// `detail` is JSON without anything a user typed.
  public func audit(
    _ organisation: Identifier, member: Identifier?, act: String, detail: [UInt8], now: Int64,
    then: @escaping Answer<Void>
  ) {
    let parameters: [Parameter] = [.id(organisation), .bigint(now), .id(member), .text(act), .jsonb(detail)]
    ask(.recordAudit, parameters, then: then) { _ in }
  }
}
