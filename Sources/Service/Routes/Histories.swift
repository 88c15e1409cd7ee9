import Board
import JSON
import Live
import Rows
import ServiceLoop
import Store

/// How an issue came to say what it says: read from the events when somebody looks.
@ServiceLoop struct Histories {
  /// Events of one issue that are read.
  private static let most = 500

  let stage: Stage

  func route(_ router: Router) { router.answer("/api/history", history) }

  private func history(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], .room)
    let room = try await stage.look(at: log, in: visitor.organisation).fold
    guard let issue = request.query["issue"], room.tellsHistory(of: issue) else { throw HTTPRefusal(.notFound) }
    let rows = try await Store.answer { stage.store.events(of: issue, in: log, limit: Self.most, then: $0) }
    var history = IssueHistory(of: issue)
    for row in rows { history.take(try Event.decode(row.body, of: .room), by: row.actor, at: row.at) }
    var json = JSONWriter()
    history.write(into: &json)
    return .json(json.bytes)
  }
}
