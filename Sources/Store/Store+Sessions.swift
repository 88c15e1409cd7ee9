public import Identity
internal import Postgres
public import Rows

/// A session as it is kept.
public struct SessionRow: Sendable, Equatable {
  public let session: Session
  /// When it was last seen, milliseconds since 1970.
  public let seen: Int64
  public let expires: Int64
}

/// How long a member has been here, and on how many devices.
public struct JoinedRow: Sendable, Equatable {
  public let member: Identifier
  public let joined: Int64
  public let devices: Int64
}

/// Times are milliseconds since 1970. Tokens arrive as text and are hashed by the database; only the hash is kept.
extension Store {
  public func createSession(
    _ session: Identifier, token: String, organisation: Identifier, member: Identifier, device: String, now: Int64,
    expires: Int64, then: @escaping Answer<Void>
  ) {
    let parameters: [Parameter] = [
      .id(session), .text(token), .id(organisation), .id(member), .text(device), .bigint(now), .bigint(expires),
    ]
    ask(.createSession, parameters, then: then) { _ in }
  }

  /// Nil when there is no such session, or it has expired.
  public func session(token: String, now: Int64, then: @escaping Answer<SessionRow?>) {
    ask(.findSession, [.text(token), .bigint(now)], then: then) { rows in
      rows.first.map { row in
        SessionRow(
          session: Session(id: row.id(0), organisation: row.id(1), member: row.id(2)), seen: row.integer(3),
          expires: row.integer(4))
      }
    }
  }

  /// Signs one device out; the other nodes are told. Answers whether it was signed in.
  public func endSession(_ session: Identifier, then: @escaping Answer<Bool>) {
    ask(.endSession, [.id(session)], then: then) { [self] rows in
      if !rows.isEmpty { hint(endedSessions: [session]) }
      return !rows.isEmpty
    }
  }

  /// Whoever ever joined, the first one first.
  public func joinedMembers(of organisation: Identifier, now: Int64, then: @escaping Answer<[JoinedRow]>) {
    ask(.joinedMembers, [.id(organisation), .bigint(now)], then: then) { rows in
      rows.map { JoinedRow(member: $0.id(0), joined: $0.integer(1), devices: $0.integer(2)) }
    }
  }

  /// Which of these sessions are still signed in.
  public func liveSessions(
    among sessions: [Identifier], now: Int64, then: @escaping Answer<Set<Identifier>>
  ) {
    ask(.liveSessions, [.ids(sessions), .bigint(now)], then: then) { rows in Set(rows.map { $0.id(0) }) }
  }

  /// Forgets sessions, links and requests to return that have expired.
  public func sweepPeople(now: Int64, then: @escaping Answer<Void>) {
    ask(.sweepPeople, [.bigint(now)], then: then) { _ in }
  }
}
