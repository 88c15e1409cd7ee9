import Board
import Identity
import Live
import ServiceLoop
import Store

/// Who is behind a request: a member of an organisation, signed in.
struct Visitor {
  let session: Live.Session
  let actor: Actor
  /// The organisation's directory, settled.
  let directory: LogFold

  var organisation: Identifier { session.organisation }
  var member: Identifier { session.member }

  func requireLead() throws(HTTPRefusal) {
    guard actor.isLead else { throw HTTPRefusal(.forbidden) }
  }
}

extension Stage {
  /// The visitor a request's session belongs to; 401 when there is none, or the member was removed.
  func visitor(of request: HTTPRequest) async throws -> Visitor {
    guard let token = SessionCookie.token(in: request), SecretToken.isPlausible(token),
      let session = try await session(token: token)
    else { throw HTTPRefusal.signInAgain }
    var directory = try await look(at: session.organisation, in: session.organisation).fold
    if directory.actor(session.member) == nil {
      // Another node may have let them in a moment ago.
      try await catchUp(with: session.organisation)
      directory = try await look(at: session.organisation, in: session.organisation).fold
    }
    guard let actor = directory.actor(session.member) else { throw HTTPRefusal.signInAgain }
    return Visitor(session: session, actor: actor, directory: directory)
  }
}
