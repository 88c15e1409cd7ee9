import Identity
import JSON

// What is done with the show itself.
extension Show {
  static let acts: [Act] = [found, start, end, plan]
  private static let onTheFloor: [Who] = [.lead, .role(.operations), .role(.host), .role(.floor), .role(.backstage)]

  /// With its real times, when they are known.
  static let found = Act(
    "show.found", in: .show, by: [.server],
    .organisation("organisation"), .name("channel"), .text("title", 1...60), .time("startsAt"),
    .optional(.time("endsAt")), .optional(.time("start")), .optional(.time("end")),
    example: ["channel": "abc", "title": "新场", "startsAt": 1_773_316_683_000], note: "for whoever planned it"
  ) { fold, _, organisation, channel, title, startsAt, endsAt, start, end in
    let show = Show(
      organisation: organisation, channel: channel, title: title, plannedStart: startsAt, plannedEnd: endsAt,
      start: start, end: end)
    return fold.show == nil ? Decision(.show(.showFounded(show: show))) : .nothing
  }

  /// A start already known is corrected by one that is given, not moved by a second tap, and taken back by an empty
  /// one.
  static let start = Act(
    "show.start", in: .show, zh: "开播", en: "Start show", by: onTheFloor, .edited(.time("at")),
    note: "without `at`, a time already known stays; an empty text takes it back, but only while no end is known",
    needs: { _, directory in [directory().log] },
    undo: { before, _ in before.show.map { Opposite("show.start", ["at": .clearing($0.start)]) } }
  ) { fold, request, at in
    let show = request.show
    var started = show
    started.start = try request.time(given: at, was: show.start)
    guard started.start != show.start else { return .nothing }
    let fact: Fact
    if let start = started.start {
      if let end = show.end, start >= end { throw Refusal.invalid("at", .outOfRange) }
      fact = .show(.showStarted(at: start))
    } else {
      if show.end != nil { throw Refusal.invalid("at", .invalid) }
      fact = .show(.showTimed(start: nil, end: nil))
    }
    return Decision(facts: [fact], pending: request.shifts(of: fold.log, from: show, to: started))
  }

  static let end = Act(
    "show.end", in: .show, zh: "下播", en: "End show", by: onTheFloor, .edited(.time("at")),
    example: ["at": 1_773_316_743_000],
    note: "without `at`, a time already known stays; an empty text takes it back",
    undo: { before, _ in before.show.map { Opposite("show.end", ["at": .clearing($0.end)]) } }
  ) { _, request, at in
    let show = request.show
    let end = try request.time(given: at, was: show.end)
    guard end != show.end else { return .nothing }
    guard let end else { return Decision(.show(.showTimed(start: show.start, end: nil))) }
    guard end > show.origin else { throw Refusal.invalid("at", .outOfRange) }
    return Decision(.show(.showEnded(at: end)))
  }

  /// The plan and the real times, as they should have been. Tells the directory too, which lists the show by its plan.
  static let plan = Act(
    "show.plan", in: .show, zh: "改计划", en: "Change plan", by: .leadOrOperations,
    .optional(.text("title", 1...60)), .optional(.time("startsAt")), .edited(.time("endsAt")),
    .edited(.time("start")), .edited(.time("end")),
    example: ["title": "改名"],
    note: "the plan and the real times; an empty text takes one back, but not `startsAt`",
    needs: { _, directory in [directory().log] },
    undo: { before, event in before.show?.opposite(of: event) }
  ) { fold, request, title, startsAt, endsAt, start, end in
    let show = request.show
    var planned = show
    planned.title = title ?? show.title
    planned.plannedStart = startsAt ?? show.plannedStart
    planned.plannedEnd = endsAt.applied(to: show.plannedEnd)
    planned.start = start.applied(to: show.start)
    planned.end = end.applied(to: show.end)
    try checkOrder(planned.plannedStart, planned.plannedEnd)
    try planned.checkTimes(since: show, request)
    var decision = Decision.nothing
    if planned.isPlanned(otherwiseThan: show) {
      decision.facts.append(
        .show(.showPlanned(title: planned.title, startsAt: planned.plannedStart, endsAt: planned.plannedEnd)))
      decision.pending.append(request.amendment(of: fold.log, to: planned))
    }
    if planned.start != show.start || planned.end != show.end {
      decision.facts.append(.show(.showTimed(start: planned.start, end: planned.end)))
    }
    decision.pending += request.shifts(of: fold.log, from: show, to: planned)
    return decision
  }
}

extension Show {
  /// Puts back what the event changed, and nothing else.
  fileprivate func opposite(of event: Event) -> Opposite {
    var args = JSONObject()
    for fact in event.facts {
      switch fact {
      case .show(.showPlanned):
        args["title"] = .string(title)
        args["startsAt"] = .time(plannedStart)
        args["endsAt"] = .clearing(plannedEnd)
      case .show(.showTimed):
        args["start"] = .clearing(start)
        args["end"] = .clearing(end)
      default: break
      }
    }
    return Opposite("show.plan", .object(args))
  }

  /// Real times that change are not in the future, and the end comes after the start.
  fileprivate func checkTimes(since before: Show, _ request: Request) throws(Refusal) {
    guard start != before.start || end != before.end else { return }
    for (field, time) in [("start", start), ("end", end)] {
      if let time, time > request.context.now + Bounds.future { throw .invalid(field, .outOfRange) }
    }
    try checkOrder(origin, end, "end")
  }
}

extension Request {
  fileprivate func amendment(of show: Identifier, to planned: Show) -> PendingAct {
    var amended = JSONObject()
    amended["show"] = .string(show.description)
    amended["title"] = .string(planned.title)
    amended["startsAt"] = .int(Int(planned.plannedStart))
    amended["endsAt"] = planned.plannedEnd.map { .int(Int($0)) }
    return act(in: planned.organisation, .directory, "show.amend", .object(amended))
  }

  /// What follows in the rooms that review the show, and in the playbook, when its start moves.
  func shifts(of log: Identifier, from show: Show, to corrected: Show) -> [PendingAct] {
    let seconds = show.shift(to: corrected)
    guard seconds != 0 else { return [] }
    let rooms = context.others[show.organisation]?.all(ListedRoom.self).filter { $0.shows.contains(log) } ?? []
    let targets = rooms.map(\.log).sorted().prefix(200).map { ($0, LogKind.room, "issues.shift") }
    let playbook = (LogFold.playbook(of: show.organisation), LogKind.playbook, "evidence.shift")
    return (targets + [playbook]).enumerated().map { index, target in
      act(
        in: target.0, target.1, target.2, ["show": .string(log.description), "by": .int(seconds)],
        step: UInt8(10 + index))
    }
  }
}

extension Show {
  fileprivate func isPlanned(otherwiseThan other: Show) -> Bool {
    title != other.title || plannedStart != other.plannedStart || plannedEnd != other.plannedEnd
  }

  /// By how much what is told in seconds from this show's start moves when it is told from the other's.
  func shift(to other: Show) -> Int { Int((Double(origin - other.origin) / 1000).rounded()) }
}
