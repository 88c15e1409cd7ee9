public import Identity
internal import Postgres

/// What a link lets its bearer do.
public enum LinkKind: String, Sendable, CaseIterable {
  /// Become the organisation's lead: printed once, at first start.
  case lead
  /// Join the organisation.
  case invitation
  /// Sign a second device in as the same member.
  case pairing
}

/// A token that lets somebody in.
public struct LinkRow: Sendable, Equatable {
  public let kind: LinkKind
  public let organisation: Identifier
  /// The invitation or member it was made for.
  public let reference: Identifier
  /// Whom it signs in.
  public let member: Identifier?
  public let expires: Int64
  public let usesLeft: Int64

  init(row: Row) {
    guard let kind = LinkKind(rawValue: row.text(0)) else { preconditionFailure("the table knows no other kinds") }
    self.kind = kind
    organisation = row.id(1)
    reference = row.id(2)
    member = row.optionalID(3)
    expires = row.integer(4)
    usesLeft = row.integer(5)
  }
}

/// Times are milliseconds since 1970. Tokens arrive as text and are hashed by the database; only the hash is kept.
extension Store {
  /// Answers whether it was made; not when there is one of the same token or reference.
  public func createLink(
    token: String, kind: LinkKind, organisation: Identifier, reference: Identifier, member: Identifier? = nil,
    now: Int64, expires: Int64, maxUses: Int, then: @escaping Answer<Bool>
  ) {
    let parameters: [Parameter] = [
      .text(token), .text(kind.rawValue), .id(organisation), .id(reference), .id(member), .bigint(now),
      .bigint(expires), .integer(Int32(clamping: maxUses)),
    ]
    ask(.createLink, parameters, then: then) { $0.affected > 0 }
  }

  /// What a token would do, without using it up; nil when it is unknown, expired, used up or revoked. The join that
  /// used it up still finds it.
  public func link(token: String, for join: Identifier? = nil, now: Int64, then: @escaping Answer<LinkRow?>) {
    ask(.peekLink, [.text(token), .bigint(now), .id(join)], then: then) { $0.first.map(LinkRow.init(row:)) }
  }

  /// Uses a token once, never more often than it allows, however many try at the same time; nil as above. The same join
  /// again uses nothing.
  public func redeemLink(token: String, for join: Identifier, now: Int64, then: @escaping Answer<LinkRow?>) {
    ask(.redeemLink, [.text(token), .bigint(now), .id(join)], then: then) { $0.first.map(LinkRow.init(row:)) }
  }
}
