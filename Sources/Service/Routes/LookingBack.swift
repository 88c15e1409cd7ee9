import Board
import Identity
import JSON
import Live
import Rows
import ServiceLoop
import Store

/// What happened in a room, and a closed one as it stood at any moment: of the history that is folded once for all who look,
/// told aside from the loop as the one who asks may see it.
@ServiceLoop struct LookingBack {
  /// Of one answer.
  nonisolated static let most = 60

  let stage: Stage

  func route(_ router: Router) {
    router.answer("/api/activity", activity)
    router.answer("/api/replay", replay)
  }

  /// The newest first; `before` the next ones, `by` those of one person, `about` those of one record.
  private func activity(_ request: HTTPRequest) async throws -> HTTPResponse {
    let (history, viewer) = try await history(of: request)
    let before = request.query["before"].flatMap(Int64.init) ?? .max
    let by = request.query["by"]
    let about = request.query["about"]
    return .json(
      await Aside.run {
        let told = history.deeds(for: viewer).reversed().filter { deed in
          deed.seq < before && (by == nil || deed.by?.description == by)
            && (about == nil || deed.about.contains { $0.id == about })
        }
        // What one event tells stands in one answer.
        let last = told.prefix(Self.most).last?.seq ?? 0
        let page = told.prefix { $0.seq >= last }
        var json = JSONWriter()
        json.object { json in
          json.array("deeds") { json in for deed in page { json.object(deed.write) } }
          json.member("more", told.count > page.count)
        }
        return json.bytes
      })
  }

  /// Of a closed room: all stops, or with `at` the room as it stood there.
  private func replay(_ request: HTTPRequest) async throws -> HTTPResponse {
    let (history, viewer) = try await history(of: request)
    guard let room = history.now.room else { throw HTTPRefusal(.notFound) }
    guard room.phase == .closed else { throw HTTPRefusal(Refusal(.phase, .phase(room.phase))) }
    let seq = request.query["at"].flatMap(Int64.init)
    return .json(
      await Aside.run {
        var json = JSONWriter()
        json.object { json in
          if let seq { return history.write(stop: seq, for: viewer, into: &json) }
          json.member("first", history.firstStop)
          json.array("deeds") { json in for deed in history.deeds(for: viewer) { json.object(deed.write) } }
        }
        return json.bytes
      })
  }

  private func history(of request: HTTPRequest) async throws -> (history: RoomHistory, viewer: Viewer) {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], .room)
    let history = try await stage.histories.history(of: log)
    return (history, Viewer(member: visitor.member, isLead: visitor.actor.isLead))
  }
}
