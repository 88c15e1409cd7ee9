import Board
import Identity
import JSON
import Live
import Postgres
import Rows
import ServiceLoop
import Store

/// The store and the node, for routes that wait for an answer. Throws `PostgresFault`, or the node's `Refusal`.
extension Stage {
  func look(at log: Identifier, in organisation: Identifier) async throws -> Look {
    try await withCheckedContinuation { waiting in
      look(at: log, in: organisation) { waiting.resume(returning: $0) }
    }.get()
  }

  /// As of `seq` at the earliest: a node that is behind catches up first, so that nobody is told what they have seen change.
  func look(at log: Identifier, notBefore seq: Int64, in organisation: Identifier) async throws -> Look {
    let look = try await look(at: log, in: organisation)
    if look.head >= seq { return look }
    try await catchUp(with: log)
    return try await self.look(at: log, in: organisation)
  }

  /// What the node is asked about a log after this, it answers knowing all that any node has committed to it by now.
  func catchUp(with log: Identifier) async throws {
    let heads = try await Store.answer { store.heads(of: [log], then: $0) }
    tell(.heads(heads))
  }

  func session(token: String) async throws -> Session? {
    let now = self.now
    return try await Store.answer { store.session(token: token, now: now, then: $0) }?.session
  }

  func openSession(_ token: String, organisation: Identifier, member: Identifier, device: String, seconds: Int)
    async throws
  {
    let now = self.now
    let id = CommandID.fresh(at: now)
    try await Store.answer {
      store.createSession(
        id, token: token, organisation: organisation, member: member, device: device, now: now,
        expires: now + Int64(seconds) * 1000, then: $0)
    }
  }

  /// Signs one device out: its sockets close here at once, on other nodes as soon as they hear.
  func endSession(_ session: Identifier) async throws {
    _ = try await Store.answer { store.endSession(session, then: $0) }
    tell(.sessionEnded(session))
  }

  func peek(_ token: String, for join: Identifier?) async throws -> LinkRow? {
    let now = self.now
    return try await Store.answer { store.link(token: token, for: join, now: now, then: $0) }
  }

  func redeem(_ token: String, for join: Identifier) async throws -> LinkRow? {
    let now = self.now
    return try await Store.answer { store.redeemLink(token: token, for: join, now: now, then: $0) }
  }

  func createLink(
    _ token: String, kind: LinkKind, organisation: Identifier, reference: Identifier, member: Identifier?,
    expires: Int64, uses: Int
  ) async throws {
    let now = self.now
    _ = try await Store.answer {
      store.createLink(
        token: token, kind: kind, organisation: organisation, reference: reference, member: member, now: now,
        expires: expires, maxUses: uses, then: $0)
    }
  }

  func requestReturn(
    _ request: Identifier, token: String, organisation: Identifier, member: Identifier, device: String,
    network: String, expires: Int64
  ) async throws -> ReturnOutcome {
    let now = self.now
    return try await Store.answer {
      store.requestReturn(
        request, token: token, organisation: organisation, member: member, device: device, network: network, now: now,
        expires: expires, then: $0)
    }
  }

  func returnRequests(in organisation: Identifier) async throws -> [ReturnRow] {
    let now = self.now
    return try await Store.answer { store.returnRequests(in: organisation, now: now, then: $0) }
  }

  /// Whether the request was still there.
  func decideReturn(_ request: Identifier, in organisation: Identifier, allow: Bool, expires: Int64) async throws
    -> Bool
  {
    let now = self.now
    return try await Store.answer {
      if allow {
        store.allowReturn(request, in: organisation, now: now, expires: expires, then: $0)
      } else {
        store.refuseReturn(request, in: organisation, then: $0)
      }
    }
  }

  func returnState(of token: String) async throws -> ReturnState {
    let now = self.now
    return try await Store.answer { store.returnState(token: token, now: now, then: $0) }
  }

  func withdrawReturn(_ token: String) async throws {
    let now = self.now
    try await Store.answer { store.withdrawReturn(token: token, now: now, then: $0) }
  }

  func joinedMembers(of organisation: Identifier) async throws -> [JoinedRow] {
    let now = self.now
    return try await Store.answer { store.joinedMembers(of: organisation, now: now, then: $0) }
  }

  func createOrganisation(_ id: Identifier, name: String) async throws {
    let now = self.now
    _ = try await Store.answer {
      store.createOrganisation(
        id, name: name, directory: id, playbook: LogFold.playbook(of: id), now: now, then: $0)
    }
  }

  /// `detail` holds nothing a user typed.
  func audit(_ act: String, by member: Identifier?, in organisation: Identifier, _ detail: JSON) async throws {
    let now = self.now
    try await Store.answer {
      store.audit(organisation, member: member, act: act, detail: detail.bytes, now: now, then: $0)
    }
  }

  func audit(_ act: String, by visitor: Visitor, _ detail: JSON) async throws {
    try await audit(act, by: visitor.member, in: visitor.organisation, detail)
  }
}
