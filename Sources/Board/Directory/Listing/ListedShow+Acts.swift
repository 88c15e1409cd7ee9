import Identity
import JSON

// What makes, and lists, a show.
extension ListedShow {
  static let acts: [Act] = [schedule, `import`, amend, hide, unhide, settle]
  private static let planned: JSON = ["title": "新场", "startsAt": 1_773_316_683_000]

  static let schedule = Act(
    "show.schedule", in: .directory, zh: "安排场次", en: "Schedule show", by: .leadOrOperations,
    .record("channel", .channel), .plan, example: planned,
    final: "a show with its log is there for good; it is removed from the lists, which can be taken back"
  ) { fold, request, channel, plan in
    try fold.list(plan, in: channel, isImported: false, request)
  }

  /// For a show known from a platform's list: its times are the real ones.
  static let `import` = Act(
    "show.import", in: .directory, by: [.server], bringing: .leadOrOperations, .record("channel", .channel), .plan,
    example: planned, note: "its times are the real ones, too"
  ) { fold, request, channel, plan in
    try fold.list(plan, in: channel, isImported: true, request)
  }

  /// Told by the show.
  static let amend = Act(
    "show.amend", in: .directory, by: [.server], .log("show", .show), .plan, example: planned,
    note: "when a show is planned otherwise"
  ) { fold, request, id, plan in
    guard var show = fold.find(id.description, as: ListedShow.self) else { throw Refusal.notFound }
    let listed = show
    (show.title, show.startsAt, show.endsAt) = (plan.title, plan.startsAt, plan.endsAt)
    return show == listed
      ? .nothing
      : Decision(
        facts: [
          .directory(.showAmended(show: id, title: plan.title, startsAt: plan.startsAt, endsAt: plan.endsAt))
        ],
        pending: [request.listing([show], in: fold.channelLog(show.channel), step: 4)])
  }
}

/// How a show is planned, as far as the directory lists it.
private struct Plan: Sendable {
  let title: String
  let startsAt: Int64
  let endsAt: Int64?
}

extension Argument<Plan> {
  fileprivate static var plan: Argument {
    .group(.text("title", 1...60), .time("startsAt"), .optional(.time("endsAt"))) { title, startsAt, endsAt in
      Plan(title: title, startsAt: startsAt, endsAt: endsAt)
    }
  }
}

extension LogFold {
  fileprivate func list(
    _ plan: Plan, in channel: String, isImported: Bool, _ request: Request
  ) throws(Refusal) -> Decision {
    try checkOrder(plan.startsAt, plan.endsAt)
    guard find(channel, as: Channel.self) != nil else { throw .notFound }
    try checkRoom(for: .show, limit: Bounds.shows)
    let show = ListedShow(
      log: request.newLog, channel: channel, title: plan.title, startsAt: plan.startsAt, endsAt: plan.endsAt,
      imported: isImported)
    var found = JSONObject()
    found["organisation"] = .string(log.description)
    found["channel"] = .string(channel)
    found["title"] = .string(plan.title)
    found["startsAt"] = .int(Int(plan.startsAt))
    found["endsAt"] = plan.endsAt.map { .int(Int($0)) }
    if isImported {
      found["start"] = .int(Int(plan.startsAt))
      found["end"] = plan.endsAt.map { .int(Int($0)) }
    }
    return Decision(
      facts: [.directory(.showScheduled(show: show))],
      pending: [
        request.act(in: show.log, .show, "show.found", .object(found)),
        request.listing([show], in: channelLog(channel), step: 4),
      ])
  }
}

/// A show ends after it starts.
func checkOrder(_ start: Int64, _ end: Int64?, _ field: String = "endsAt") throws(Refusal) {
  if let end, end <= start { throw .invalid(field, .outOfRange) }
}
