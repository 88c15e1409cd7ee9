import Board
import Identity
import JSON
import Live
import ServiceLoop
import Store

/// A former member, whose session has ended, asks to be that member again. The device that asks is signed in as nobody.
/// A lead, or the member on another device, says yes, and the asking device's token becomes a pairing link's. Removed
/// members are refused. A later request does not replace one that waits, and the server chooses the digits: so a
/// stranger who asks again and again neither shows their digits to a lead nor keeps the member out for longer than one
/// request.
@ServiceLoop struct Returning {
  static let patienceSeconds = 900

  let stage: Stage

  func route(_ router: Router) {
    router.change("/api/return", ask)
    router.change("/api/return/state", tell)
    router.change("/api/return/withdraw", withdraw)
    router.answer("/api/returns", list)
    router.change("/api/returns", decide)
  }

  private func ask(_ request: HTTPRequest) async throws -> HTTPResponse {
    var args = try request.arguments()
    guard let organisation = try Identifier(args.id("organisation")), let member = try Identifier(args.id("member"))
    else { throw HTTPRefusal(.notFound) }
    let device = try args.optionalText("device", 1...40) ?? ""
    let secret = try args.optionalText("token", 1...64) ?? SecretToken().text
    try args.end()
    guard SecretToken.isPlausible(secret) else { throw Refusal.invalid("token", .invalid) }
    guard try await Store.answer(stage.store.organisations).contains(where: { $0.organisation == organisation }) else {
      throw HTTPRefusal(.notFound)
    }
    // Another node may have let them in a moment ago, or shown them out.
    try await stage.catchUp(with: organisation)
    guard try await stage.look(at: organisation, in: organisation).fold.actor(member) != nil else {
      throw HTTPRefusal(.notFound)
    }
    let outcome = try await stage.requestReturn(
      CommandID.fresh(at: now), token: secret, organisation: organisation, member: member, device: device,
      network: request.network, expires: now + Int64(Self.patienceSeconds) * 1000)
    guard case .waiting(let id, let expires) = outcome else {
      Journal.write(.warning, "return.turned", ["organisation": "\(organisation)", "member": "\(member)"])
      switch outcome {
      case .busy: throw HTTPRefusal(409, Refusal(.busy))
      case .taken: throw HTTPRefusal(409, Refusal(.taken))
      case .often, .waiting: throw HTTPRefusal(Refusal(.rate))
      }
    }
    Journal.write(.info, "return.asked", ["organisation": "\(organisation)", "member": "\(member)"])
    var json = JSONWriter()
    json.object { json in
      json.member("token", secret)
      json.member("code", id.code)
      json.member("expires", expires)
    }
    return .json(json.bytes)
  }

  /// What the asking device looks at until it is over.
  private func tell(_ request: HTTPRequest) async throws -> HTTPResponse {
    let state = try await stage.returnState(of: try token(of: request))
    var json = JSONWriter()
    json.object { $0.member("state", state.rawValue) }
    return .json(json.bytes)
  }

  private func withdraw(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await stage.withdrawReturn(try token(of: request))
    return .json(Array("{}".utf8))
  }

  private func token(of request: HTTPRequest) throws -> String {
    var args = try request.arguments()
    let token = try args.text("token", 1...64)
    try args.end()
    guard SecretToken.isPlausible(token) else { throw Refusal.invalid("token", .invalid) }
    return token
  }

  private func list(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let requests = try await stage.returnRequests(in: visitor.organisation).filter(visitor.mayDecide)
    var json = JSONWriter()
    json.object { json in
      json.array("requests") { json in
        for request in requests {
          json.object { json in
            json.member("request", request.request.description)
            json.member("member", request.member.description)
            json.member("device", request.device)
            json.member("code", request.request.code)
            json.member("at", request.created)
            json.member("expires", request.expires)
            json.member("others", request.others)
          }
        }
      }
    }
    return .json(json.bytes)
  }

  private func decide(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    var args = try request.arguments()
    guard let id = try Identifier(args.id("request")) else { throw HTTPRefusal(.notFound) }
    let allow = try args.bool("allow")
    try args.end()
    let requests = try await stage.returnRequests(in: visitor.organisation)
    guard let asked = requests.first(where: { $0.request == id }), visitor.mayDecide(asked) else {
      throw HTTPRefusal(.notFound)
    }
    let expires = now + Int64(People.pairingSeconds) * 1000
    guard try await stage.decideReturn(id, in: visitor.organisation, allow: allow, expires: expires) else {
      throw HTTPRefusal(.notFound)
    }
    try await stage.audit(
      allow ? "return.allowed" : "return.refused", by: visitor, ["member": .string(asked.member.description)])
    return .json(Array("{}".utf8))
  }

  private var now: Int64 { stage.now }
}

extension Visitor {
  fileprivate func mayDecide(_ request: ReturnRow) -> Bool { actor.isLead || member == request.member }
}

extension Identifier {
  /// Four digits shown on both sides, by which people know which request is theirs.
  fileprivate var code: String {
    let digits = String(low % 10_000)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
