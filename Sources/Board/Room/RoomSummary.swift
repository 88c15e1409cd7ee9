import Identity
import JSON

extension LogFold {
  func summariseRoom(into json: inout JSONWriter) {
    guard let room else { return }
    json.member("title", room.title)
    json.member("phase", room.phase.rawValue)
    if room.revealed { json.member("issues", shelves.count(.issue)) }
    json.member("solutions", shelves.count(.solution))
    json.member("promoted", shelves.tally.promotedSolutions)
    json.member("shows", room.shows.map(\.description))
    summariseReport(into: &json)
    summariseMentions(into: &json)
  }
}
