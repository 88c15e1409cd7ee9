import Identity
import JSON

// How the directory tells a channel's log what to list.
extension Argument<ListedShow> {
  static var listedShow: Argument {
    .group(
      .log("show", .show), .name("channel"), .text("title", 1...60), .time("startsAt"), .optional(.time("endsAt")),
      .optional(.flag("imported"), or: false), .optional(.flag("hidden"), or: false)
    ) { show, channel, title, startsAt, endsAt, imported, hidden in
      ListedShow(
        log: show, channel: channel, title: title, startsAt: startsAt, endsAt: endsAt, imported: imported,
        isHidden: hidden)
    }
  }
}

extension Argument<ListedRoom> {
  static var listedRoom: Argument {
    .group(
      .log("room", .room), .text("title", 1...80), .logs("shows", .show, 1...14), .time("openedAt"), .member("by"),
      .optional(.flag("archived"), or: false)
    ) { room, title, shows, openedAt, by, archived in
      ListedRoom(log: room, title: title, shows: shows, openedAt: openedAt, by: by, isArchived: archived)
    }
  }
}

extension ListedShow {
  var argument: JSON {
    var json = JSONObject()
    json["show"] = .string(id)
    json["channel"] = .string(channel)
    json["title"] = .string(title)
    json["startsAt"] = .time(startsAt)
    json["endsAt"] = endsAt.map(JSON.time)
    json["imported"] = .bool(imported)
    if isHidden { json["hidden"] = true }
    return .object(json)
  }
}

extension ListedRoom {
  var argument: JSON {
    var json = JSONObject()
    json["room"] = .string(id)
    json["title"] = .string(title)
    json["shows"] = .array(shows.map { .string($0.description) })
    json["openedAt"] = .time(openedAt)
    json["by"] = .string(by.description)
    if isArchived { json["archived"] = true }
    return .object(json)
  }
}

extension Request {
  /// Has the channel's log list them. `step`: of each channel one of its own.
  func listing(_ shows: [ListedShow] = [], _ rooms: [ListedRoom] = [], in channel: Identifier, step: UInt8)
    -> PendingAct
  {
    act(
      in: channel, .channel, "channel.list",
      [
        "at": .number(.int(context.seq)), "shows": .array(shows.map(\.argument)),
        "rooms": .array(rooms.map(\.argument)),
      ], step: step)
  }
}
