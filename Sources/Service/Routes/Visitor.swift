import Board
import Identity
import Live
import Rows
import ServiceLoop
import Store

/// Who is behind a request: a member of an organisation, signed in.
struct Visitor {
  let session: Session
  let actor: Actor
  /// The organisation's directory, settled.
  let directory: LogFold

  var organisation: Identifier { session.organisation }
  var member: Identifier { session.member }

  /// The log a request names, if it is one of that kind and they may follow it.
  func log(_ text: String?, _ kind: LogKind) throws(HTTPRefusal) -> Identifier {
    guard let log = text.flatMap(Identifier.init), directory.knows(log: log) == kind else {
      throw HTTPRefusal(.notFound)
    }
    try requireFollowing(log)
    return log
  }

  func requireFollowing(_ log: Identifier) throws(HTTPRefusal) {
    guard mayFollow(log) else { throw HTTPRefusal(.forbidden) }
  }

  func mayFollow(_ log: Identifier) -> Bool { directory.mayFollow(log, member) }

  func requireLead() throws(HTTPRefusal) {
    guard actor.isLead else { throw HTTPRefusal(.forbidden) }
  }
}

extension Stage {
  /// The sessions of this installation that a request's cookies belong to, with the names of those; at most two, and
  /// the first is the one that counts.
  func sessions(of request: HTTPRequest) async throws -> [(cookie: String, session: Session)] {
    var found: [(cookie: String, session: Session)] = []
    for (name, token) in cookie.tokens(in: request) {
      if let session = try await session(token: token) { found.append((name, session)) }
    }
    return found
  }

  /// The visitor a request's session belongs to; 401 when there is none, or the member was removed.
  func visitor(of request: HTTPRequest) async throws -> Visitor {
    guard let session = try await sessions(of: request).first?.session else { throw HTTPRefusal.signInAgain }
    var directory = try await look(at: session.organisation, in: session.organisation).fold
    if directory.actor(session.member) == nil {
      // Another node may have let them in a moment ago: the directory is looked at once more.
      try await catchUp(with: session.organisation)
      directory = try await look(at: session.organisation, in: session.organisation).fold
    }
    guard let actor = directory.actor(session.member) else { throw HTTPRefusal.signInAgain }
    return Visitor(session: session, actor: actor, directory: directory)
  }

  /// Whether a request shows a session that is good, whoever's it is.
  func recognise(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Bool) -> Void) {
    firstSession(of: request) { decide((try? $0.get()) != nil) }
  }

  /// The first of ``sessions(of:)``, told as soon as the store has answered. Everyone who joins waits for it: with a
  /// task for each, joining a loaded room took 1.5 times the CPU.
  func firstSession(of request: HTTPRequest, then tell: @escaping Store.Answer<Session?>) {
    firstSession(among: cookie.tokens(in: request).map(\.token)[...], then: tell)
  }

  private func firstSession(among tokens: ArraySlice<String>, then tell: @escaping Store.Answer<Session?>) {
    guard let token = tokens.first else { return tell(.success(nil)) }
    store.session(token: token, now: now) { [weak self] result in
      if let self, case .success(nil) = result { return firstSession(among: tokens.dropFirst(), then: tell) }
      tell(result.map { $0?.session })
    }
  }
}
