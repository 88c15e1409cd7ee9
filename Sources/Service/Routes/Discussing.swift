import Board
import Identity
import JSON
import Live
import ServiceLoop

/// What is said of an issue or of an action, for whoever opens it: no log tells it, so that nobody is sent thousands of
/// comments they do not look at.
@ServiceLoop struct Discussing {
  let stage: Stage

  func route(_ router: Router) {
    router.answer("/api/issue") { try await discussion($0, .room, $0.query["issue"]) }
    router.answer("/api/action") { try await discussion($0, .channel, $0.query["action"]) }
  }

  /// `seq`: how far the page has the log. Who hears of a comment reads it.
  private func discussion(_ request: HTTPRequest, _ kind: LogKind, _ id: String?) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], kind)
    guard let id else { throw HTTPRefusal(.notFound) }
    let seq = request.query["seq"].flatMap { Int64($0) } ?? 0
    let look = try await stage.look(at: log, notBefore: seq, in: visitor.organisation)
    var json = JSONWriter()
    let viewer = Viewer(member: visitor.member, isLead: visitor.actor.isLead)
    guard look.fold.writeDiscussion(of: id, for: viewer, into: &json) else { throw HTTPRefusal(.notFound) }
    return .json(json.bytes)
  }
}
