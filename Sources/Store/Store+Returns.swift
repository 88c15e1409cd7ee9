public import Identity
internal import Postgres

/// A member who is signed in no more asks to be let in again.
public struct ReturnRow: Sendable, Equatable {
  public let request: Identifier
  public let member: Identifier
  public let device: String
  public let created: Int64
  public let expires: Int64
  /// How often somebody else asked for the member meanwhile.
  public let others: Int64
}

/// What became of an ask.
public enum ReturnOutcome: Sendable, Equatable {
  /// The request of this token waits: made now, or before.
  case waiting(Identifier, expires: Int64)
  /// Another one waits for the same member.
  case busy
  /// Too often within an hour, for the member or from the network.
  case often
  /// The token asks for another member, or has let somebody in.
  case taken

  fileprivate init(_ row: Row) {
    switch row.text(0) {
    case "waiting": self = .waiting(row.id(1), expires: row.integer(2))
    case "busy": self = .busy
    case "often": self = .often
    default: self = .taken
    }
  }
}

/// What a request's token is good for.
public enum ReturnState: String, Sendable {
  /// Nobody has answered yet.
  case waiting
  /// Somebody said yes: it joins once.
  case allowed
  /// Refused, withdrawn, expired or used.
  case over
}

/// Times are milliseconds since 1970. The token is the asking device's alone, and opens nothing until it is allowed to.
extension Store {
  /// A member has one request at a time: a newer one does not replace one that waits.
  public func requestReturn(
    _ request: Identifier, token: String, organisation: Identifier, member: Identifier, device: String,
    network: String, now: Int64, expires: Int64, then: @escaping Answer<ReturnOutcome>
  ) {
    let parameters: [Parameter] = [
      .id(request), .text(token), .id(organisation), .id(member), .text(device), .text(network), .bigint(now),
      .bigint(expires),
    ]
    let look = { (then: @escaping Answer<ReturnOutcome?>) in
      self.ask(.requestReturn, parameters, then: then) { $0.first.map(ReturnOutcome.init) }
    }
    look { outcome in
      switch outcome {
      case .success(let outcome?): return then(.success(outcome))
      case .failure(let fault) where fault.code != .uniqueViolation: return then(.failure(fault))
      // Somebody else asked at the same moment, maybe under this very token: now it is known what they did.
      case .success(nil), .failure: look { then($0.map { $0 ?? .busy }) }
      }
    }
  }

  /// The oldest first.
  public func returnRequests(in organisation: Identifier, now: Int64, then: @escaping Answer<[ReturnRow]>) {
    ask(.returnRequests, [.id(organisation), .bigint(now)], then: then) { rows in
      rows.map { row in
        ReturnRow(
          request: row.id(0), member: row.id(1), device: row.text(2), created: row.integer(3), expires: row.integer(4),
          others: row.integer(5))
      }
    }
  }

  /// From now on the request's token is a pairing link's, good once until `expires`. Answers whether there was one.
  public func allowReturn(
    _ request: Identifier, in organisation: Identifier, now: Int64, expires: Int64, then: @escaping Answer<Bool>
  ) {
    ask(.allowReturn, [.id(request), .id(organisation), .bigint(now), .bigint(expires)], then: then) { $0.affected > 0 }
  }

  /// Answers whether there was one.
  public func refuseReturn(_ request: Identifier, in organisation: Identifier, then: @escaping Answer<Bool>) {
    ask(.refuseReturn, [.id(request), .id(organisation)], then: then) { $0.affected > 0 }
  }

  public func returnState(token: String, now: Int64, then: @escaping Answer<ReturnState>) {
    ask(.returnState, [.text(token), .bigint(now)], then: then) { rows in
      guard let row = rows.first else { return .over }
      return row.boolean(0) ? .waiting : row.boolean(1) ? .allowed : .over
    }
  }

  /// Nobody can say yes any more, and a yes that was said opens nothing.
  public func withdrawReturn(token: String, now: Int64, then: @escaping Answer<Void>) {
    ask(.withdrawReturn, [.text(token), .bigint(now)], then: then) { _ in }
  }
}
