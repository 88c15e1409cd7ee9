import Board
import Identity
import JSON
import Live
import Rows
import ServiceLoop

/// The figures of shows, for whoever compares them: of each metric the value, where it is from, and of which version of
/// its definition it is. Other shows' logs are not read for it.
@ServiceLoop struct Figures {
  /// Of one answer.
  static let most = 100

  let stage: Stage

  func route(_ router: Router) { router.answer("/api/figures", figures) }

  private func figures(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let asked = try shows(request, visitor)
    let figures = asked.isEmpty ? [] : try await stage.figures(of: asked, in: visitor.organisation)
    let byShow = Dictionary(figures.map { ($0.show, $0) }, uniquingKeysWith: { $1 })
    var json = JSONWriter()
    json.object { json in
      json.array("shows") { json in
        for show in asked {
          guard let told = byShow[show] else { continue }
          json.object { json in
            json.member("show", show)
            json.member("latest", raw: told.figures)
            json.member("snapshots", raw: told.snapshots)
          }
        }
      }
    }
    return .json(json.bytes)
  }

  /// Those named that they may follow, or the newest of a channel that were not removed, the newest first.
  private func shows(_ request: HTTPRequest, _ visitor: Visitor) throws -> [Identifier] {
    if let named = request.query["shows"] {
      let names = named.split(separator: ",")
      guard names.count <= Self.most else { throw HTTPRefusal(Refusal.invalid("shows", .tooLong, limit: Self.most)) }
      return names.compactMap { try? visitor.log(String($0), .show) }
    }
    guard let id = request.query["channel"],
      case .channel(let channel)? = visitor.directory[RecordKey(.channel, id)]
    else { throw HTTPRefusal(.notFound) }
    let shows = visitor.directory.records(.show).values.compactMap { record -> ListedShow? in
      guard case .listedShow(let show) = record, show.channel == channel.id, !show.isHidden else { return nil }
      return visitor.mayFollow(show.log) ? show : nil
    }
    return shows.sorted { ($0.startsAt, $0.log) > ($1.startsAt, $1.log) }.prefix(Self.most).map(\.log)
  }
}
