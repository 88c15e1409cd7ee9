import Identity
import JSON

// Commands that make, and list, the organisation's other logs.
extension LogFold {
  func scheduleShow(_ request: Request) throws -> Decision {
    try listShow(request, isImported: false)
  }

  /// Server: as `show.schedule`, for a show known from a platform's list: its times are the real ones.
  func importShow(_ request: Request) throws -> Decision {
    try listShow(request, isImported: true)
  }

  private func listShow(_ request: Request, isImported: Bool) throws -> Decision {
    var args = try request.arguments()
    let channel = try args.id("channel")
    let title = try args.text("title", 1...60)
    let startsAt = try args.time("startsAt")
    let endsAt = try args.optionalTime("endsAt")
    try args.end()
    try checkOrder(startsAt, endsAt)
    guard find(channel, as: Channel.self) != nil else { throw Refusal.notFound }
    try checkRoom(for: .show, limit: Limits.shows)
    let show = ListedShow(
      log: request.newLog, channel: channel, title: title, startsAt: startsAt, endsAt: endsAt,
      imported: isImported)
    var found = JSONObject()
    found["organisation"] = .string(log.description)
    found["channel"] = .string(channel)
    found["title"] = .string(title)
    found["startsAt"] = .int(Int(startsAt))
    found["endsAt"] = endsAt.map { .int(Int($0)) }
    if isImported {
      found["start"] = .int(Int(startsAt))
      found["end"] = endsAt.map { .int(Int($0)) }
    }
    return Decision(
      facts: [.showScheduled(show: show)],
      pending: [request.act(in: show.log, .show, "show.found", .object(found))])
  }

  /// Server, told by the show: `show`, `title`, `startsAt`, `endsAt?`.
  func amendShow(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.identifier("show")
    let title = try args.text("title", 1...60)
    let startsAt = try args.time("startsAt")
    let endsAt = try args.optionalTime("endsAt")
    try args.end()
    guard var show = find(id.description, as: ListedShow.self) else { throw Refusal.notFound }
    let listed = show
    (show.title, show.startsAt, show.endsAt) = (title, startsAt, endsAt)
    return show == listed
      ? .nothing
      : Decision(.showAmended(show: id, title: title, startsAt: startsAt, endsAt: endsAt))
  }

  func openRoom(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let shows = try args.identifiers("shows", 1...14)
    let named = try args.optionalText("title", 1...60)
    let votes = try args.optionalInt("votes", 1...20) ?? 5
    try args.end()
    let listed = shows.compactMap { find($0.description, as: ListedShow.self) }
    guard listed.count == shows.count else { throw Refusal.notFound }
    try checkRoom(for: .room, limit: Limits.rooms)
    let title = named ?? Self.title(ofRoomFor: listed)
    let room = ListedRoom(
      log: request.newLog, title: title, shows: shows, openedAt: request.context.now,
      by: request.actor.member)
    let found: JSON = [
      "organisation": .string(log.description), "title": .string(title),
      "shows": .array(shows.map { .string($0.description) }),
      "facilitator": .string(request.actor.member.description), "votes": .int(votes),
    ]
    return Decision(
      facts: [.roomOpened(room: room)],
      pending: [request.act(in: room.log, .room, "room.found", found)])
  }
}

extension LogFold {
  /// A room of several shows does not go by the name of the first alone.
  private static func title(ofRoomFor shows: [ListedShow]) -> String {
    let first = String(shows[0].title.prefix(48))
    return shows.count == 1 ? "\(shows[0].title.prefix(56)) 复盘" : "\(first) 等 \(shows.count) 场复盘"
  }
}

/// A show ends after it starts.
func checkOrder(_ start: Int64, _ end: Int64?, _ field: String = "endsAt") throws(Refusal) {
  if let end, end <= start { throw .invalid(field, .outOfRange) }
}
