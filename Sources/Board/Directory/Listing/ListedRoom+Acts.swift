import Identity
import JSON

// What makes, and lists, a room.
extension ListedRoom {
  static let acts: [Act] = [open] + [archive]

  static let open = Act(
    "room.open", in: .directory, zh: "开复盘室", en: "Open room", by: .leadOrOperations,
    .logs("shows", .show, 1...14), .optional(.text("title", 1...60)), .optional(.number("votes", 1...20), or: 5),
    .optional(.name("template")),
    note: "5 votes, where nothing else is said; `template`: a usual one, or one of the channel of the first show",
    needs: { args, directory in LogFold.channelOfTemplate(args, directory) },
    final: "a room with its log is there for good; it is archived"
  ) { fold, request, shows, named, votes, template in
    let listed = shows.compactMap { fold.find($0.description, as: ListedShow.self) }
    guard listed.count == shows.count else { throw Refusal.notFound }
    try fold.checkRoom(for: .room, limit: Bounds.rooms)
    let title = named ?? LogFold.title(ofRoomFor: listed)
    let room = ListedRoom(
      log: request.newLog, title: title, shows: shows, openedAt: request.context.now, by: request.actor.member)
    var found = JSONObject()
    found["organisation"] = .string(fold.log.description)
    found["title"] = .string(title)
    found["shows"] = .array(shows.map { .string($0.description) })
    found["facilitator"] = .string(request.actor.member.description)
    found["votes"] = .int(votes)
    try fold.template(template, for: listed[0], request)?.tell(in: &found)
    return Decision(
      facts: [.directory(.roomOpened(room: room))],
      pending: [request.act(in: room.log, .room, "room.found", .object(found))]
        + fold.listing(room, request))
  }
}

extension LogFold {
  /// A room of several shows does not go by the name of the first alone.
  fileprivate static func title(ofRoomFor shows: [ListedShow]) -> String {
    let first = String(shows[0].title.prefix(48))
    return shows.count == 1 ? "\(shows[0].title.prefix(56)) 复盘" : "\(first) 等 \(shows.count) 场复盘"
  }
}
