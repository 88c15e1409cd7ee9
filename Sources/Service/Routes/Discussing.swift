import Board
import Identity
import JSON
import Live
import ServiceLoop

/// What is said of an issue, for whoever opens its sheet: no log tells it, so that nobody is sent thousands of comments
/// they do not look at.
@ServiceLoop struct Discussing {
  let stage: Stage

  func route(_ router: Router) { router.answer("/api/issue", issue) }

  /// `seq`: how far the page has the log. A node that is behind catches up first: who hears of a comment reads it.
  private func issue(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], .room)
    guard let issue = request.query["issue"] else { throw HTTPRefusal(.notFound) }
    var look = try await stage.look(at: log, in: visitor.organisation)
    if let seq = request.query["seq"].flatMap({ Int64($0) }), look.head < seq {
      try await stage.catchUp(with: log)
      look = try await stage.look(at: log, in: visitor.organisation)
    }
    var json = JSONWriter()
    let viewer = Viewer(member: visitor.member, isLead: visitor.actor.isLead)
    guard look.fold.writeDiscussion(of: issue, for: viewer, into: &json) else { throw HTTPRefusal(.notFound) }
    return .json(json.bytes)
  }
}
