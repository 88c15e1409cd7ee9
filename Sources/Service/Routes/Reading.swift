import Board
import Identity
import JSON
import Live
import Rows
import ServiceLoop
import Store

/// What a page reads besides its logs: the lobby's summaries, minute series when they are looked at, and, for a lead,
/// what was withdrawn.
@ServiceLoop struct Reading {
  let stage: Stage

  func route(_ router: Router) {
    router.answer("/api/lobby", lobby)
    router.answer("/api/series", series)
    router.answer("/api/withdrawn", withdrawn)
  }

  private func lobby(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let book = try await stage.lobby.book(of: visitor.organisation)
    let seen = request.query["since"].flatMap(SummaryBook.Mark.init).flatMap { $0.book == book.id ? $0 : nil }
    var json = JSONWriter()
    json.object { json in
      json.member("at", book.mark.description)
      json.member("since", seen?.description)
      json.array("logs") { json in
        for summary in book.summaries(since: seen) where visitor.mayFollow(summary.log) {
          json.object { json in
            json.member("log", summary.log.description)
            json.member("kind", summary.kind)
            json.member("head", summary.standing.head)
            json.member("summary", raw: LogFold.summary(summary.summary, for: visitor.member))
          }
        }
      }
    }
    return .json(json.bytes)
  }

  private func series(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], .show)
    guard let id = request.query["series"],
      let body = try await Store.answer({ stage.store.series(id, of: log, then: $0) })
    else { throw HTTPRefusal(.notFound) }
    var response = HTTPResponse.json(body)
    // A series never changes: a new import is a new one.
    response.set("Cache-Control", "private, max-age=31536000, immutable")
    return response
  }

  /// For leads: the withdrawn issues and comments and the dropped solutions of a room whose words can still be erased.
  private func withdrawn(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    try visitor.requireLead()
    let log = try visitor.log(request.query["log"], .room)
    let room = try await stage.look(at: log, in: visitor.organisation).fold
    var json = JSONWriter()
    json.object { json in
      json.array("withdrawn") { json in
        for record in room.goneRecords {
          guard let told = record.told else { continue }
          json.object { json in
            json.member("kind", told.kind.rawValue)
            json.member("id", record.id)
            json.member("role", told.role.rawValue)
            json.member("text", told.text)
            json.member("entry", told.hasEntry)
          }
        }
        for (comment, role) in room.goneComments {
          json.object { json in
            json.member("kind", RecordKind.comment.rawValue)
            json.member("id", comment.id)
            json.member("role", role.rawValue)
            json.member("text", comment.text)
            json.member("entry", false)
          }
        }
      }
    }
    return .json(json.bytes)
  }
}
