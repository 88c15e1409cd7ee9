public import Identity
internal import Postgres

/// A link to a room's report, without its token.
public struct ShareRow: Sendable, Equatable {
  public let share: Identifier
  /// Who made it.
  public let member: Identifier
  public let created: Int64
  public let expires: Int64
}

/// Times are milliseconds since 1970. Tokens arrive as text and are hashed by the database; only the hash is kept.
extension Store {
  /// Answers whether it was made; not when the room has `most` of them already.
  public func createShare(
    _ share: Identifier, token: String, organisation: Identifier, log: Identifier, member: Identifier, now: Int64,
    expires: Int64, most: Int, then: @escaping Answer<Bool>
  ) {
    let parameters: [Parameter] = [
      .id(share), .text(token), .id(organisation), .id(log), .id(member), .bigint(now), .bigint(expires),
      .bigint(Int64(most)),
    ]
    ask(.createShare, parameters, then: then) { $0.affected > 0 }
  }

  /// The room a token shows; nil when it is unknown, expired or taken back.
  public func share(
    token: String, now: Int64, then: @escaping Answer<(organisation: Identifier, log: Identifier)?>
  ) {
    ask(.findShare, [.text(token), .bigint(now)], then: then) { rows in
      rows.first.map { (organisation: $0.id(0), log: $0.id(1)) }
    }
  }

  /// Those of a room that can be used, the newest first.
  public func shares(of log: Identifier, now: Int64, then: @escaping Answer<[ShareRow]>) {
    ask(.shares, [.id(log), .bigint(now)], then: then) { rows in
      rows.map { ShareRow(share: $0.id(0), member: $0.id(1), created: $0.integer(2), expires: $0.integer(3)) }
    }
  }

  /// From the next request on, on every node. Answers whether it was there.
  public func revokeShare(_ share: Identifier, of log: Identifier, then: @escaping Answer<Bool>) {
    ask(.revokeShare, [.id(share), .id(log)], then: then) { $0.affected > 0 }
  }
}
