import Board
import Identity
import JSON
import Live
import ServiceLoop
import Store

/// A room's report: for those who may follow the room, and by a link for whoever has it.
///
/// A link shows nothing of its own: its report is made of the room's log at each request, so that what is erased is gone
/// from it, and a room that is opened again shows that alone.
@ServiceLoop final class Reporting {
  /// Links to one room that can be used.
  static let mostLinks = 20

  private let stage: Stage
  private var allowance = AddressAllowance(perMinute: 60)

  init(stage: Stage) { self.stage = stage }

  func route(_ router: Router) {
    router.answer("/api/report", report)
    router.change("/api/report", shared)
    router.answer("/api/shares", shares)
    router.change("/api/shares", share)
    router.change("/api/shares/revoke", revoke)
  }

  // MARK: The report

  private func report(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], .room)
    guard let sheet = try await stage.reportSheet(of: log, in: visitor.organisation) else {
      throw HTTPRefusal(.notFound)
    }
    let past = try await stage.pastReviews(before: log, visitor)
    return .json(sheet.bytes(for: .members(past, as: visitor.member)))
  }

  private func shared(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard allowance.admits(request.network, now: stage.now) else { throw HTTPRefusal(Refusal(.rate)) }
    var args = try request.arguments()
    let token = try args.text("token", 1...64)
    try args.end()
    guard SecretToken.isPlausible(token), let link = try await stage.share(token) else { throw HTTPRefusal(.notFound) }
    // What was erased or opened again through another node a moment ago is not shown any more.
    try await stage.catchUp(with: link.log)
    guard let sheet = try await stage.reportSheet(of: link.log, in: link.organisation) else {
      throw HTTPRefusal(.notFound)
    }
    var response = HTTPResponse.json(sheet.bytes(for: .anyone))
    response.set("Cache-Control", "no-store")
    return response
  }

  // MARK: Its links

  private func shares(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let (log, _) = try await steered(request.query["log"], visitor)
    let rows = try await stage.shares(of: log)
    var json = JSONWriter()
    json.object { json in
      json.array("shares") { json in
        for row in rows {
          json.object { json in
            json.member("share", row.share.description)
            json.member("by", row.member.description)
            json.member("created", row.created)
            json.member("expires", row.expires)
          }
        }
      }
    }
    return .json(json.bytes)
  }

  private func share(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    var args = try request.arguments()
    let named = try args.text("log", 1...64)
    let days = try args.int("days", 1...30)
    try args.end()
    let (log, room) = try await steered(named, visitor)
    guard room.phase == .closed else { throw Refusal(.phase, .phase(room.phase)) }
    let secret = SecretToken()
    let id = CommandID.fresh(at: stage.now)
    let expires = stage.now + Int64(days) * 86_400_000
    guard try await stage.createShare(id, secret.text, of: log, by: visitor, expires: expires) else {
      throw Refusal(.full, .limit(Self.mostLinks))
    }
    try await stage.audit(
      "report.shared", by: visitor, ["room": .string(log.description), "share": .string(id.description)])
    var json = JSONWriter()
    json.object { json in
      json.member("share", id.description)
      json.member("link", "/report#" + secret.text)
      json.member("expires", expires)
    }
    return .json(json.bytes)
  }

  private func revoke(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    var args = try request.arguments()
    let named = try args.text("log", 1...64)
    guard let share = try Identifier(args.id("share")) else { throw HTTPRefusal(.notFound) }
    try args.end()
    let (log, _) = try await steered(named, visitor)
    if try await stage.revokeShare(share, of: log) {
      try await stage.audit("report.unshared", by: visitor, ["share": .string(share.description)])
    }
    return .json(Array("{}".utf8))
  }

  /// The room, for whoever leads or steers it.
  private func steered(_ named: String?, _ visitor: Visitor) async throws -> (log: Identifier, room: Room) {
    let log = try visitor.log(named, .room)
    guard let room = try await stage.look(at: log, in: visitor.organisation).fold.room else {
      throw HTTPRefusal(.notFound)
    }
    guard visitor.actor.isLead || room.facilitator == visitor.member else { throw HTTPRefusal(.forbidden) }
    return (log, room)
  }
}
