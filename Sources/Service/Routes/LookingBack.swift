import Board
import Identity
import JSON
import Live
import Rows
import ServiceLoop
import Store

/// What happened in a room, and a closed one as it stood at any moment. The events are read and folded anew for each
/// question, aside from the loop, and told as the one who asks may see them.
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
        var json = JSONWriter()
        json.object { json in
          json.array("deeds") { json in for deed in told.prefix(Self.most) { json.object(deed.write) } }
          json.member("more", told.count > Self.most)
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
    let rows = try await stage.events(of: log)
    let history = try await Aside.run { RoomHistory(log: log, events: try rows.map { try Event($0, of: .room) }) }
    return (history, Viewer(member: visitor.member, isLead: visitor.actor.isLead))
  }
}
